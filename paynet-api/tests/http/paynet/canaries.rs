//! Secrets and personal data in all places of Paynet's calls: nothing that prints may contain them.
//!
//! The responses are invented.

use std::error::Error as _;

use paynet_api::runtime::{Accepted, BaseUrl, Error};
use paynet_api::{
    CaptureCancellation, NotifyUrl, Paynet, Refund, ReturnUrl, StartReversal, XactId,
};

use crate::server::Server;

const CAPTURE: &str = r#"{"xact_id":"xk_1","email":"canary","phone":"canary","card_holder":"canary","note":"canary",
    "is_succeed":true,"code":0,"message":"sck_canary"}"#;
const CAPTURED: &str = r#"{"user_id":"canary","email":"canary","phone":"canary","card_holder":"canary","bank_error_message":"canary",
    "bank_error_short_desc":"canary","bank_error_long_desc":"canary","is_succeed":true,"code":0}"#;
const REVERSAL: &str =
    r#"{"payment_session_id":"canary","deeplink_url":"canary","encryption_key":"canary","code":0}"#;
const REFUSED: &str = r#"{"payment_session_id":"s","deeplink_url":"canary","encryption_key":"canary","code":6,
    "card_holder":"canary","message":"sck_canary"}"#;

/// Which operation is called, and a response whose message repeats what must not be printed.
const REPEATED: [(usize, &str); 9] = [
    (
        0,
        r#"{"code":6,"message":"at https://shop.example/n?t=canary or canary"}"#,
    ),
    (
        1,
        r#"{"code":6,"message":"of A. Canary-Holder","is_succeed":false,"card_holder":"A. Canary-Holder"}"#,
    ),
    (
        1,
        r#"{"code":6,"message":"0555canary","is_succeed":false,"phone":"0555canary"}"#,
    ),
    (
        2,
        r#"{"code":6,"message":"paynet://open/canary","deeplink_url":"paynet:\/\/open/canary"}"#,
    ),
    (
        2,
        r#"{"code":6,"message":"sck_%2Fabcdefghijklcanary","encryption_key":"sck_/abcdefghijklcanary"}"#,
    ),
    (
        1,
        r#"{"code":0,"is_succeed":"canary?","message":"canary","card_holder":"canary"}"#,
    ),
    (
        1,
        r#"{"code":1,"is_succeed":false,"message":"for C A N A R Y","card_holder":{"name":"Canary"}}"#,
    ),
    (
        1,
        r#"{"code":1,"is_succeed":false,"message":"for CANARY HOLDER","card_holder":"Canary Holder"}"#,
    ),
    (
        1,
        r#"{"code":1,"is_succeed":false,"message":"key 5na1 c2NrX2NhbmFyeQ","phone":"5NA1"}"#,
    ),
];

/// Prints everything about the result of a call.
fn printed<T>(result: &Result<Accepted<T>, Error>) -> String {
    match result {
        Ok(accepted) => format!(
            "{accepted:?} {:?} {:?}",
            accepted.raw(),
            accepted.raw().headers()
        ),
        Err(error) => format!(
            "{error} {error:?} {error:#?} {:?} {:?}",
            error.raw(),
            error.source()
        ),
    }
}

async fn client(body: &str) -> Paynet {
    let server = Server::answering("200 OK", "set-cookie: canary\r\n", body).await;
    let base: BaseUrl = server.base().parse().unwrap();
    let builder = Paynet::builder(base).secret_key("sck_canary");
    assert!(!format!("{builder:?}").contains("canary"));
    builder.build().unwrap()
}

fn id() -> XactId {
    XactId::new("xk_1").unwrap()
}

#[tokio::test]
async fn are_not_printed() {
    let url = NotifyUrl::new("https://canary:canary@shop.example/canary?canary#canary").unwrap();
    let refund = Refund::full(id()).notify(url);
    let mut start = StartReversal::new(id());
    start.callback_url = ReturnUrl::new("myshop://returned?canary#canary")
        .unwrap()
        .into();
    for body in [CAPTURE, REVERSAL, REFUSED, "canary", r#"{"code":"canary"}"#] {
        let paynet = client(body).await;
        let (transaction, soft_pos) = (paynet.transaction(), paynet.soft_pos());
        let session_key = "token-canary".into();
        let calls = format!(
            "{paynet:?} {transaction:?} {:?} {:?}",
            transaction.refund(&refund),
            soft_pos.start_reversal(&session_key, &start)
        );
        let printed = [
            calls,
            printed(&transaction.refund(&refund).await),
            printed(
                &transaction
                    .cancel_capture(&CaptureCancellation::new(id()))
                    .await,
            ),
            printed(&soft_pos.start_reversal(&session_key, &start).await),
        ];
        for text in printed {
            assert!(!text.contains("canary") && text.len() > 20, "{text}");
        }
    }
}

#[tokio::test]
async fn are_redacted_when_a_message_repeats_them() {
    let url = NotifyUrl::new("https://shop.example/n?t=canary").unwrap();
    for (operation, body) in REPEATED {
        let paynet = client(body).await;
        let error = match operation {
            0 => paynet
                .transaction()
                .refund(&Refund::full(id()).notify(url.clone()))
                .await
                .unwrap_err(),
            1 => paynet
                .transaction()
                .cancel_capture(&CaptureCancellation::new(id()))
                .await
                .unwrap_err(),
            _ => paynet
                .soft_pos()
                .start_reversal(&"t".into(), &StartReversal::new(id()))
                .await
                .unwrap_err(),
        };
        let message = error.message().unwrap_or_default();
        let printed = format!("{error} {error:?} {error:#?} {message}").to_lowercase();
        let spaceless = printed.replace(' ', "");
        for canary in ["canary", "5na1", "c2nrx2nhbmfyeq"] {
            assert!(!spaceless.contains(canary), "{printed}");
        }
        assert!(message.contains("[redacted]"), "{message}");
    }
}

#[tokio::test]
async fn are_redacted_in_decoded_responses() {
    let captured = client(CAPTURED)
        .await
        .transaction()
        .cancel_capture(&CaptureCancellation::new(id()))
        .await;
    let started = client(REVERSAL)
        .await
        .soft_pos()
        .start_reversal(&"t".into(), &StartReversal::new(id()))
        .await;
    let printed = format!(
        "{:?} {:?}",
        captured.unwrap().response(),
        started.unwrap().response()
    );
    assert!(
        !printed.contains("canary") && printed.matches("[redacted]").count() == 10,
        "{printed}"
    );
}
