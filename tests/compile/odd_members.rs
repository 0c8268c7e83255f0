//! Responses with members that do not match the document: what is skipped, and what is proven.

use paynet_api::runtime::{Accepted, BaseUrl, Error, Maybe, Outcome, Raw};

use super::response_with_odd_members::Client;
use super::response_with_odd_members::api::types::{Get404, Order, OrderAddress, Payment, Street};

fn client() -> Client {
    let server = BaseUrl::parse("http://127.0.0.1:1").expect("it is on loopback");
    Client::builder(server).build().expect("it needs nothing")
}

fn get(status: u16, body: &str) -> Result<Accepted<Order>, Error> {
    let raw = Raw::new(status, [], body.into());
    client().api().get("1").answered_with(raw)
}

/// Returns the issues of a response, each with the skipped JSON.
fn issues(accepted: &Accepted<Order>) -> Vec<(String, Option<&str>)> {
    let issues = accepted.decode_issues().iter();
    issues
        .map(|issue| (issue.to_string(), issue.json()))
        .collect()
}

fn issue<'j>(text: &str, json: &'j str) -> (String, Option<&'j str>) {
    (text.to_owned(), Some(json))
}

#[test]
fn a_member_of_the_wrong_type_is_absent_and_reported() {
    let accepted = get(200, r#"{"id":"1","total":"5,00","note":7,"lines":{}}"#);
    let accepted = accepted.expect("it is accepted");
    let expected = [
        issue("`total`: expected an integer, found a string", "\"5,00\""),
        issue("`note`: expected a string, found a number", "7"),
        issue("`lines`: expected an array, found an object", "{}"),
    ];
    assert_eq!(issues(&accepted), expected);
    let order = accepted.response();
    assert_eq!(order.id, "1");
    assert_eq!((order.total, &order.lines), (None, &None));
    assert_eq!(order.note, Maybe::Absent);
    let shown = format!("{accepted:?} {:?}", accepted.decode_issues());
    assert!(!shown.contains("5,00"), "{shown}");
}

#[test]
fn null_is_absent_for_an_optional_member() {
    let accepted = get(
        200,
        r#"{"id":"1","total":null,"lines":null,"stock":null,"payment":null,"address":null}"#,
    );
    let accepted = accepted.expect("it is accepted");
    assert_eq!(issues(&accepted), []);
    assert_eq!(accepted.response().total, None);
}

#[test]
fn a_wrong_element_is_skipped_and_reported_with_its_index() {
    let body = r#"{"id":"1","lines":[{"sku":"a","quantity":"2"},{"sku":null},{"sku":"c"},null]}"#;
    let accepted = get(200, body).expect("it is accepted");
    let expected = [
        issue(
            "`lines[0].quantity`: expected an integer, found a string",
            "\"2\"",
        ),
        issue(
            "`lines[1].sku`: expected a string, found null",
            r#"{"sku":null}"#,
        ),
        issue("`lines[3]`: expected an object, found null", "null"),
    ];
    assert_eq!(issues(&accepted), expected);
    let lines = accepted.response().lines.as_deref().unwrap_or_default();
    let lines: Vec<_> = lines
        .iter()
        .map(|line| (&*line.sku, line.quantity))
        .collect();
    assert_eq!(lines, [("a", None), ("c", None)]);
}

#[test]
fn a_wrong_entry_of_a_map_is_skipped() {
    let accepted = get(200, r#"{"id":"1","stock":{"a":1,"b":"x","a":2}}"#);
    let accepted = accepted.expect("it is accepted");
    let expected = [
        issue("`stock[*]`: expected an integer, found a string", "\"x\""),
        issue("repeated member `stock[*]`", "2"),
    ];
    assert_eq!(issues(&accepted), expected);
    let stock = accepted.response().stock.clone().unwrap_or_default();
    assert_eq!(Vec::from_iter(stock), [("a".to_owned(), 1)]);
}

#[test]
fn a_variant_with_a_tag_is_decoded_member_by_member() {
    let accepted = get(200, r#"{"id":"1","payment":{"kind":"card","fee":"1"}}"#);
    let accepted = accepted.expect("it is accepted");
    let expected = [issue(
        "`payment.fee`: expected an integer, found a string",
        "\"1\"",
    )];
    assert_eq!(issues(&accepted), expected);
    let payment = accepted.response().payment.as_ref();
    assert!(matches!(payment, Some(Payment::Card(card)) if card.fee.is_none()));
    // A variant that lacks a required member is kept as received.
    let accepted = get(200, r#"{"id":"1","payment":{"kind":"transfer"}}"#);
    let accepted = accepted.expect("it is accepted");
    assert_eq!(issues(&accepted), []);
    let payment = accepted.response().payment.as_ref();
    assert!(matches!(payment, Some(Payment::Other(_))));
}

#[test]
fn a_variant_without_a_tag_must_match() {
    let address = |json| {
        let body = format!(r#"{{"id":"1","address":{json}}}"#);
        let accepted = get(200, &body).expect("it is accepted");
        assert_eq!(issues(&accepted), []);
        accepted.into_response().address
    };
    let found = address(r#"{"street":"s","number":"5"}"#);
    assert!(matches!(found, Some(OrderAddress::Other(_))), "{found:?}");
    let found = address(r#"{"street":"s","number":null}"#);
    assert!(
        matches!(
            &found,
            Some(OrderAddress::Street(Street { number: None, .. }))
        ),
        "{found:?}"
    );
}

#[test]
fn an_accepted_response_without_a_required_member_is_an_error_that_says_accepted() {
    for (body, text) in [
        (r#"{"total":5}"#, "missing member `id`"),
        (r#"{"id":null}"#, "`id`: expected a string, found null"),
        (r#"{"id":"1","id":"1"}"#, "repeated member `id`"),
        ("[]", "expected an object, found an array"),
    ] {
        let error = get(200, body).expect_err("it has no id");
        assert_eq!(error.outcome(), Outcome::Accepted, "{body}");
        assert!(error.is_accepted() && error.acceptance().is_some());
        assert!(!error.is_unknown() && !error.is_refused() && !error.is_not_sent());
        assert_eq!(
            error.to_string(),
            format!(
                "get: accepted, but its response could not be decoded (the operation changes nothing, so it may be sent again). The response does not match its documentation: {text}. HTTP 200."
            )
        );
    }
}

#[test]
fn a_refusal_without_a_required_member_is_a_refusal() {
    let error = get(404, r#"{"reason":5}"#).expect_err("it is refused");
    assert_eq!(error.outcome(), Outcome::Refused);
    assert!(error.body::<Get404>().is_none() && error.acceptance().is_none());
}

#[test]
fn a_response_that_is_not_json_proves_nothing() {
    for (status, body) in [(200, "<html>"), (200, ""), (404, "<html>")] {
        let error = get(status, body).expect_err("it is no JSON");
        assert_eq!(error.outcome(), Outcome::Unknown, "{status} {body}");
    }
}

#[test]
fn a_list_skips_its_wrong_elements() {
    let body = r#"[{"id":"1"},5,{"id":"3"}]"#;
    let raw = Raw::new(200, [], body.into());
    let accepted = client().api().list().answered_with(raw);
    let accepted = accepted.expect("it is accepted");
    let ids: Vec<_> = accepted.response().iter().map(|order| &*order.id).collect();
    assert_eq!(ids, ["1", "3"]);
    assert_eq!(accepted.decode_issues().len(), 1);
    assert_eq!(accepted.decode_issues()[0].path(), "[1]");
    // The number of kept issues is limited, so that memory is.
    let raw = Raw::new(200, [], format!("[5{}]", ",5".repeat(9_999)).into_bytes());
    let accepted = client().api().list().answered_with(raw);
    let accepted = accepted.expect("it is accepted");
    assert!(accepted.response().is_empty());
    assert_eq!(accepted.decode_issues().len(), 100);
}
