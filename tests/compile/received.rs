//! Decodes requests that the API sends (callbacks), from the bytes that a web server receives.

use paynet_api::runtime::{Incoming as _, Method, Received};

use super::callbacks_other_than_posted_json::api::callbacks::{
    Called, Mixed, MixedContent, PingDelete, PingGet, parse_mixed,
};

/// Returns the headers of a request with a media type.
fn typed(media: &str) -> [(&str, &[u8]); 1] {
    [("Content-Type", media.as_bytes())]
}

#[test]
fn parameters_are_decoded() {
    assert_eq!(PingGet::METHOD, Method::Get);
    assert_eq!(PingDelete::METHOD, Method::Delete);
    let received = Received::new([("x-attempt", &b"3"[..])], b"");
    let query = "challenge=a+b%26c&ids=1,2";
    let ping = received.with_query(query).read::<PingGet>();
    let ping = ping.expect("it is as documented").into_claim();
    assert_eq!(ping.challenge, "a b&c");
    assert_eq!(ping.ids, Some(vec![1, 2]));
    assert_eq!(ping.x_attempt, Some(3));
}

#[test]
fn a_missing_or_wrong_parameter_is_an_error() {
    let read = |query| {
        let received = Received::new([("X-Attempt", &b"many"[..])], b"");
        let read = received.with_query(query).read::<PingGet>();
        read.expect_err("it is not as documented").to_string()
    };
    assert_eq!(read(""), "missing member `challenge`");
    assert_eq!(
        read("challenge=a"),
        "`X-Attempt`: expected an integer, found a string"
    );
}

#[test]
fn a_form_is_decoded_by_its_schema() {
    let body = "sid=CA1&duration=12&answered=true&price=-0.0070&tags=x&legs[0][to]=%2B90&legs[0][seconds]=5\
                &legs[1][to]=%2B49&payload=%7B%22kind%22%3A%22k%22%7D&New=1";
    let received = Received::new(typed("application/x-www-form-urlencoded"), body.as_bytes());
    let called = received.read::<Called>().expect("it is as documented");
    let called = &called.claim().body;
    assert_eq!(called.sid, "CA1");
    assert_eq!(called.duration, Some(12));
    assert_eq!(called.answered, Some(true));
    let price = called.price.as_ref();
    assert_eq!(price.map(|price| price.as_str()), Some("-0.0070"));
    assert_eq!(called.tags.as_deref(), Some(&["x".to_owned()][..]));
    let legs = called.legs.as_deref().unwrap_or_default();
    let legs: Vec<_> = legs
        .iter()
        .map(|leg| (leg.to.as_deref(), leg.seconds))
        .collect();
    assert_eq!(legs, [(Some("+90"), Some(5)), (Some("+49"), None)]);
    let payload = called.payload.as_ref();
    assert_eq!(payload.and_then(|it| it.kind.as_deref()), Some("k"));
    let twice = Received::new(typed("application/x-www-form-urlencoded"), b"sid=a&sid=b");
    assert!(twice.read::<Called>().is_err());
}

#[test]
fn the_content_type_decides_how_a_body_is_decoded() {
    let read = |media, body: &'static str| {
        let received = Received::new(typed(media), body.as_bytes());
        received
            .read::<Mixed>()
            .map(|mixed| mixed.into_claim().body)
    };
    let json = read("application/json; charset=utf-8", r#"{"id":"1"}"#);
    assert!(matches!(json, Ok(Some(MixedContent::Json(body))) if body.id == "1"));
    let text = read("TEXT/plain", "a");
    assert!(matches!(text, Ok(Some(MixedContent::Text(text))) if text == "a"));
    let parts = read("multipart/form-data; boundary=b", "--b--");
    assert!(matches!(parts, Ok(Some(MixedContent::Multipart(bytes))) if bytes == b"--b--"));
    assert!(matches!(read("text/plain", ""), Ok(None)));
    assert!(read("application/json", "a").is_err());
    assert!(parse_mixed(br#"{"id":"1"}"#).is_ok());
}
