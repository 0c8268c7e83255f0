//! What the documents do not allow is rejected, with a reason that names the part.

use paynet_api::runtime::server::{Recognized, Rejection, ServerRequest};
use paynet_api::server::Request;

/// A refund, changed.
fn refund(body: &str) -> ServerRequest {
    with_headers(
        "/v1/transaction/reversed_request",
        &[
            ("Authorization", "Basic sck_invented"),
            ("Content-Type", "application/json; charset=UTF-8"),
        ],
        body,
    )
}

fn with_headers(path: &str, headers: &[(&str, &str)], body: &str) -> ServerRequest {
    let request = ServerRequest::new("POST", path).with_body(body);
    let headers = headers.iter();
    headers.fold(request, |request, (name, value)| {
        request.with_header(*name, *value)
    })
}

#[track_caller]
fn rejection(request: &ServerRequest) -> Rejection {
    match Request::read(request) {
        Ok(recognized) => panic!("{recognized:?}"),
        Err(rejection) => rejection,
    }
}

/// Asserts the status, the operation, the member and the text of a rejection.
#[track_caller]
fn rejected(request: &ServerRequest, expected: (u16, Option<&str>, Option<&str>, &str)) {
    let rejection = rejection(request);
    let (status, operation, member) = (
        rejection.status(),
        rejection.operation(),
        rejection.member(),
    );
    let text = rejection.to_string();
    assert_eq!((status, operation, member.as_deref(), &*text), expected);
}

#[test]
fn another_path_or_method_is_no_operation() {
    let none = (404, None, None, "no operation has this path");
    for path in [
        "/",
        "",
        "/v1/transaction",
        "/v1/transaction/check/",
        "//v1/transaction/check",
        "/V1/transaction/check",
        "/v1/transaction%2Fcheck",
    ] {
        rejected(&ServerRequest::new("POST", path), none);
    }
    for method in ["GET", "post"] {
        rejected(
            &ServerRequest::new(method, "/v1/transaction/check"),
            (405, None, None, "unknown method, expected POST"),
        );
    }
}

#[test]
fn a_missing_credential_is_rejected_and_another_is_passed_on() {
    let missing = (
        401,
        Some("refund"),
        None,
        "missing credential: expected the header `Authorization` with `Basic …`",
    );
    for headers in [
        &[][..],
        &[("Authorization", "sck_invented")],
        &[("Authorization", "Basic ")],
        &[("Authorization", "Bearer sck_invented")],
    ] {
        let path = "/v1/transaction/reversed_request";
        rejected(&with_headers(path, headers, ""), missing);
    }
    let Recognized { credentials, .. } = Request::read(&refund(r#"{"xact_id":"xk_1"}"#)).unwrap();
    let given: Vec<_> = credentials
        .iter()
        .map(|given| (given.scheme.name, given.value.expose()))
        .collect();
    assert_eq!(given, [("secretKey", "sck_invented")]);
}

#[test]
fn a_missing_header_is_named() {
    let headers = [("Content-Type", "application/json")];
    rejected(
        &with_headers("/v1/softpos/check_transaction", &headers, "{}"),
        (
            400,
            Some("checkTransaction"),
            Some("Session-Key"),
            "missing header `Session-Key`",
        ),
    );
}

#[test]
fn a_header_with_another_value_is_rejected() {
    let headers = [
        ("Authorization", "Basic sck_invented"),
        ("Content-Type", "application/json"),
        ("PaynetMobile", "3"),
    ];
    rejected(
        &with_headers("/v1/agent/logout", &headers, r#"{"session_key":"s"}"#),
        (
            400,
            Some("endSession"),
            Some("PaynetMobile"),
            "header `PaynetMobile`: expected `2`",
        ),
    );
}

#[test]
fn a_body_of_another_media_type_is_rejected() {
    let path = "/v1/transaction/reversed_request";
    let key = ("Authorization", "Basic sck_invented");
    let text = "unknown Content-Type, expected `application/json`";
    for headers in [&[key][..], &[key, ("Content-Type", "text/json")]] {
        let request = with_headers(path, headers, r#"{"xact_id":"xk_1"}"#);
        rejected(&request, (415, Some("refund"), None, text));
    }
}

/// Bodies of a refund, each with the member and the text of its rejection.
const WRONG: [(&str, Option<&str>, &str); 11] = [
    ("", None, "expected JSON, found nothing"),
    ("{", None, "expected JSON, found another format"),
    ("[]", None, "expected an object, found an array"),
    ("{}", Some("xact_id"), "missing member `xact_id`"),
    (
        r#"{"xact_id":1}"#,
        Some("xact_id"),
        "`xact_id`: expected a string, found a number",
    ),
    (
        r#"{"xact_id":"xk_1","xact_id":"xk_2"}"#,
        Some("xact_id"),
        "repeated member `xact_id`",
    ),
    (
        r#"{"xact_id":"xk_1","succeedUrl":null}"#,
        Some("succeedUrl"),
        "`succeedUrl`: expected a string, found null",
    ),
    (
        r#"{"xact_id":"xk_1","succeedUrl":"shop"}"#,
        Some("succeedUrl"),
        "`succeedUrl`: expected an absolute address, found a string",
    ),
    (
        r#"{"xact_id":"xk_1","amount":1050}"#,
        Some("amount"),
        "`amount`: expected a string, found a number",
    ),
    (
        r#"{"xact_id":"xk_1","amount":null}"#,
        Some("amount"),
        "`amount`: expected a string, found null",
    ),
    (
        r#"{"xact_id":"xk_1","amount":"10.50"}"#,
        Some("amount"),
        AMOUNT,
    ),
];

const AMOUNT: &str = "`amount`: expected an amount in kuruş, in a string of digits, found a string";

#[test]
fn a_wrong_body_names_the_member() {
    for (body, member, text) in WRONG {
        let text = format!("body: {text}");
        rejected(&refund(body), (400, Some("refund"), member, &text));
    }
}

#[test]
fn an_amount_is_written_in_one_form() {
    let text = format!("body: {AMOUNT}");
    for wrong in [
        "",
        "00",
        "-1",
        "01050",
        "+1050",
        " 1050",
        "9223372036854775808",
    ] {
        let request = refund(&format!(r#"{{"xact_id":"xk_1","amount":"{wrong}"}}"#));
        rejected(&request, (400, Some("refund"), Some("amount"), &text));
    }
}

#[test]
fn unknown_members_are_reported() {
    let request = refund(r#"{"Amount":"1","xact_id":"xk_1","x":{"y":1}}"#);
    let Recognized {
        unknown_members, ..
    } = Request::read(&request).unwrap();
    let unknown: Vec<_> = unknown_members
        .iter()
        .map(|unknown| (unknown.path(), unknown.json().unwrap_or_default()))
        .collect();
    let expected = [("Amount", r#""1""#), ("x", r#"{"y":1}"#)];
    assert_eq!(
        unknown,
        expected.map(|(path, json)| (path.to_owned(), json))
    );
    assert_eq!(unknown_members[0].to_string(), "unknown member `Amount`");
}

#[test]
fn nothing_of_a_request_is_printed() {
    let request = refund(r#"{"xact_id":"xk_1","succeedUrl":"https://canary"}"#);
    let printed = format!(
        "{request:?} {:?}",
        Request::read(&request).unwrap().credentials
    );
    assert!(
        !printed.contains("canary") && !printed.contains("sck"),
        "{printed}"
    );
}
