//! Reports unknown keys and missing keys: what is meant by an unknown key is often a missing one.

use crate::diagnostic::GrammarProblem;
use crate::diagnostic::similar::similar;
use crate::read::grammar::lookup::shape_has_key;
use crate::read::grammar::table::{Field, Requirement, Table};
use crate::read::syntax::node::Node;
use crate::source::Location;

use super::Checker;

impl Checker<'_> {
    /// Reports required keys that an object doesn't have. An unknown key that is similar to a
    /// missing one is named here if the object is removed without it, and as unknown otherwise.
    pub(super) fn missing_keys(&mut self, table: &Table, node: &Node, at: &Location) {
        let fields = table.fields.iter();
        let needed = fields.filter(|field| field.requirement != Requirement::Optional);
        for field in needed.filter(|field| node.get(field.key).is_none()) {
            let (key, object) = (field.key.to_owned(), table.name);
            let mistyped = mistyped(table, node, field);
            match (field.requirement, &mistyped) {
                (Requirement::Required, _) => {
                    let location = match &mistyped {
                        Some(mistyped) => at.child(mistyped).key(),
                        None => at.clone(),
                    };
                    let problem = GrammarProblem::MissingKey {
                        key,
                        object,
                        mistyped,
                    };
                    self.report(location, problem);
                }
                (_, None) => self.report(at.clone(), GrammarProblem::DefaultedKey { key, object }),
                // The unknown key is reported.
                (_, Some(_)) => {}
            }
        }
    }

    /// Reports a key that an object doesn't have, with the key that was probably meant.
    pub(super) fn report_unknown_key(&mut self, table: &Table, key: &str, at: &Location) {
        let similar = similar(key, table.fields.iter().map(|field| field.key));
        let mut fields = table.fields.iter();
        let mut below = fields
            .by_ref()
            .filter(|field| shape_has_key(field.shape, key));
        // If several fields have the key below them, it is unclear which one was meant.
        let below = below.next().filter(|_| below.next().is_none());
        let problem = GrammarProblem::UnknownKey {
            key: key.to_owned(),
            object: table.name,
            similar,
            below: below.map(|field| field.key),
        };
        self.report(at.key(), problem);
    }
}

/// Returns the unknown key of an object that is similar to a missing field.
fn mistyped(table: &Table, node: &Node, missing: &Field) -> Option<String> {
    let keys = node.as_object()?.members.keys();
    let unknown = keys.filter(|key| table.field(key).is_none());
    similar(missing.key, unknown)
}
