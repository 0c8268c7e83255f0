//! `x-repeat`: whether a call may be sent again.

use serde_json::{Map, Value};

use crate::diagnostic::RepeatProblem;
use crate::diagnostic::similar::similar;
use crate::ir::{Group, Lookup, Operation, Parameter, Repeat, Verb};
use crate::names::Ident;
use crate::source::Location;

use super::{Site, body};
use crate::lower::context::{Context, Out};
use crate::lower::facts::extension::{wrong_value, wrong_word};

const KEY: &str = "x-repeat";
const EXPECTED: &str =
    "`safe`, `idempotent`, `never`, or an object of `idempotent-by` or `resolve-with`";
const EXPECTED_MEMBERS: &str = "a list of the request's members and parameters";
const EXPECTED_OPERATIONS: &str = "a list of operation ids";

/// Returns the value of `x-repeat`.
pub(super) fn lower(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    site: &Site<'_>,
    parameters: &[Parameter],
) -> Option<Repeat> {
    let at = site.operation.at.child(KEY);
    let value = site.operation.value.extensions.get(KEY)?;
    match (value.as_object(), value.as_str()) {
        (Some(object), _) => {
            let members = body::json_members(cx, site);
            let parameters = parameters.iter().map(|it| it.name.wire.as_str());
            let sent: Vec<&str> = members.keys().copied().chain(parameters).collect();
            by_name(out, &at, object, &sent)
        }
        (None, Some("safe")) => Some(Repeat::Safe),
        (None, Some("idempotent")) => Some(Repeat::Idempotent),
        (None, Some("never")) => Some(Repeat::Never),
        (None, word) => {
            wrong_word(out, &at, KEY, EXPECTED, word);
            None
        }
    }
}

/// Returns the value that names operations, or members of the request, which `sent` has.
fn by_name(
    out: &mut Out<'_>,
    at: &Location,
    object: &Map<String, Value>,
    sent: &[&str],
) -> Option<Repeat> {
    let mut members = object.iter();
    let (Some((key, value)), None) = (members.next(), members.next()) else {
        wrong_value(out, at, KEY, EXPECTED);
        return None;
    };
    let at = at.child(key);
    match key.as_str() {
        "idempotent-by" => {
            let names = names(out, &at, value, EXPECTED_MEMBERS)?;
            report_unknown_members(out, &names, sent);
            let names = names.into_iter().map(|(_, name)| name);
            Some(Repeat::IdempotentBy(names.collect()))
        }
        "resolve-with" => {
            let names = names(out, &at, value, EXPECTED_OPERATIONS)?;
            let lookups = names.into_iter().map(|(at, id)| Lookup {
                at,
                id,
                method: None,
            });
            Some(Repeat::ResolveWith(lookups.collect()))
        }
        _ => {
            wrong_word(out, &at.key(), KEY, EXPECTED, Some(key));
            None
        }
    }
}

/// Returns the names of a list, and reports values that are not a list of names.
fn names(
    out: &mut Out<'_>,
    at: &Location,
    value: &Value,
    expected: &'static str,
) -> Option<Vec<(Location, String)>> {
    let list = value.as_array().filter(|list| !list.is_empty());
    let names = list.and_then(|list| {
        let names = list.iter().enumerate();
        names
            .map(|(index, name)| Some((at.child(index), name.as_str()?.to_owned())))
            .collect()
    });
    if names.is_none() {
        wrong_value(out, at, KEY, expected);
    }
    names
}

/// Reports names that neither a member of the request's JSON body nor a parameter has.
fn report_unknown_members(out: &mut Out<'_>, names: &[(Location, String)], sent: &[&str]) {
    for (at, name) in names {
        if !sent.contains(&name.as_str()) {
            let similar = similar(name, sent.iter().copied());
            out.report(at, RepeatProblem::UnknownMember(name.clone(), similar));
        }
    }
}

/// Finds the operations that `resolve-with` names, once all have their names. Reports and removes
/// those that are missing.
pub(super) fn link(out: &mut Out<'_>, groups: &mut [Group]) {
    let known: Vec<Known> = groups.iter().flat_map(Known::of).collect();
    let operations = groups.iter_mut().flat_map(|group| &mut group.operations);
    for operation in operations {
        if let Some(Repeat::ResolveWith(lookups)) = &mut operation.repeat {
            lookups.retain_mut(|lookup| link_one(out, &known, lookup));
        }
    }
}

/// An operation that can be named.
struct Known {
    id: String,
    method: (Ident, Ident),
    is_safe: bool,
}

impl Known {
    fn of(group: &Group) -> impl Iterator<Item = Self> + '_ {
        group.operations.iter().map(|operation| Self {
            id: operation.id.clone(),
            method: (group.handle.clone(), operation.method.clone()),
            is_safe: is_safe(operation),
        })
    }
}

/// Returns whether the operation was found.
fn link_one(out: &mut Out<'_>, known: &[Known], lookup: &mut Lookup) -> bool {
    let Some(found) = known.iter().find(|known| known.id == lookup.id) else {
        let similar = similar(&lookup.id, known.iter().map(|known| known.id.as_str()));
        let problem = RepeatProblem::UnknownOperation(lookup.id.clone(), similar);
        out.report(&lookup.at, problem);
        return false;
    };
    if !found.is_safe {
        out.report(&lookup.at, RepeatProblem::NotSafe(lookup.id.clone()));
    }
    lookup.method = Some(found.method.clone());
    true
}

/// Returns whether an operation changes nothing: by its own word, or by its method.
// RFC 9110, section 9.2.1: GET, HEAD, OPTIONS and TRACE are safe.
pub(crate) fn is_safe(operation: &Operation) -> bool {
    match &operation.repeat {
        Some(repeat) => *repeat == Repeat::Safe,
        None => matches!(
            operation.verb,
            Verb::Get | Verb::Head | Verb::Options | Verb::Trace
        ),
    }
}
