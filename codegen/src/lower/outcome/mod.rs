//! Lowers `x-outcome` (what a response proves) and `x-advice` (what to do next). Both are checked
//! against the schemas of the responses.

mod advice;
mod code;
mod condition;
mod known_members;
mod overlap;
mod region;
mod responses;
mod rule_set;

pub(crate) use advice::advice;
pub(crate) use rule_set::rule_sets;

use serde_json::{Map, Value};

use crate::diagnostic::OutcomeProblem;
use crate::source::Location;

use super::context::Out;
use super::facts::extension::{wrong_value, wrong_word};

/// Returns a value as an object, and reports other values and unknown keys.
fn object<'v>(
    out: &mut Out<'_>,
    at: &Location,
    value: &'v Value,
    (name, keys): (&'static str, &[&str]),
    expected: &'static str,
) -> Option<&'v Map<String, Value>> {
    let Some(object) = value.as_object() else {
        wrong_value(out, at, name, expected);
        return None;
    };
    for key in object.keys().filter(|key| !keys.contains(&key.as_str())) {
        wrong_word(out, &at.child(key).key(), name, expected, Some(key));
    }
    Some(object)
}

/// Returns a value as a list, and reports other values.
fn list<'v>(
    out: &mut Out<'_>,
    at: &Location,
    value: Option<&'v Value>,
    name: &str,
    expected: &'static str,
) -> &'v [Value] {
    match value {
        None => &[],
        Some(Value::Array(list)) => list,
        Some(_) => {
            wrong_value(out, at, name, expected);
            &[]
        }
    }
}

/// Returns the documented statuses of a list, and reports other values.
fn statuses(
    out: &mut Out<'_>,
    at: &Location,
    value: Option<&Value>,
    responses: &responses::Responses<'_>,
) -> Vec<u16> {
    let at = at.child("status");
    let mut statuses = Vec::new();
    for (index, item) in list(out, &at, value, "status", EXPECTED_STATUS)
        .iter()
        .enumerate()
    {
        let at = at.child(index);
        let status = item.as_u64().and_then(|status| u16::try_from(status).ok());
        match status.filter(|status| (100..600).contains(status)) {
            Some(status) if responses.members(status).is_some() => statuses.push(status),
            Some(status) => {
                out.report(&at, OutcomeProblem::UnknownStatus(status));
            }
            None => wrong_value(out, &at, "status", EXPECTED_STATUS),
        }
    }
    statuses
}

const EXPECTED_STATUS: &str = "a list of HTTP statuses, as numbers";
