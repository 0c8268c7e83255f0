//! Repairs keys whose letter case differs from the standard's: `operationID`, `GET`.

use crate::diagnostic::{Diagnostics, GrammarProblem};
use crate::read::grammar::table::{Field, Table};
use crate::read::syntax::node::{EcoString, Node, Object};
use crate::source::Location;

/// Renames each key that differs from a field in the case of its letters, unless the object has the
/// field as well.
pub(crate) fn repair(table: &Table, node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    let Some(object) = node.as_object_mut() else {
        return;
    };
    let is_misspelt = |key: &str| field_ignoring_case(table, key).is_some();
    if !object.members.keys().any(is_misspelt) {
        return;
    }
    let members = std::mem::take(&mut object.members);
    let keys: Vec<EcoString> = members.keys().map(EcoString::from).collect();
    for (key, mut value) in members {
        let field = field_ignoring_case(table, &key);
        let Some(field) = field.filter(|field| is_free(field, &keys, object)) else {
            object.members.insert(key, value);
            continue;
        };
        let location = value.location(at, &key);
        let problem = GrammarProblem::RepairedKey {
            key: key.into(),
            object: table.name,
            repaired: field.key.to_owned(),
        };
        diagnostics.report(location.key(), problem);
        value.origin.get_or_insert_with(|| location.into());
        object.members.insert(field.key, value);
    }
}

/// Returns the field that differs from a key in the case of its letters only.
fn field_ignoring_case<'t>(table: &'t Table, key: &str) -> Option<&'t Field> {
    if key.starts_with("x-") || table.field(key).is_some() {
        return None;
    }
    let mut fields = table.fields.iter();
    fields.find(|field| field.key.eq_ignore_ascii_case(key))
}

/// Returns whether an object has a field neither among its own keys nor among the repaired ones.
fn is_free(field: &Field, keys: &[EcoString], repaired: &Object) -> bool {
    !keys.iter().any(|key| key == field.key) && !repaired.members.contains_key(field.key)
}
