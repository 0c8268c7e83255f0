//! What holds for every amount, result code and date, and of every response: `PROPTEST_CASES` says
//! how many are tried.
//!
//! ```sh
//! PROPTEST_CASES=100000 cargo test --release -p tests --test properties
//! ```

#![expect(clippy::expect_used, reason = "a test fails where it cannot go on")]

use std::sync::OnceLock;
use std::time::{Duration, SystemTime};

use paynet_api::runtime::{DateTime, Decimal, Decode, Encode, Input, Output};
use paynet_api::transaction::callbacks::parse_refund_decided;
use paynet_api::transaction::types::{ErrorObject, TransactionDetail, TransactionDetailQuery};
use paynet_api::{
    Amount, CaptureAmount, Date, Environment, Outcome, Paynet, Raw, Refund, RefundAmount,
    ResultCode, XactId,
};
use proptest::prelude::*;
use proptest::test_runner::Config;

/// Decodes a JSON text.
fn decode<T: Decode>(json: &str) -> Option<T> {
    Input::parse(json.as_bytes()).and_then(T::decode).ok()
}

/// Encodes a value as JSON text.
fn encode(value: &impl Encode) -> String {
    let mut out = Output::new();
    value.encode(&mut out);
    String::from_utf8(out.into_bytes()).expect("JSON is UTF-8")
}

/// Returns the lira and the kuruş of an amount, written with integers alone.
fn lira(kurus: i64) -> String {
    format!("{}.{:02}", kurus / 100, kurus % 100)
}

/// Amounts of every size: most of the numbers of 64 bits have nineteen digits.
fn amounts() -> impl Strategy<Value = i64> {
    (1..=i64::MAX, 0_u32..63).prop_map(|(kurus, bits)| (kurus >> bits).max(1))
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

    #[test]
    fn an_amount_is_the_same_in_kurus_as_text_and_on_the_wire(kurus in amounts()) {
        let amount = Amount::from_kurus(kurus).expect("it is positive");
        let text = amount.to_string();
        prop_assert_eq!(&text, &lira(kurus));
        prop_assert_eq!(text.parse(), Ok(amount));
        let part = RefundAmount::from(amount);
        prop_assert_eq!(encode(&part), format!("\"{kurus}\""));
        prop_assert_eq!(decode(&encode(&part)), Some(part));
        let part = CaptureAmount::from(amount);
        prop_assert_eq!(decode(&encode(&part)), Some(part));
        // Responses have lira.
        let decimal: Decimal = decode(&text).expect("it is a number");
        prop_assert_eq!(decimal.as_str(), text);
    }

    #[test]
    fn a_text_is_an_amount_only_if_the_amount_is_that_text(text in "-?[0-9]{0,20}[.,]?[0-9]{1,3}|[0-9.,]{0,8}|\\PC{0,6}") {
        if let Ok(amount) = text.parse::<Amount>() {
            prop_assert_eq!(amount.to_string(), text);
        }
    }

    #[test]
    fn what_is_read_never_becomes_the_whole(text in "\\PC{0,8}|[0-9]{1,20}|-[0-9]{1,3}") {
        let json = serde_json::to_string(&text).expect("it is a string");
        match decode::<RefundAmount>(&json) {
            Some(RefundAmount::Full) => prop_assert_eq!(text, "0"),
            Some(RefundAmount::Partial(amount)) => {
                prop_assert_eq!(amount.kurus().to_string(), text);
            }
            None => {}
        }
    }

    #[test]
    fn a_result_code_is_kept_as_number_and_as_string(number in prop_oneof![any::<i64>(), 0_i64..300]) {
        let code = ResultCode::from(number);
        prop_assert_eq!((code.number(), i64::from(code)), (number, number));
        prop_assert_eq!(encode(&code), number.to_string());
        prop_assert_eq!(decode(&number.to_string()), Some(code));
        let shown = match code.name() {
            Some(name) => format!("{number} ({name})"),
            None => number.to_string(),
        };
        prop_assert_eq!(code.to_string(), shown);
        let object = |value: &str| decode::<ErrorObject>(&format!("{{\"result_code\":{value}}}"));
        for value in [number.to_string(), format!("\"{number}\"")] {
            prop_assert_eq!(object(&value).and_then(|it| it.result_code), Some(code));
        }
    }

    #[test]
    fn the_code_of_a_response_alone_decides_and_is_never_another(
        number in prop_oneof![any::<i64>(), -3_i64..300],
        as_string in any::<bool>(),
    ) {
        let value = if as_string { format!("\"{number}\"") } else { number.to_string() };
        let answered = answered(&format!("{{\"code\":{value}}}"));
        match answered {
            Ok(()) => prop_assert_eq!(number, 0),
            Err((outcome, code)) => {
                prop_assert_eq!(code, Some(number));
                let refused = matches!(number, 1..=4 | 6..=7 | 9 | 11..=26);
                prop_assert_eq!(outcome == Outcome::Refused, refused, "{}", number);
            }
        }
    }

    #[test]
    fn a_date_is_what_its_parts_are(year in 0_u16..10_000, month in 0_u8..14, day in 0_u8..33) {
        let text = format!("{year:04}-{month:02}-{day:02}");
        match Date::new(year, month, day) {
            Ok(date) => {
                prop_assert_eq!(date.as_str(), &text);
                prop_assert_eq!(date.parts(), Ok((year, month, day)));
                prop_assert_eq!(text.parse(), Ok(date.clone()));
                prop_assert_eq!(decode(&encode(&date)), Some(date));
            }
            Err(_) => prop_assert!(text.parse::<Date>().is_err(), "{}", text),
        }
    }

    #[test]
    fn a_time_in_turkey_is_three_hours_ahead(
        seconds in 1_459_040_400_i64..253_402_300_799 - 10_800,
        nanoseconds in 0_u32..1_000_000_000,
    ) {
        // The same moment, written with the offset of Turkey and without.
        let there = DateTime::from_unix(seconds + 10_800, nanoseconds).expect("it has four digits");
        let there = there.as_str().trim_end_matches('Z').to_owned();
        let json = format!("{{\"xact_date\":\"{there}\"}}");
        let row: TransactionDetail = decode(&json).expect("it is an object");
        let date = row.xact_date.expect("it has a date");
        prop_assert_eq!(date.as_str(), &there);
        let since = Duration::new(u64::try_from(seconds).expect("it is after 1970"), nanoseconds);
        prop_assert_eq!(date.assume_turkish_time(), Ok(SystemTime::UNIX_EPOCH + since));
    }

    #[test]
    fn no_bytes_are_a_panic_or_a_success_without_its_code(body in bodies()) {
        let text = String::from_utf8_lossy(&body).into_owned();
        let whole: Option<serde_json::Value> = serde_json::from_str(&text).ok();
        let code = whole.as_ref().map(|it| &it["code"]);
        let is_zero = code.is_some_and(|it| *it == 0 || it.as_str().is_some_and(|it| it.trim() == "0"));
        if answered(&text).is_ok() {
            prop_assert!(is_zero, "{}", text);
        }
        if let Ok(unsigned) = parse_refund_decided(body.as_slice()) {
            prop_assert!(unsigned.claim().code.is_none() || text.contains("code"), "{}", text);
        }
    }

    #[test]
    fn a_row_that_cannot_be_decoded_costs_itself_alone(
        values in proptest::collection::vec(value(), 0..6),
    ) {
        let body = format!("{{\"code\":0,\"Data\":[{}]}}", values.join(","));
        let detail = paynet().transaction().detail(&TransactionDetailQuery::default());
        let accepted = detail.answered_with(response(&body));
        let accepted = accepted.expect("the code says so");
        let objects = values.iter().filter(|it| it.starts_with('{')).count();
        let rows = accepted.response().data.as_deref().unwrap_or_default();
        prop_assert_eq!(rows.len(), objects, "{}", body);
        let skipped = accepted.decode_issues().len();
        prop_assert!(skipped >= values.len() - objects, "{}: {}", body, skipped);
    }
}

fn paynet() -> &'static Paynet {
    static PAYNET: OnceLock<Paynet> = OnceLock::new();
    PAYNET.get_or_init(|| {
        let builder = Paynet::builder(Environment::Sandbox).secret_key("sck_invented");
        builder.build().expect("it can be built")
    })
}

fn response(body: &str) -> Raw {
    Raw::new(200, [], body.as_bytes().to_vec())
}

/// Returns the outcome and the code of a refund that is answered with this body.
fn answered(body: &str) -> Result<(), (Outcome, Option<i64>)> {
    let part = Amount::from_kurus(1050).expect("it is positive");
    let refund = Refund::partial(XactId::new("xk_1").expect("it is an id"), part);
    let call = paynet().transaction().refund(&refund);
    let result = call.answered_with(response(body));
    result
        .map(drop)
        .map_err(|error| (error.outcome(), error.code()))
}

/// JSON values of every kind, most of them members of a row.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        any::<i64>().prop_map(|it| it.to_string()),
        "[a-z]{0,4}".prop_map(|it| format!("\"{it}\"")),
        Just("[]".to_owned()),
        (
            "xact_id|amount|is_succeed|xact_date|other",
            "null|1|-0\\.50|\"x\"|\\[\\]|\\{\\}|true|1e9"
        )
            .prop_map(|(name, value)| format!("{{\"{name}\":{value}}}")),
    ]
}

/// Bytes, and texts that look like responses.
fn bodies() -> impl Strategy<Value = Vec<u8>> {
    let text = "[{}\\[\\],:\"a0-9 .e\\\\-]{0,30}";
    let member = "(\"(code|message|is_succeed|type|status)\" ?: ?(\"?[01]\"?|null|true|\\{\\}|\"x\"),?){0,3}";
    prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..40),
        text.prop_map(String::into_bytes),
        member.prop_map(|it| format!("{{{it}}}").into_bytes()),
        member.prop_map(|it| format!("{{{}}}", it.trim_end_matches(',')).into_bytes()),
    ]
}
