//! The texts of errors: one line with what is known, and what to do next if that is known.

use paynet_api::runtime::{BaseUrl, Transport};
use paynet_api::{Environment, Paynet, Refund, XactId};

use crate::server::{Act, Server, closed_port, response};
use crate::tls;

async fn text(paynet: &Paynet) -> String {
    let refund = Refund::full(XactId::new("xk_1").unwrap());
    paynet
        .transaction()
        .refund(&refund)
        .await
        .unwrap_err()
        .to_string()
}

fn client(base: &str, transport: Transport) -> Paynet {
    let base: BaseUrl = base.parse().unwrap();
    let builder = Paynet::builder(base).secret_key("sck_invented");
    builder.transport(transport).build().unwrap()
}

async fn text_of_response(status: &str, body: &str) -> String {
    let server = Server::answering(status, "", body).await;
    text(&client(&server.base(), Transport::new())).await
}

const UNKNOWN: &str = "refund: unknown whether it was carried out: do not send it again before looking with `detail` or `list_reversals`.";

#[tokio::test]
async fn a_refusal_has_its_code_and_message() {
    assert_eq!(
        text_of_response("400 Bad Request", r#"{"code":12,"message":"Kayıt yok"}"#).await,
        "refund: refused. HTTP 400, code 12 (nodata), message \"Kayıt yok\"."
    );
    assert_eq!(
        text_of_response("200 OK", r#"{"code":6,"message":"a\nb"}"#).await,
        "refund: refused. HTTP 200, code 6 (noprocess), message \"a\\nb\"."
    );
}

#[tokio::test]
async fn an_unknown_outcome_has_its_reason() {
    for (status, body, expected) in [
        (
            "200 OK",
            "",
            "The response does not match its documentation: expected JSON, found nothing. HTTP 200.",
        ),
        (
            "200 OK",
            r#"{"code":[],"message":"m"}"#,
            "The documentation does not say what this response proves: `code`: expected an integer, found an array. HTTP 200, message \"m\".",
        ),
        (
            "200 OK",
            r#"{"code":8}"#,
            "The documentation does not say what this response proves. HTTP 200, code 8 (servererror).",
        ),
        (
            "502 Bad Gateway",
            "<html>",
            "Responses with this status are not documented. HTTP 502.",
        ),
    ] {
        assert_eq!(
            text_of_response(status, body).await,
            format!("{UNKNOWN} {expected}")
        );
    }
}

#[tokio::test]
async fn a_failed_connection_has_its_cause() {
    let refused =
        "refund: not sent, so nothing was done. The connection failed: Connection refused";
    let dead = format!("http://127.0.0.1:{}", closed_port().await);
    let said = text(&client(&dead, Transport::new())).await;
    assert!(said.starts_with(refused) && said.ends_with("."), "{said}");

    let proxy = Transport::new().proxy(format!(
        "http://user:canary@127.0.0.1:{}",
        closed_port().await
    ));
    let paynet = Paynet::builder(Environment::Sandbox).secret_key("sck_invented");
    let said = text(&paynet.transport(proxy).build().unwrap()).await;
    assert!(
        said.starts_with(refused) && !said.contains("canary"),
        "{said}"
    );

    let server = Server::start(Act::Close).await;
    let said = text(&client(&tls::base(&server), tls::trusting())).await;
    assert!(said.contains("The connection failed: "), "{said}");

    let server = Server::start(Act::ReadThenClose).await;
    let said = text(&client(&server.base(), Transport::new())).await;
    let lost = "The connection was lost: connection closed before message completed.";
    assert_eq!(said, format!("{UNKNOWN} {lost}"));
}

#[tokio::test]
async fn the_text_is_one_line() {
    let bytes = response(
        "200 OK",
        "",
        "{\"code\":6,\"message\":\"\\r\\n\\u2028x\\u001b[31m\"}",
    );
    let server = Server::start(Act::Answer(bytes)).await;
    let said = text(&client(&server.base(), Transport::new())).await;
    assert!(!said.contains(['\r', '\n', '\u{2028}', '\u{1b}']), "{said}");
}
