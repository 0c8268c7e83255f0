//! Lowers `x-outcome`: the rule sets that decide what a response proves.

use serde_json::Value;

use crate::diagnostic::OutcomeProblem;
use crate::diagnostic::similar::similar;
use crate::ir::{Classification, FieldRef, Rule, RuleSet};
use crate::source::Location;

use super::code::code;
use super::condition::conditions;
use super::known_members::KnownMembers;
use super::overlap;
use super::overlap::Places;
use super::responses::Responses;
use super::{list, object, statuses};
use crate::lower::context::{Context, Out};
use crate::lower::facts::extension::{wrong_value, wrong_word};
use crate::lower::facts::members::properties::Properties;
use crate::lower::operation::{Site, body};

const KEY: &str = "x-outcome";
const KEYS: [&str; 6] = ["status", "when", "undeclared", "code", "message", "rules"];
const RULE_KEYS: [&str; 3] = ["means", "when", "unless-sent"];
const EXPECTED: &str = "a list of objects with `status`, `when`, `code`, `message` and `rules`";
const EXPECTED_RULE: &str = "objects with `means`, `when` and `unless-sent`";
const EXPECTED_MEANING: &str = "`accepted`, `accepted-earlier` or `refused`";

/// Returns the rule sets of an operation; empty without `x-outcome`.
pub(crate) fn rule_sets(cx: &Context<'_>, out: &mut Out<'_>, site: &Site<'_>) -> Vec<RuleSet> {
    let Some(value) = site.operation.value.extensions.get(KEY) else {
        return Vec::new();
    };
    let at = site.operation.at.child(KEY);
    let responses = Responses::of(cx, site);
    let sent = body::json_members(cx, site);
    let list = list(out, &at, Some(value), KEY, EXPECTED)
        .iter()
        .enumerate();
    let (rule_sets, places): (Vec<_>, Vec<_>) = list
        .filter_map(|(index, value)| rule_set(out, &at.child(index), value, &responses, &sent))
        .unzip();
    overlap::report(out, &rule_sets, &places);
    rule_sets
}

fn rule_set(
    out: &mut Out<'_>,
    at: &Location,
    value: &Value,
    responses: &Responses<'_>,
    sent: &Properties<'_>,
) -> Option<(RuleSet, Places)> {
    let object = object(out, at, value, (KEY, &KEYS), EXPECTED)?;
    if !object.contains_key("status") {
        wrong_value(out, at, KEY, EXPECTED);
    }
    let statuses = statuses(out, at, object.get("status"), responses);
    let members = KnownMembers::of(responses, &statuses);
    let members = members.and_undeclared(out, at, object.get("undeclared"));
    let when = conditions(out, at, object.get("when"), &members);
    let code = object.get("code").and_then(|value| {
        let at = at.child("code");
        code(out, &at, value, &members)
    });
    let message = object.get("message").and_then(|value| {
        let at = at.child("message");
        message(out, &at, value, &members)
    });
    let (rules, places) = rules(out, at, object.get("rules"), &members, sent);
    let rule_set = RuleSet {
        at: out.origin(at),
        statuses,
        when,
        code,
        message,
        rules,
    };
    let places = Places {
        set: at.clone(),
        rules: places,
    };
    Some((rule_set, places))
}

fn message(
    out: &mut Out<'_>,
    at: &Location,
    value: &Value,
    members: &KnownMembers<'_, '_>,
) -> Option<FieldRef> {
    let Some(name) = value.as_str() else {
        wrong_value(out, at, "message", "the name of a member");
        return None;
    };
    let (field, _) = members.field(out, at, name)?;
    Some(field)
}

/// Returns the rules of a set, and their locations.
fn rules(
    out: &mut Out<'_>,
    at: &Location,
    value: Option<&Value>,
    members: &KnownMembers<'_, '_>,
    sent: &Properties<'_>,
) -> (Vec<Rule>, Vec<Location>) {
    let at = at.child("rules");
    let list = list(out, &at, value, "rules", EXPECTED_RULE).iter();
    let rules = list.enumerate().filter_map(|(index, value)| {
        let at = at.child(index);
        let rule = rule(out, &at, value, members, sent)?;
        Some((rule, at))
    });
    rules.unzip()
}

fn rule(
    out: &mut Out<'_>,
    at: &Location,
    value: &Value,
    members: &KnownMembers<'_, '_>,
    sent: &Properties<'_>,
) -> Option<Rule> {
    let object = object(out, at, value, ("rules", &RULE_KEYS), EXPECTED_RULE)?;
    let classification = match object.get("means").map(Value::as_str) {
        Some(Some("accepted")) => Classification::Accepted,
        Some(Some("accepted-earlier")) => Classification::AcceptedEarlier,
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
        when: conditions(out, at, object.get("when"), members),
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
