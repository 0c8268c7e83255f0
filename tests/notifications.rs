//! What Paynet posts to the address of a refund: decoded from bytes, and nothing unexpected is
//! lost.

use paynet_api::transaction::callbacks::parse_refund_decided;
use paynet_api::transaction::types::RefundNotificationCode as Code;

/// Returns the decision in a notification, if it can be decoded.
fn decision(body: &str) -> Option<Option<Code>> {
    parse_refund_decided(body.as_bytes())
        .ok()
        .map(|unsigned| unsigned.into_claim().code)
}

/// The documents have no example; 0 is approved and 1 is not, typed as text (refund.md, "Parameters
/// that posted to succedUrl").
#[test]
fn zero_is_approved_one_is_not_and_other_codes_are_kept() {
    let other = |text: &str| Some(Some(Code::Other(text.into())));
    for (code, expected) in [
        (r#""0""#, Some(Some(Code::Approved))),
        ("0", Some(Some(Code::Approved))),
        (r#""1""#, Some(Some(Code::NotApproved))),
        ("1", Some(Some(Code::NotApproved))),
        ("7", other("7")),
        (r#""00""#, other("00")),
        (r#""onay""#, other("onay")),
        (r#""""#, other("")),
        ("null", Some(None)),
        ("[0]", Some(None)),
    ] {
        assert_eq!(
            decision(&format!(r#"{{"xact_id":"xk_1","code":{code}}}"#)),
            expected,
            "{code}"
        );
    }
}

#[test]
fn only_json_objects_are_notifications() {
    for body in [
        "",
        "code=0&xact_id=xk_1",
        "[]",
        "0",
        r#"{"code":"0""#,
        r#"{"code":"0"}{"code":"1"}"#,
    ] {
        assert_eq!(decision(body), None, "{body}");
    }
    assert_eq!(decision("{}"), Some(None));
    // A decision that contradicts itself is none.
    assert_eq!(decision(r#"{"code":"0","code":"1"}"#), Some(None));
}

#[test]
fn a_member_of_another_type_is_absent_and_reported() {
    let body = "\u{feff}{\"xact_id\":[1],\"code\":\"0\",\"message\":null}";
    let unsigned = parse_refund_decided(body.as_bytes()).expect("it is a notification");
    let claim = unsigned.claim();
    assert_eq!(claim.code, Some(Code::Approved));
    assert_eq!((&claim.xact_id, &claim.message), (&None, &None));
    let issues: Vec<_> = unsigned
        .decode_issues()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(issues, ["`xact_id`: expected a string, found an array"]);
}

#[test]
fn strings_are_kept_and_unknown_members_ignored() {
    let body =
        r#"{"xact_id":"xk_*1","code":"1","status":3,"message":"Onaylanmadı","new":{"a":[1]}}"#;
    let unsigned = parse_refund_decided(body.as_bytes()).expect("it is a notification");
    let claim = unsigned.claim();
    assert_eq!(claim.xact_id.as_deref(), Some("xk_*1"));
    assert_eq!(claim.status.as_deref(), Some("3"));
    assert_eq!(claim.message.as_deref(), Some("Onaylanmadı"));
}
