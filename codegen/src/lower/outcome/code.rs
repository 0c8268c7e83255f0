//! `code` of a rule set: the member that holds the result code, and the Rust type that names codes.

use serde_json::Value;

use crate::diagnostic::{ExtensionProblem, OutcomeProblem};
use crate::ir::FieldRef;
use crate::read::schema_view::JsonType;
use crate::source::Location;

use super::known_members::KnownMembers;
use super::object;
use crate::lower::context::Out;
use crate::lower::facts::extension::{is_rust_path, wrong_value};

const KEYS: [&str; 2] = ["member", "type"];
const EXPECTED: &str = "the name of a member, or an object of `member` and `type`";
const EXPECTED_TYPE: &str =
    "a path such as `crate::Code`, given only where the member's schema has no `x-rust-type`";

/// Returns the member, and the type: that of the rule set, or else that of the member's schema.
///
/// A member can hold the result code in one rule set and something else in another. Its schema
/// cannot name the type then.
pub(crate) fn code(
    out: &mut Out<'_>,
    at: &Location,
    value: &Value,
    members: &KnownMembers<'_, '_>,
) -> Option<(FieldRef, Option<String>)> {
    let (name, name_at, own) = match value {
        Value::String(name) => (name, at.clone(), None),
        _ => {
            let object = object(out, at, value, ("code", &KEYS), EXPECTED)?;
            let Some(Value::String(name)) = object.get("member") else {
                wrong_value(out, at, "code", EXPECTED);
                return None;
            };
            (name, at.child("member"), object.get("type"))
        }
    };
    let (field, traits) = members.field(out, &name_at, name)?;
    if traits.kind.is_some_and(|kind| kind != JsonType::Integer) {
        out.report(&name_at, OutcomeProblem::CodeNotInteger(name.clone()));
    }
    let ty = match own {
        None => traits.rust_type.clone(),
        Some(own) => own_type(out, &at.child("type"), own, traits.rust_type.is_some()),
    };
    Some((field, ty))
}

fn own_type(out: &mut Out<'_>, at: &Location, value: &Value, known: bool) -> Option<String> {
    match value {
        Value::String(path) if !known && is_rust_path(path) => return Some(path.clone()),
        Value::String(path) if !known => {
            out.report(at, ExtensionProblem::InvalidRustPath(path.clone()));
        }
        _ => wrong_value(out, at, "type", EXPECTED_TYPE),
    }
    None
}
