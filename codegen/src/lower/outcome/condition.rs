//! `when`: conditions on the members of a response.

use serde_json::Value;

use crate::diagnostic::OutcomeProblem;
use crate::ir::{Condition, Is, Literal};
use crate::read::schema_view::JsonType;
use crate::source::Location;

use super::known_members::KnownMembers;
use crate::lower::context::Out;
use crate::lower::facts::extension::{wrong_value, wrong_word};

const EXPECTED: &str = "an object of members, each with `present`, `absent`, a list of values, or an object of `absent-or` or `none-of`";

/// Returns the conditions of a `when`, all of which must hold.
pub(crate) fn conditions(
    out: &mut Out<'_>,
    at: &Location,
    value: Option<&Value>,
    members: &KnownMembers<'_, '_>,
) -> Vec<Condition> {
    let at = at.child("when");
    let Some(value) = value else {
        return Vec::new();
    };
    let Some(object) = value.as_object().filter(|object| !object.is_empty()) else {
        wrong_value(out, &at, "when", EXPECTED);
        return Vec::new();
    };
    let mut conditions = Vec::new();
    for (name, value) in object {
        let at = at.child(name);
        let field = members.field(out, &at.key(), name);
        let kind = field.as_ref().and_then(|(_, traits)| traits.kind);
        let is = is(out, &at, name, kind, value);
        if let (Some((field, _)), Some(is)) = (field, is) {
            conditions.push(Condition { field, is });
        }
    }
    conditions
}

fn is(
    out: &mut Out<'_>,
    at: &Location,
    name: &str,
    kind: Option<JsonType>,
    value: &Value,
) -> Option<Is> {
    match value {
        Value::String(text) if text == "present" => Some(Is::Present),
        Value::String(text) if text == "absent" => Some(Is::Absent),
        Value::Array(list) if !list.is_empty() => {
            Some(Is::OneOf(literals(out, at, name, kind, list)))
        }
        Value::Object(object) if object.len() == 1 => {
            let (key, value) = object.iter().next()?;
            let at = at.child(key);
            let list = value.as_array().filter(|list| !list.is_empty());
            match (key.as_str(), list) {
                ("absent-or", Some(list)) => {
                    Some(Is::AbsentOr(literals(out, &at, name, kind, list)))
                }
                ("none-of", Some(list)) => Some(Is::NoneOf(literals(out, &at, name, kind, list))),
                ("absent-or" | "none-of", None) => {
                    wrong_value(out, &at, "when", EXPECTED);
                    None
                }
                _ => {
                    wrong_word(out, &at.key(), "when", EXPECTED, Some(key));
                    None
                }
            }
        }
        other => {
            wrong_word(out, at, "when", EXPECTED, other.as_str());
            None
        }
    }
}

/// Returns the values of a list, and reports those that the member can't have.
fn literals(
    out: &mut Out<'_>,
    at: &Location,
    name: &str,
    kind: Option<JsonType>,
    list: &[Value],
) -> Vec<Literal> {
    let list = list.iter().enumerate();
    let literals = list.filter_map(|(index, value)| {
        let literal = literal(value);
        if !literal.as_ref().is_some_and(|literal| fits(literal, kind)) {
            let problem = OutcomeProblem::NeverEqual(name.to_owned());
            out.report(&at.child(index), problem);
        }
        literal
    });
    literals.collect()
}

fn literal(value: &Value) -> Option<Literal> {
    match value {
        Value::Bool(value) => Some(Literal::Bool(*value)),
        Value::Number(number) => number.as_i64().map(Literal::Int),
        Value::String(text) => Some(Literal::Text(text.clone())),
        _ => None,
    }
}

fn fits(literal: &Literal, kind: Option<JsonType>) -> bool {
    match (literal, kind) {
        (_, None)
        | (Literal::Int(_), Some(JsonType::Integer | JsonType::Number))
        | (Literal::Bool(_), Some(JsonType::Boolean))
        | (Literal::Text(_), Some(JsonType::String)) => true,
        (_, Some(_)) => false,
    }
}
