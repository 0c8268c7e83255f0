//! Requests as other clients send them, and responses byte by byte.

use paynet_api::sandbox::{Operation, Sandbox};

use crate::fixture;
use crate::merchant::{key, post, send};

/// Sends a request, and returns the status and the body.
async fn answered(sandbox: &Sandbox, request: &str) -> (String, String) {
    let response = String::from_utf8(send(sandbox, request).await).unwrap();
    let (head, body) = response.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap();
    (status.to_owned(), body.to_owned())
}

#[tokio::test]
async fn a_refund_by_hand_has_the_documented_response() {
    let it = fixture().await;
    let body = format!(r#"{{"xact_id":"{}","amount":"500"}}"#, it.sale);
    let request = post("/v1/transaction/reversed_request", &key(&it.sandbox), &body);
    let (status, body) = answered(&it.sandbox, &request).await;
    assert_eq!(status, "200");
    assert_eq!(
        body,
        r#"{"object_name":"transaction_reversed_request","code":0,"message":"Başarılı İşlem"}"#
    );
    assert_eq!(it.sandbox.ledger().reversed(&it.sale), 500);
}

#[tokio::test]
async fn requests_of_other_http_libraries_are_read() {
    let it = fixture().await;
    let key = it.sandbox.secret_key();
    let (path, key) = (Operation::Refund.path(), key.expose());
    let body = format!(r#"{{"xact_id":"{}","amount":"500"}}"#, it.sale);
    let (length, half) = (body.len(), body.len() / 2);
    for request in [
        // PHP's streams speak HTTP/1.0 before PHP 8; the headers are those of Paynet's sample.
        format!(
            "POST {path} HTTP/1.0\r\nAuthorization: Basic {key}\r\n\
             Accept: application/json; charset=UTF-8\r\nHost: a\r\nContent-Length: {length}\r\n\
             Content-type: application/json; charset=UTF-8\r\n\r\n{body}"
        ),
        // In chunks, with names in small letters.
        format!(
            "POST {path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\nauthorization: Basic {key}\r\n\
             content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n\
             {half:x}\r\n{}\r\n{:x}\r\n{}\r\n0\r\n\r\n",
            &body[..half],
            length - half,
            &body[half..],
        ),
        // A library that waits until it may send the body gets leave first.
        format!(
            "POST {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Basic {key}\r\n\
             Content-Type: application/json; charset=utf-8\r\nExpect: 100-continue\r\n\
             Content-Length: {length}\r\n\r\n{body}"
        ),
    ] {
        let response = String::from_utf8(send(&it.sandbox, &request).await).unwrap();
        assert!(response.contains(" 200 OK\r\n"), "{request}: {response}");
        assert!(response.contains(r#""code":0"#), "{request}: {response}");
    }
    assert_eq!(it.sandbox.ledger().reversed(&it.sale), 1500);
}

#[tokio::test]
async fn the_amount_zero_is_the_whole_as_documented() {
    let it = fixture().await;
    let body = format!(r#"{{"xact_id":"{}","amount":"0"}}"#, it.sale);
    let request = post("/v1/transaction/reversed_request", &key(&it.sandbox), &body);
    assert_eq!(answered(&it.sandbox, &request).await.0, "200");
    assert_eq!(it.sandbox.ledger().reversed(&it.sale), 1500);
}

#[tokio::test]
async fn an_empty_amount_captures_the_whole_as_documented() {
    let it = fixture().await;
    let preauth = it.sandbox.preauth(crate::lira(1500));
    let body = format!(r#"{{"xact_id":"{preauth}","amount":""}}"#);
    let request = post(Operation::Capture.path(), &key(&it.sandbox), &body);
    let (status, body) = answered(&it.sandbox, &request).await;
    assert_eq!(status, "200");
    assert!(body.contains(r#""amount":15,"#), "{body}");
}

#[tokio::test]
async fn what_is_no_request_of_paynets_is_an_error_object() {
    let it = fixture().await;
    let refund = Operation::Refund.path();
    let key = key(&it.sandbox);
    for (request, status, kind) in [
        (post("/v1/unknown", &key, "{}"), "404", "no_data_error"),
        (post(refund, "", "{}"), "401", "authorization_error"),
        (post(refund, &key, "{"), "400", "invalid_request_error"),
        (post(refund, &key, "{}"), "400", "invalid_request_error"),
        (
            post(refund, &key, "{}").replace("POST", "PUT"),
            "405",
            "invalid_request_error",
        ),
        (
            post(refund, &key, "{}").replace("application/json", "text/plain"),
            "400",
            "invalid_request_error",
        ),
    ] {
        let (answer, body) = answered(&it.sandbox, &request).await;
        assert_eq!(answer, status, "{body}");
        assert!(body.contains(&format!(r#""type":"{kind}""#)), "{body}");
        assert!(body.contains(&format!(r#""code":{status}"#)), "{body}");
    }
    assert_eq!(it.sandbox.ledger().movements().len(), 1);
}

#[tokio::test]
async fn another_method_is_told_the_allowed_one() {
    let it = fixture().await;
    let request = post(Operation::Refund.path(), &key(&it.sandbox), "{}");
    let response = send(&it.sandbox, &request.replace("POST", "TRACE")).await;
    let response = String::from_utf8(response).unwrap();
    assert!(response.starts_with("HTTP/1.1 405 "), "{response}");
    assert!(response.contains("\r\nallow: POST\r\n"), "{response}");
}

#[tokio::test]
async fn a_rejection_names_the_member() {
    let it = fixture().await;
    let request = post(
        Operation::Refund.path(),
        &key(&it.sandbox),
        r#"{"xact_id":5}"#,
    );
    let (_, body) = answered(&it.sandbox, &request).await;
    assert!(body.contains("xact_id"), "{body}");
    assert!(body.contains("Malformed"), "{body}");
}

#[tokio::test]
async fn paypos_refuses_in_its_own_form() {
    let it = fixture().await;
    let session = format!("Session-Key: {}\r\n", it.sandbox.session_key().expose());
    let path = Operation::StartReversal.path();
    let request = post(path, &session, r#"{"xact_id":"xk_unknown"}"#);
    let (status, body) = answered(&it.sandbox, &request).await;
    assert_eq!(status, "400");
    assert!(
        body.starts_with(r#"{"code":12,"message":"nodata"#),
        "{body}"
    );
    assert!(!body.contains("result_code"), "{body}");
}

#[tokio::test]
async fn a_request_that_breaks_off_never_arrived() {
    let it = fixture().await;
    let body = format!(r#"{{"xact_id":"{}"}}"#, it.sale);
    let request = post(Operation::Refund.path(), &key(&it.sandbox), &body);
    let mut stream = tokio::net::TcpStream::connect(it.sandbox.address())
        .await
        .unwrap();
    let cut = &request.as_bytes()[..request.len() - 1];
    tokio::io::AsyncWriteExt::write_all(&mut stream, cut)
        .await
        .unwrap();
    tokio::io::AsyncWriteExt::shutdown(&mut stream)
        .await
        .unwrap();
    let mut rest = Vec::new();
    drop(tokio::io::AsyncReadExt::read_to_end(&mut stream, &mut rest).await);
    assert!(it.sandbox.ledger().requests().is_empty());
}

#[tokio::test]
async fn a_connection_serves_several_requests() {
    let it = fixture().await;
    let body = format!(r#"{{"xact_id":"{}","amount":"500"}}"#, it.sale);
    let last = post(Operation::Refund.path(), &key(&it.sandbox), &body);
    let first = last.replace("Connection: close\r\n", "");
    let response = send(&it.sandbox, &format!("{first}{last}")).await;
    let response = String::from_utf8(response).unwrap();
    assert_eq!(response.matches("HTTP/1.1 200 OK").count(), 2);
    assert_eq!(it.sandbox.ledger().reversed(&it.sale), 1000);
}
