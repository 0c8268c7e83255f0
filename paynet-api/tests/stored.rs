//! Stored requests: what is written, that it round-trips, and that nothing else is read.

#![expect(clippy::unwrap_used, reason = "a test fails where it cannot go on")]

use std::fmt::Debug;

use paynet_api::{
    Amount, CaptureCancellation, Maybe, NotifyUrl, PreauthCancellation, Refund, ReturnUrl,
    StartReversal, XactId,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

fn round_trips<T: Serialize + DeserializeOwned + PartialEq + Debug>(request: &T, stored: &str) {
    assert_eq!(serde_json::to_string(request).unwrap(), stored);
    assert_eq!(&serde_json::from_str::<T>(stored).unwrap(), request);
    let value = serde_json::to_value(request).unwrap();
    assert_eq!(&serde_json::from_value::<T>(value).unwrap(), request);
}

fn id() -> XactId {
    XactId::new("xk_1").unwrap()
}

#[test]
fn what_is_stored_round_trips() {
    round_trips(&Refund::full(id()), r#"{"xact_id":"xk_1","amount":"full"}"#);
    let part = Refund::partial(id(), Amount::from_kurus(5).unwrap());
    let part = part.notify(NotifyUrl::new("https://shop.example/n?t=1").unwrap());
    let stored = r#"{"xact_id":"xk_1","amount":"0.05","succeed_url":"https://shop.example/n?t=1"}"#;
    round_trips(&part, stored);
    round_trips(&CaptureCancellation::new(id()), r#"{"xact_id":"xk_1"}"#);
    round_trips(&PreauthCancellation::new(id()), r#"{"xact_id":"xk_1"}"#);
    let mut start = StartReversal::new(id());
    round_trips(&start, r#"{"xact_id":"xk_1"}"#);
    start.reference_no = Some(String::new());
    start.callback_url = Maybe::Null;
    round_trips(
        &start,
        r#"{"xact_id":"xk_1","reference_no":"","callback_url":"null"}"#,
    );
    start.callback_url = ReturnUrl::new("myshop://returned").unwrap().into();
    round_trips(
        &start,
        r#"{"xact_id":"xk_1","reference_no":"","callback_url":"myshop://returned"}"#,
    );
}

#[test]
fn no_mistake_in_a_store_becomes_a_full_refund() {
    for stored in [
        r#"{"xact_id":"xk_1"}"#,
        r#"{"xact_id":"xk_1","amount":null}"#,
        r#"{"xact_id":"xk_1","amount":""}"#,
        r#"{"xact_id":"xk_1","amount":"0"}"#,
        r#"{"xact_id":"xk_1","amount":"0.00"}"#,
        r#"{"xact_id":"xk_1","amount":0}"#,
        r#"{"xact_id":"xk_1","amount":10.50}"#,
        r#"{"xact_id":"xk_1","amount":1050}"#,
        r#"{"xact_id":"xk_1","amount":"1050"}"#,
        r#"{"xact_id":"xk_1","amount":"Full"}"#,
        r#"{"xact_id":"xk_1","amount":" full"}"#,
        r#"{"xact_id":"xk_1","amount":true}"#,
        r#"{"xact_id":"xk_1","amount":{}}"#,
        r#"{"xact_id":"xk_1","amount":"10.50","amount":"full"}"#,
        r#"{"xact_id":"xk_1","amuont":"10.50","amount":"full"}"#,
        r#"{"xact_id":"xk_1","amount":"full","succeedUrl":"https://shop.example"}"#,
        r#"{"xact_id":"xk_1","amount":"full","succeed_url":null}"#,
        r#"{"xact_id":"","amount":"full"}"#,
        r#"{"amount":"full"}"#,
        r#"["xk_1","full"]"#,
        "null",
    ] {
        assert!(serde_json::from_str::<Refund>(stored).is_err(), "{stored}");
    }
}

#[test]
fn an_error_names_the_member_and_the_expected_form() {
    let error =
        serde_json::from_str::<Refund>(r#"{"xact_id":"xk_1","amount":"1050"}"#).unwrap_err();
    let words = "`amount`: the amount must have a dot and exactly two digits after it, so that lira are not taken for kuruş";
    assert!(error.to_string().starts_with(words), "{error}");
}
