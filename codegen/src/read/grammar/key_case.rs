//! Keys in other letters than the standard's: `operationID`, `GET`.

use crate::diagnostic::{Diagnostics, GrammarProblem};
use crate::read::syntax::node::{EcoString, Node, Object};
use crate::source::Location;

use super::table::{Field, Table};

/// A key that differs from a field in the case of letters alone is that field, if it isn't there already.
pub(crate) fn repair(table: &Table, node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    let Some(object) = node.as_object_mut() else {
        return;
    };
    if !object.members.keys().any(|key| meant(table, key).is_some()) {
        return;
    }
    let members = std::mem::take(&mut object.members);
    let written: Vec<EcoString> = members.keys().map(EcoString::from).collect();
    for (key, mut value) in members {
        let Some(field) = meant(table, &key).filter(|field| is_free(field, &written, object))
        else {
            object.members.insert(key, value);
            continue;
        };
        let place = value.location(at, &key);
        let problem = GrammarProblem::MendedKey {
            key: key.into(),
            object: table.name,
            mended: field.key.to_owned(),
        };
        diagnostics.report(place.key(), problem);
        value.origin.get_or_insert_with(|| place.into());
        object.members.insert(field.key, value);
    }
}

fn meant<'t>(table: &'t Table, key: &str) -> Option<&'t Field> {
    if key.starts_with("x-") || table.field(key).is_some() {
        return None;
    }
    let mut fields = table.fields.iter();
    fields.find(|field| field.key.eq_ignore_ascii_case(key))
}

fn is_free(field: &Field, written: &[EcoString], object: &Object) -> bool {
    !written.iter().any(|key| key == field.key) && !object.members.contains_key(field.key)
}
