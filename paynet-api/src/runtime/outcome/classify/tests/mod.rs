//! Classification by small rule sets.

mod tables;

use self::tables::{ADVICE, AGREEING, FORMS, RESPONSES, Response};
use crate::runtime::outcome::classify::*;

fn rules(rule_sets: &'static [RuleSet]) -> Rules {
    Rules {
        rule_sets,
        advice: ADVICE,
    }
}

/// Returns `accepted`, `accepted earlier`, `refused`, or why the outcome is unknown; with the
/// members that were skipped, or ` without response` if the body was not decoded.
fn classified(
    rule_sets: &'static [RuleSet],
    status: u16,
    body: impl Into<Vec<u8>>,
    sent: &str,
) -> String {
    let raw = Raw::new(status, [], body.into());
    let classified = classify(rules(rule_sets), RESPONSES, &raw, sent.as_bytes());
    let mut shown = match classified.result {
        Ok((Acceptance::New, Response)) => "accepted".into(),
        Ok((Acceptance::Earlier, Response)) => "accepted earlier".into(),
        Err((error, _)) => {
            let decoded = match (&error.body, &error.decode_error) {
                (None, Some(_)) => " without response",
                (Some(_), None) => "",
                found => panic!("expected a body or an error, found {found:?}"),
            };
            match (error.outcome, error.acceptance) {
                (Outcome::Accepted, Some(Acceptance::New)) => format!("accepted{decoded}"),
                (Outcome::Accepted, Some(_)) => format!("accepted earlier{decoded}"),
                (Outcome::Refused, None) => format!("refused{decoded}"),
                (Outcome::Unknown, None) => format!("{:?}", error.kind).to_lowercase(),
                found => panic!("{found:?}"),
            }
        }
    };
    for issue in classified.issues {
        shown.push_str(&format!(", {issue}"));
    }
    shown
}

#[test]
fn the_first_rule_that_holds_decides() {
    for (body, expected) in [
        (r#"{"code":0,"ok":true}"#, "accepted"),
        (r#"{"code":"0","ok":"true"}"#, "accepted"),
        (r#"{"code":0.0,"ok":true,"new":{}}"#, "accepted"),
        (r#"{"code":100,"ok":true}"#, "accepted earlier"),
        (r#"{"code":100}"#, "accepted earlier"),
        (r#"{"code":0,"ok":false}"#, "refused"),
        (r#"{"code":6,"ok":false}"#, "refused"),
        (r#"{"code":6,"ok":true}"#, "undecided"),
        (r#"{"code":0}"#, "undecided"),
        (r#"{"code":0,"ok":""}"#, "undecided"),
        ("\u{feff}{\"code\":0,\"ok\":true}", "accepted"),
        (r#"{"code":0,"ok":null}"#, "undecided"),
        (r#"{"ok":true}"#, "undecided"),
        (r#"{"code":5,"ok":false}"#, "undecided"),
        (r"{}", "undecided"),
        (
            r#"{"code":0,"ok":true,"ok":false}"#,
            "undecided, repeated member `ok`",
        ),
        (
            r#"{"code":100,"ok":true,"ok":true}"#,
            "undecided, repeated member `ok`",
        ),
        (
            r#"{"code":[0],"ok":true}"#,
            "undecided, `code`: expected an integer, found an array",
        ),
        (r#"{"code":null,"ok":true}"#, "undecided"),
        (
            r#"{"code":0,"ok":"yes"}"#,
            "undecided, `ok`: expected a boolean, found a string",
        ),
        (r#"[{"code":0,"ok":true}]"#, "undecodable"),
        ("", "undecodable"),
    ] {
        assert_eq!(classified(AGREEING, 200, body, "{}"), expected, "{body}");
    }
}

#[test]
fn a_member_that_no_rule_names_changes_nothing() {
    for (member, issue) in [
        (r#""amount":null"#, ""),
        (
            r#""amount":"5""#,
            ", `amount`: expected an integer, found a string",
        ),
        (r#""amount":1,"amount":1"#, ", repeated member `amount`"),
        (r#""id":1"#, " without response"),
        (r#""id":null"#, " without response"),
        (r#""id":"a","id":"a""#, " without response"),
    ] {
        for (decided, expected) in [
            (r#""code":0,"ok":true"#, "accepted"),
            (r#""code":100"#, "accepted earlier"),
            (r#""code":6,"ok":false"#, "refused"),
        ] {
            assert_eq!(
                classified(AGREEING, 200, format!("{{{member},{decided}}}"), "{}"),
                format!("{expected}{issue}"),
            );
        }
    }
}

#[test]
fn a_string_in_another_encoding_changes_nothing() {
    let body = b"{\"code\":0,\"ok\":true,\"message\":\"\xddade\"}";
    assert_eq!(
        classified(AGREEING, 200, *body, "{}"),
        "accepted, expected UTF-8, found another encoding"
    );
}

#[test]
fn a_rule_does_not_hold_if_its_excluded_member_was_sent() {
    let done = r#"{"code":100}"#;
    for (sent, expected) in [
        (r#"{"id":"a"}"#, "accepted earlier"),
        (r#"{"id":"a","amount":"5"}"#, "undecided"),
        (r#"{"id":"a","amount":null}"#, "undecided"),
        (r#"{"id":{"amount":"5"}}"#, "accepted earlier"),
    ] {
        assert_eq!(classified(AGREEING, 200, done, sent), expected, "{sent}");
    }
}

#[test]
fn a_status_without_a_rule_set_proves_nothing() {
    for status in [201, 204, 302, 400, 404, 500] {
        assert_eq!(
            classified(AGREEING, status, r#"{"code":0,"ok":true}"#, ""),
            "undecided",
            "{status}"
        );
    }
}

#[test]
fn the_first_rule_set_that_applies_is_used() {
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
            classified(FORMS, status, body, ""),
            expected,
            "{status} {body}"
        );
    }
}

#[test]
fn without_rules_the_status_decides() {
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
        assert_eq!(
            classified(&[], status, body, ""),
            expected,
            "{status} {body}"
        );
    }
    let none: &'static [Documented<Response>] = &[];
    let raw = Raw::new(200, [], b"{}".to_vec());
    let undocumented = classify(rules(&[]), none, &raw, b"").result;
    assert!(undocumented.is_err_and(|(error, _)| error.kind == ErrorKind::Undocumented));
}

#[test]
fn code_message_and_advice_come_from_the_rule_set_that_applies() {
    let details = |status, body: &str| {
        let raw = Raw::new(status, [], body.into());
        let classified = classify(rules(AGREEING), RESPONSES, &raw, b"");
        let (_, details) = classified.result.unwrap_err();
        (details.code, details.label, details.message, details.advice)
    };
    let six = details(200, r#"{"code":"6","message":"m"}"#);
    assert_eq!(
        six,
        (Some(6), Some("six"), Some("m".to_owned()), Some("any"))
    );
    assert_eq!(
        details(200, r#"{"code":7,"message":""}"#),
        (Some(7), None, None, Some("seven"))
    );
    assert_eq!(
        details(500, r#"{"code":7,"message":"m"}"#),
        (None, None, None, Some("any"))
    );
}
