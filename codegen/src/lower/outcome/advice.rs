//! Lowers `x-advice`: what the caller should do after an error.

use serde_json::Value;

use crate::ir::Advice;
use crate::options::Language;
use crate::source::Location;

use super::condition::conditions;
use super::known_members::KnownMembers;
use super::responses::Responses;
use super::{list, object, statuses};
use crate::lower::context::{Context, Out};
use crate::lower::facts::extension::wrong_value;
use crate::lower::operation::Site;

const KEY: &str = "x-advice";
const KEYS: [&str; 4] = ["status", "when", "text", "text-tr"];
const EXPECTED: &str = "a list of objects with `status`, `when`, `text` and `text-tr`";

/// Returns an operation's advice on errors; empty without `x-advice`.
pub(crate) fn advice(cx: &Context<'_>, out: &mut Out<'_>, site: &Site<'_>) -> Vec<Advice> {
    let Some(value) = site.operation.value.extensions.get(KEY) else {
        return Vec::new();
    };
    let at = site.operation.at.child(KEY);
    let responses = Responses::of(cx, site);
    let list = list(out, &at, Some(value), KEY, EXPECTED)
        .iter()
        .enumerate();
    list.filter_map(|(index, value)| one(cx, out, &at.child(index), value, &responses))
        .collect()
}

fn one(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    at: &Location,
    value: &Value,
    responses: &Responses<'_>,
) -> Option<Advice> {
    let object = object(out, at, value, (KEY, &KEYS), EXPECTED)?;
    let Some(text) = object.get("text").and_then(Value::as_str) else {
        wrong_value(out, at, KEY, EXPECTED);
        return None;
    };
    let twin = object.get("text-tr").and_then(Value::as_str);
    if object.contains_key("text-tr") && twin.is_none() {
        wrong_value(out, &at.child("text-tr"), KEY, EXPECTED);
    }
    out.translations
        .record(&at.child("text"), "text", twin.is_some());
    let statuses = statuses(out, at, object.get("status"), responses);
    let members = KnownMembers::of(responses, &statuses);
    Some(Advice {
        when: conditions(out, at, object.get("when"), &members),
        statuses,
        text: match cx.language {
            Language::Turkish => twin.unwrap_or(text),
            Language::English => text,
        }
        .to_owned(),
    })
}
