//! The judge held against small tables.

mod tables;

use super::*;
use tables::{AGREEING, FORMS, INFO, REPLIES, Reply};

/// What was concluded, for a table: `accepted`, `done before`, `refused`, or why it is unknown.
fn verdict(readings: &'static [Reading], status: u16, body: &str, sent: &str) -> String {
    let info = Info { readings, ..INFO };
    let raw = Raw::new(status, [], body.into());
    match judge(&info, REPLIES, &raw, sent.as_bytes()).conclusion {
        Conclusion::Accepted(Standing::Accepted, Reply) => "accepted".into(),
        Conclusion::Accepted(Standing::DoneBefore, Reply) => "done before".into(),
        Conclusion::Denied(denial) if denial.outcome == Outcome::Refused => {
            assert!(denial.body.is_some() && denial.unreadable.is_none());
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
        (r#"{"code":0,"ok":true,"ok":false}"#, "unreadable"),
        (r#"{"code":[0],"ok":true}"#, "unreadable"),
        (r#"{"code":null,"ok":true}"#, "unreadable"),
        (r#"{"code":0,"ok":"yes"}"#, "unreadable"),
        (r#"[{"code":0,"ok":true}]"#, "unreadable"),
        ("", "unreadable"),
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
fn a_status_that_no_reading_names_proves_nothing() {
    for status in [201, 204, 302, 400, 404, 500] {
        assert_eq!(
            verdict(AGREEING, status, r#"{"code":0,"ok":true}"#, ""),
            "undecided",
            "{status}"
        );
    }
}

#[test]
fn the_first_reading_that_fits_is_used() {
    for (status, body, expected) in [
        (400, r#"{"result":6}"#, "refused"),
        (400, r#"{"result":"no"}"#, "refused"),
        (400, r#"{"result":5}"#, "undecided"),
        (400, r#"{"result":""}"#, "refused"),
        (400, r"{}", "refused"),
        (400, "[]", "unreadable"),
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
        (200, "x", "unreadable"),
        (204, "", "accepted"),
        (201, "{}", "undecided"),
        (400, "{}", "refused"),
        (400, "x", "unreadable"),
        (404, "{}", "refused"),
        (408, "{}", "undecided"),
        (302, "{}", "undecided"),
        (500, "{}", "undecided"),
    ] {
        assert_eq!(verdict(&[], status, body, ""), expected, "{status} {body}");
    }
    let none: &'static [Documented<Reply>] = &[];
    let undocumented = judge(&INFO, none, &Raw::new(200, [], b"{}".to_vec()), b"");
    assert!(
        matches!(undocumented.conclusion, Conclusion::Denied(denial) if denial.kind == ErrorKind::Undocumented)
    );
}

#[test]
fn what_a_reply_says_is_taken_from_its_reading() {
    let says = |status, body: &str| {
        let info = Info {
            readings: AGREEING,
            ..INFO
        };
        let says = judge(&info, REPLIES, &Raw::new(status, [], body.into()), b"").says;
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
