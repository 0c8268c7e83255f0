//! Responses of any status and with any body, to every operation of the client.

#![no_main]

#[path = "../../tests/support/calls.rs"]
mod calls;

use std::sync::OnceLock;

use calls::Visitor;
use paynet_api::runtime::Operation;
use paynet_api::{Call, Environment, Outcome, Paynet, Raw};
use serde_json::Value;

fn paynet() -> &'static Paynet {
    static PAYNET: OnceLock<Paynet> = OnceLock::new();
    PAYNET.get_or_init(|| {
        let builder = Paynet::builder(Environment::Sandbox).secret_key("sck_invented");
        builder.build().expect("the client can be built")
    })
}

/// Answers a call with a response: what is concluded from it, and printed of it.
struct Answer<'r>(u16, &'r [u8]);

impl Visitor for Answer<'_> {
    type Output = (Outcome, String);

    fn visit<O: Operation>(self, call: Call<O, O::Response>) -> Self::Output {
        let headers = [("content-type", &b"application/json"[..])];
        match call.answered_with(Raw::new(self.0, headers, self.1.to_vec())) {
            Ok(accepted) => (Outcome::Accepted, format!("{accepted:?}")),
            Err(error) => (
                error.outcome(),
                format!("{error} {error:?} {:?}", error.message()),
            ),
        }
    }
}

libfuzzer_sys::fuzz_target!(|input: (u16, &[u8])| {
    let (status, body) = input;
    for name in calls::NAMES {
        let answered = calls::visit(paynet(), name, Answer(status, body));
        let (outcome, printed) = answered.expect("the call exists");
        assert!(!printed.contains("sck_invented"), "{name}: {printed}");
        let text = String::from_utf8_lossy(body);
        let text = text.trim_start_matches('\u{feff}');
        let is_object = serde_json::from_str::<Value>(text).is_ok_and(|it| it.is_object());
        // Only an object says anything, and only the documented statuses of a success do so.
        if outcome == Outcome::Accepted {
            assert!(is_object && status == 200, "{name}: {status} {text}");
        }
        if outcome == Outcome::Refused {
            assert!(
                is_object && (200..500).contains(&status),
                "{name}: {status} {text}"
            );
        }
    }
});
