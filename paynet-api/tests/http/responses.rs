//! Complete responses: what they prove, and what the error says.

use paynet_api::runtime::{Acceptance, Error, ErrorKind, Outcome, Transport};

use crate::operation::{Fault, Paid, client, pay};
use crate::server::Server;

async fn error(status: &str, body: &str) -> Error {
    let server = Server::answering(status, "", body).await;
    client(&server.base(), Transport::new())
        .call(pay())
        .await
        .unwrap_err()
}

#[tokio::test]
async fn accepted_now_and_earlier_differ() {
    for (code, acceptance) in [(0, Acceptance::New), (100, Acceptance::Earlier)] {
        let server = Server::answering(
            "200 OK",
            "x-trace: t1\r\n",
            &format!("{{\"code\":{code},\"new\":[]}}"),
        )
        .await;
        let accepted = client(&server.base(), Transport::new())
            .call(pay())
            .await
            .unwrap();
        assert_eq!(accepted.acceptance(), acceptance);
        assert_eq!(
            accepted.response(),
            &Paid {
                code: Some(code),
                message: None
            }
        );
        assert_eq!(accepted.raw().headers().get("x-trace"), Some("t1"));
        assert!(accepted.raw().is_complete());
    }
}

#[tokio::test]
async fn a_refusal_has_its_code_message_and_body() {
    let error = error("200 OK", "{\"code\":1,\"message\":\"no\\n\"}").await;
    assert_eq!(
        (error.outcome(), error.kind(), error.status()),
        (Outcome::Refused, ErrorKind::Refused, Some(200))
    );
    assert_eq!(
        (error.code(), error.code_label(), error.message()),
        (Some(1), Some("unsuccessful"), Some("no\n"))
    );
    assert_eq!(
        error.body(),
        Some(&Paid {
            code: Some(1),
            message: Some("no\n".into())
        })
    );
    assert_eq!(
        error.to_string(),
        "pay: refused. HTTP 200, code 1 (unsuccessful), message \"no\\n\"."
    );
}

#[tokio::test]
async fn a_documented_error_is_a_refusal_with_its_own_body() {
    let error = error("400 Bad Request", "{\"result\":7}").await;
    assert_eq!((error.outcome(), error.code()), (Outcome::Refused, Some(7)));
    assert_eq!(error.body(), Some(&Fault { result: 7 }));
    assert_eq!(error.body::<Paid>(), None);
    assert_eq!(error.advice(), Some("Look at the request."));
    assert_eq!(
        error.to_string(),
        "pay: refused. HTTP 400, code 7. Look at the request."
    );
}

#[tokio::test]
async fn whatever_matches_no_rule_is_unknown() {
    for (status, body, kind) in [
        ("200 OK", "{\"code\":5}", ErrorKind::Undecided),
        ("200 OK", "{}", ErrorKind::Undecided),
        ("200 OK", "{\"code\":null}", ErrorKind::Undecided),
        ("200 OK", "{\"code\":0,\"code\":0}", ErrorKind::Undecided),
        ("200 OK", "{\"code\":0} x", ErrorKind::Undecodable),
        ("200 OK", "", ErrorKind::Undecodable),
        ("200 OK", "<html></html>", ErrorKind::Undecodable),
        ("400 Bad Request", "<html></html>", ErrorKind::Undecodable),
        (
            "401 Unauthorized",
            "{\"result\":7}",
            ErrorKind::Undocumented,
        ),
        ("201 Created", "{\"code\":0}", ErrorKind::Undocumented),
        (
            "500 Internal Server Error",
            "{\"code\":1}",
            ErrorKind::Undocumented,
        ),
    ] {
        let error = error(status, body).await;
        assert_eq!(
            (error.outcome(), error.kind()),
            (Outcome::Unknown, kind),
            "{status} {body}"
        );
        assert!(status.starts_with(&error.status().unwrap().to_string()));
        assert_eq!(error.raw().unwrap().body(), body.as_bytes());
        let words = "pay: unknown whether it was carried out: do not send it again before asking. ";
        assert!(error.to_string().starts_with(words), "{error}");
    }
}

#[tokio::test]
async fn a_repeated_key_is_redacted() {
    let server = Server::answering(
        "200 OK",
        "",
        "{\"code\":1,\"message\":\"sck_canary or token-canary?\"}",
    )
    .await;
    let call = client(&server.base(), Transport::new()).call(pay());
    let error = call
        .with(|pay| pay.session = Some("token-canary".into()))
        .await
        .unwrap_err();
    assert_eq!(error.message(), Some("[redacted] or [redacted]?"));
    assert!(!format!("{error} {error:?} {:?}", error.raw()).contains("canary"));
}

#[tokio::test]
async fn errors_are_send_sync_and_static() {
    fn check<T: std::error::Error + Send + Sync + 'static>(_: &T) {}
    check(&error("500 Internal Server Error", "").await);
}
