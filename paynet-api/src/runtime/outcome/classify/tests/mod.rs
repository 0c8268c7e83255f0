//! The judge held against small tables.

mod tables;

use self::tables::{AGREEING, FORMS, INFO, RESPONSES, Response};
use crate::runtime::outcome::classify::*;

/// What was concluded, for a table: `accepted`, `done before`, `refused`, or why it is unknown.
fn verdict(rule_sets: &'static [RuleSet], status: u16, body: &str, sent: &str) -> String {
    let info = Info { rule_sets, ..INFO };
    let raw = Raw::new(status, [], body.into());
    match judge(&info, RESPONSES, &raw, sent.as_bytes()).conclusion {
        Conclusion::Accepted(Acceptance::New, Response) => "accepted".into(),
        Conclusion::Accepted(Acceptance::Earlier, Response) => "done before".into(),
        Conclusion::Denied(denial) if denial.outcome == Outcome::Refused => {
            assert!(denial.body.is_some() && denial.decode_error.is_none());
            "refused".into()
        }
        Conclusion::Denied(denial) => format!("{:?}", denial.kind).to_lowercase(),
    }
}

#[test]
fn the_first_rule_that_holds_decides() {
    for (body, expected) in [
        (r#"{"code":0,"ok":true}"#, "accepted"),
        (r#"{"code":"0","ok":"true"}"#, "accepted"),
        (r#"{"code":0.0,"ok":true,"new":{}}"#, "accepted"),
        (r#"{"code":100,"ok":true}"#, "done before"),
        (r#"{"code":100}"#, "done before"),
        (r#"{"code":0,"ok":false}"#, "refused"),
        (r#"{"code":6,"ok":false}"#, "refused"),
        (r#"{"code":6,"ok":true}"#, "undecided"),
        (r#"{"code":0}"#, "undecided"),
        (r#"{"code":0,"ok":""}"#, "undecided"),
        (r#"{"code":0,"ok":null}"#, "undecided"),
        (r#"{"ok":true}"#, "undecided"),
        (r#"{"code":5,"ok":false}"#, "undecided"),
        (r"{}", "undecided"),
        (r#"{"code":0,"ok":true,"ok":false}"#, "undecodable"),
        (r#"{"code":[0],"ok":true}"#, "undecodable"),
        (r#"{"code":null,"ok":true}"#, "undecodable"),
        (r#"{"code":0,"ok":"yes"}"#, "undecodable"),
        (r#"[{"code":0,"ok":true}]"#, "undecodable"),
        ("", "undecodable"),
    ] {
        assert_eq!(verdict(AGREEING, 200, body, "{}"), expected, "{body}");
    }
}

#[test]
fn what_was_sent_can_take_a_meaning_away() {
    let done = r#"{"code":100}"#;
    for (sent, expected) in [
        (r#"{"id":"a"}"#, "done before"),
        (r#"{"id":"a","amount":"5"}"#, "undecided"),
        (r#"{"id":"a","amount":null}"#, "undecided"),
        (r#"{"id":{"amount":"5"}}"#, "done before"),
    ] {
        assert_eq!(verdict(AGREEING, 200, done, sent), expected, "{sent}");
    }
}

#[test]
fn a_status_that_no_rule_set_names_proves_nothing() {
    for status in [201, 204, 302, 400, 404, 500] {
        assert_eq!(
            verdict(AGREEING, status, r#"{"code":0,"ok":true}"#, ""),
            "undecided",
            "{status}"
        );
    }
}

#[test]
fn the_first_rule_set_that_fits_is_used() {
    for (status, body, expected) in [
        (400, r#"{"result":6}"#, "refused"),
        (400, r#"{"result":"no"}"#, "refused"),
        (400, r#"{"result":5}"#, "undecided"),
        (400, r#"{"result":""}"#, "refused"),
        (400, r"{}", "refused"),
        (400, "[]", "undecodable"),
        (400, r#"{"result":1,"result":1}"#, "undecided"),
        (404, r"{}", "undecided"),
        (404, r#"{"result":6}"#, "refused"),
        (204, "", "accepted"),
    ] {
        assert_eq!(
            verdict(FORMS, status, body, ""),
            expected,
            "{status} {body}"
        );
    }
}

#[test]
fn without_readings_the_status_decides() {
    for (status, body, expected) in [
        (200, r#"{"code":5}"#, "accepted"),
        (200, "x", "undecodable"),
        (204, "", "accepted"),
        (201, "{}", "undecided"),
        (400, "{}", "refused"),
        (400, "x", "undecodable"),
        (404, "{}", "refused"),
        (408, "{}", "undecided"),
        (302, "{}", "undecided"),
        (500, "{}", "undecided"),
    ] {
        assert_eq!(verdict(&[], status, body, ""), expected, "{status} {body}");
    }
    let none: &'static [Documented<Response>] = &[];
    let undocumented = judge(&INFO, none, &Raw::new(200, [], b"{}".to_vec()), b"");
    assert!(
        matches!(undocumented.conclusion, Conclusion::Denied(denial) if denial.kind == ErrorKind::Undocumented)
    );
}

#[test]
fn what_a_response_says_is_taken_from_its_reading() {
    let says = |status, body: &str| {
        let info = Info {
            rule_sets: AGREEING,
            ..INFO
        };
        let says = judge(&info, RESPONSES, &Raw::new(status, [], body.into()), b"").says;
        (says.code, says.label, says.message, says.advice)
    };
    let six = says(200, r#"{"code":"6","message":"m"}"#);
    assert_eq!(
        six,
        (Some(6), Some("six"), Some("m".to_owned()), Some("any"))
    );
    assert_eq!(
        says(200, r#"{"code":7,"message":""}"#),
        (Some(7), None, None, Some("seven"))
    );
    assert_eq!(
        says(500, r#"{"code":7,"message":"m"}"#),
        (None, None, None, Some("any"))
    );
}
