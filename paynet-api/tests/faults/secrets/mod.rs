//! Secrets and personal data, planted in every request and every response: whatever is printed, they
//! are not in it. The provider's words in a response that was accepted are not redacted, so nothing
//! is planted there.

mod log;
mod print;
mod responses;
mod sandbox;

use paynet_api::sandbox::Operation;
use paynet_api::{BaseUrl, NotifyUrl, Paynet, Personal, ReturnUrl, Transport, XactId};

use crate::front::{Authority, VERSIONS, config, lead, trusting};
use crate::lira;
use crate::operations::{Subject, visit};
use log::Log;
use print::{Panic, Print, debug, panic_message};

const SECRET_KEY: &str = "sck_canary/key+1";

/// Asserts that nothing of what was planted is in a text.
#[track_caller]
fn search(what: &str, text: &str) {
    assert!(text.len() > 10, "{what}: nothing was printed: {text}");
    let printed = text.to_lowercase();
    // The last are base64 of it, at each offset of three bytes, and hexadecimal.
    for secret in [
        "canary",
        "nhbmfyey",
        "y2fuyxj5",
        "jyw5hcn",
        "63616e617279",
        "%63anary",
    ] {
        let Some(at) = printed.find(secret) else {
            continue;
        };
        let around = &text.as_bytes()[at.saturating_sub(200)..text.len().min(at + 100)];
        panic!("{what}: {secret} in …{}…", String::from_utf8_lossy(around));
    }
}

/// A transaction whose calls hold what must not be printed.
fn subject() -> Subject {
    Subject {
        xact_id: XactId::new("xk_1").unwrap(),
        amount: lira(100),
        notify: NotifyUrl::new("https://user:canary@shop.example/n?t=canary#canary").ok(),
        back: ReturnUrl::new("shop://back?t=canary").ok(),
        person: Some((
            Personal::from("0555canary".to_owned()),
            Personal::from("canary@shop.example".to_owned()),
        )),
        session: "canary-session".into(),
        payment_session: "S-1".to_owned(),
    }
}

fn client(base: &str, transport: Transport) -> Paynet {
    let base: BaseUrl = base.parse().unwrap();
    let builder = Paynet::builder(base).secret_key(SECRET_KEY);
    let builder = builder.transport(transport);
    search("the builder", &debug(&builder));
    builder.build().unwrap()
}

#[tokio::test]
async fn are_in_nothing_that_is_printed_of_a_call_or_logged() {
    let mut calls = 0;
    for response in responses::all() {
        let resends = response.resends();
        let plain = responses::server(response).await;
        let tls = config(&Authority::trusted().sign(|_| {}), VERSIONS);
        let tls = lead(tls, plain).await.port();
        for base in [
            format!("http://{plain}"),
            format!("https://localhost:{tls}"),
        ] {
            let (log, _guard) = Log::collect();
            let paynet = client(&base, trusting().read_resends(resends));
            search("the client", &debug(&paynet));
            for operation in Operation::ALL {
                let printed = visit(&paynet, *operation, &subject(), Print).await;
                search(&format!("{operation:?}"), &printed);
                calls += 1;
            }
            let text = log.text();
            assert!(
                text.contains("hyper_util") && text.contains("paynet_api"),
                "{text}"
            );
            search("the log", &text);
        }
    }
    assert_eq!(calls, 13 * 2 * 13);
}

#[test]
fn are_in_no_panic_for_want_of_a_runtime() {
    let paynet = client("http://127.0.0.1:1", trusting());
    for operation in Operation::ALL {
        let message = visit(&paynet, *operation, &subject(), Panic);
        assert!(message.contains("runtime"), "{message}");
        search("the panic", &message);
    }
}

#[test]
fn are_in_no_error_about_a_value() {
    let bad = "canary \u{0}\n canary";
    let messages = [
        panic_message(|| drop(NotifyUrl::new(bad).unwrap())),
        panic_message(|| drop(ReturnUrl::new(bad).unwrap())),
        panic_message(|| drop("https://user:canary@".parse::<BaseUrl>().unwrap())),
        panic_message(|| drop(Transport::new().root_certificate(bad.as_bytes()).unwrap())),
        panic_message(|| drop(Transport::new().identity(bad).unwrap())),
    ];
    for message in messages {
        search("the error", &message);
    }
    let proxied = trusting().proxy("http://user:canary@127.0.0.1:1");
    search("the transport", &debug(&proxied));
    for secret in [bad, "", "sck_canary\u{80}"] {
        let base: BaseUrl = "http://127.0.0.1:1".parse().unwrap();
        let builder = Paynet::builder(base).secret_key(secret);
        search("the builder", &debug(&builder));
        if let Err(error) = builder.build() {
            search("the error", &print::both(&error));
        }
    }
}
