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

/// Returns `accepted`, `accepted earlier`, `refused`, or why the outcome is unknown.
fn classified(rule_sets: &'static [RuleSet], status: u16, body: &str, sent: &str) -> String {
    let raw = Raw::new(status, [], body.into());
    match classify(rules(rule_sets), RESPONSES, &raw, sent.as_bytes()).result {
        Ok((Acceptance::New, Response)) => "accepted".into(),
        Ok((Acceptance::Earlier, Response)) => "accepted earlier".into(),
        Err(error) if error.outcome == Outcome::Refused => {
            assert!(error.body.is_some() && error.decode_error.is_none());
            "refused".into()
        }
        Err(error) => format!("{:?}", error.kind).to_lowercase(),
    }
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
        assert_eq!(classified(AGREEING, 200, body, "{}"), expected, "{body}");
    }
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
    assert!(undocumented.is_err_and(|error| error.kind == ErrorKind::Undocumented));
}

#[test]
fn code_message_and_advice_come_from_the_rule_set_that_applies() {
    let details = |status, body: &str| {
        let raw = Raw::new(status, [], body.into());
        let details = classify(rules(AGREEING), RESPONSES, &raw, b"").details;
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
