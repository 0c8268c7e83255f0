//! How errors of Paynet's calls read at night: one line, what is known, and what to do next where that is known.

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

async fn answered(status: &str, body: &str) -> String {
    let server = Server::answering(status, "", body).await;
    text(&client(&server.base(), Transport::new())).await
}

const UNKNOWN: &str =
    "refund: unknown whether it was carried out: do not send it again before asking.";

#[tokio::test]
async fn a_refusal_is_named() {
    assert_eq!(
        answered("400 Bad Request", r#"{"code":12,"message":"Kayıt yok"}"#).await,
        "refund: refused. HTTP 400, code 12 (nodata), message \"Kayıt yok\"."
    );
    assert_eq!(
        answered("200 OK", r#"{"code":6,"message":"a\nb"}"#).await,
        "refund: refused. HTTP 200, code 6 (noprocess), message \"a\\nb\"."
    );
}

#[tokio::test]
async fn a_response_that_says_nothing_is_told() {
    for (status, body, expected) in [
        (
            "200 OK",
            "",
            "The response is not what is documented: the text should be JSON and is empty. HTTP 200.",
        ),
        (
            "200 OK",
            r#"{"code":[],"message":"m"}"#,
            "The response is not what is documented: `code` should be an integer and is an array. HTTP 200.",
        ),
        (
            "200 OK",
            r#"{"code":8}"#,
            "The documents don't say what this response means. HTTP 200, code 8 (servererror).",
        ),
        (
            "502 Bad Gateway",
            "<html>",
            "A response of this status is not documented. HTTP 502.",
        ),
    ] {
        assert_eq!(
            answered(status, body).await,
            format!("{UNKNOWN} {expected}")
        );
    }
}

#[tokio::test]
async fn a_failed_connection_has_its_cause() {
    let refused =
        "refund: not sent, so nothing was done. No connection came about: Connection refused";
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
    assert!(said.contains("No connection came about: "), "{said}");

    let server = Server::start(Act::ReadThenClose).await;
    let said = text(&client(&server.base(), Transport::new())).await;
    let lost = "The connection was lost: connection closed before message completed.";
    assert_eq!(said, format!("{UNKNOWN} {lost}"));
}

#[tokio::test]
async fn nothing_breaks_the_line() {
    let bytes = response(
        "200 OK",
        "",
        "{\"code\":6,\"message\":\"\\r\\n\\u2028x\\u001b[31m\"}",
    );
    let server = Server::start(Act::Answer(bytes)).await;
    let said = text(&client(&server.base(), Transport::new())).await;
    assert!(!said.contains(['\r', '\n', '\u{2028}', '\u{1b}']), "{said}");
}
