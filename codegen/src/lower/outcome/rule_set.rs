//! `x-outcome`

use serde_json::Value;

use crate::diagnostic::OutcomeProblem;
use crate::diagnostic::similar::similar;
use crate::ir::{Classification, FieldRef, Media, Rule, RuleSet};
use crate::source::Location;

use super::code::code;
use super::condition::conditions;
use super::responses::Responses;
use super::{list, object, statuses};
use crate::lower::context::{Context, Out};
use crate::lower::facts::extension::{wrong_value, wrong_word};
use crate::lower::facts::properties;
use crate::lower::facts::properties::Properties;
use crate::lower::operation::{Site, body, media};

const KEY: &str = "x-outcome";
const KEYS: [&str; 5] = ["status", "when", "code", "message", "rules"];
const RULE_KEYS: [&str; 3] = ["means", "when", "unless-sent"];
const EXPECTED: &str = "a list of objects with `status`, `when`, `code`, `message` and `rules`";
const EXPECTED_RULE: &str = "objects with `means`, `when` and `unless-sent`";
const EXPECTED_MEANING: &str = "`accepted`, `done-before` or `refused`";

/// What an operation's responses prove; empty where it doesn't say.
pub(crate) fn rule_sets(cx: &Context<'_>, out: &mut Out<'_>, site: &Site<'_>) -> Vec<RuleSet> {
    let Some(value) = site.operation.value.extensions.get(KEY) else {
        return Vec::new();
    };
    let at = site.operation.at.child(KEY);
    let responses = Responses::of(cx, site);
    let sent = sent(cx, site);
    let mut rule_sets = Vec::new();
    for (index, value) in list(out, &at, Some(value), KEY, EXPECTED)
        .iter()
        .enumerate()
    {
        let at = at.child(index);
        rule_sets.extend(rule_set(out, &at, value, &responses, &sent));
        report_unreachable(out, &at, &rule_sets);
    }
    rule_sets
}

fn rule_set(
    out: &mut Out<'_>,
    at: &Location,
    value: &Value,
    responses: &Responses<'_>,
    sent: &Properties<'_>,
) -> Option<RuleSet> {
    let object = object(out, at, value, (KEY, &KEYS), EXPECTED)?;
    if !object.contains_key("status") {
        wrong_value(out, at, KEY, EXPECTED);
    }
    let statuses = statuses(out, at, object.get("status"), responses);
    let when = conditions(out, at, object.get("when"), responses, &statuses);
    let code = object.get("code").and_then(|value| {
        let at = at.child("code");
        code(out, &at, value, responses, &statuses)
    });
    let message = object.get("message").and_then(|value| {
        let at = at.child("message");
        message(out, &at, value, responses, &statuses)
    });
    let rules_at = at.child("rules");
    let rules = list(out, &rules_at, object.get("rules"), "rules", EXPECTED_RULE).iter();
    let rules = rules.enumerate().filter_map(|(index, value)| {
        let at = rules_at.child(index);
        rule(out, &at, value, responses, &statuses, sent)
    });
    Some(RuleSet {
        rules: rules.collect(),
        at: out.origin(at),
        statuses,
        when,
        code,
        message,
    })
}

fn message(
    out: &mut Out<'_>,
    at: &Location,
    value: &Value,
    responses: &Responses<'_>,
    statuses: &[u16],
) -> Option<FieldRef> {
    let Some(name) = value.as_str() else {
        wrong_value(out, at, "message", "the name of a member");
        return None;
    };
    let (field, _) = responses.field(out, at, statuses, name)?;
    Some(field)
}

fn rule(
    out: &mut Out<'_>,
    at: &Location,
    value: &Value,
    responses: &Responses<'_>,
    statuses: &[u16],
    sent: &Properties<'_>,
) -> Option<Rule> {
    let object = object(out, at, value, ("rules", &RULE_KEYS), EXPECTED_RULE)?;
    let classification = match object.get("means").map(Value::as_str) {
        Some(Some("accepted")) => Classification::Accepted,
        Some(Some("done-before")) => Classification::AcceptedEarlier,
        Some(Some("refused")) => Classification::Refused,
        Some(word) => {
            wrong_word(out, &at.child("means"), "means", EXPECTED_MEANING, word);
            return None;
        }
        None => {
            wrong_value(out, at, "means", EXPECTED_MEANING);
            return None;
        }
    };
    Some(Rule {
        classification,
        when: conditions(out, at, object.get("when"), responses, statuses),
        unless_sent: unless_sent(out, at, object.get("unless-sent"), sent),
    })
}

fn unless_sent(
    out: &mut Out<'_>,
    at: &Location,
    value: Option<&Value>,
    sent: &Properties<'_>,
) -> Vec<String> {
    const KEY: &str = "unless-sent";
    const EXPECTED: &str = "a list of the request's members";
    let at = at.child(KEY);
    let mut names = Vec::new();
    for (index, value) in list(out, &at, value, KEY, EXPECTED).iter().enumerate() {
        let at = at.child(index);
        match value.as_str() {
            Some(name) if sent.contains_key(name) => names.push(name.to_owned()),
            Some(name) => {
                let similar = similar(name, sent.keys().copied());
                out.report(
                    &at,
                    OutcomeProblem::UnknownRequestProperty(name.to_owned(), similar),
                );
            }
            None => wrong_value(out, &at, KEY, EXPECTED),
        }
    }
    names
}

/// The members of the request's JSON body.
fn sent<'d>(cx: &Context<'d>, site: &Site<'d>) -> Properties<'d> {
    let Some(resolved) = body::of_site(cx, site) else {
        return Properties::new();
    };
    let at = resolved.item.at.child("content");
    match media::preferred(cx, &at, &resolved.item.value.content) {
        Some(entry) if entry.media == Media::Json => entry
            .schema
            .map(|schema| properties::of(cx.document, &schema))
            .unwrap_or_default(),
        _ => Properties::new(),
    }
}

/// The last reading can't be reached if earlier ones take all its statuses unconditionally.
fn report_unreachable(out: &mut Out<'_>, at: &Location, rule_sets: &[RuleSet]) {
    let Some((last, earlier)) = rule_sets.split_last() else {
        return;
    };
    let taking = |status: &u16| {
        let takes =
            |rule_set: &&RuleSet| rule_set.when.is_empty() && rule_set.statuses.contains(status);
        earlier.iter().find(takes)
    };
    let taking: Option<Vec<&RuleSet>> = last.statuses.iter().map(taking).collect();
    if let Some(first) = taking.and_then(|taking| taking.first().copied()) {
        let also = (&first.at, "this one takes its responses");
        out.report_other(at, OutcomeProblem::Unreachable, also);
    }
}
