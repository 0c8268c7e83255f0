//! Keys that no table has, and keys that are missing: what was meant by the one is often the other.

use crate::diagnostic::GrammarProblem;
use crate::diagnostic::similar::similar;
use crate::read::syntax::node::Node;
use crate::source::Location;

use super::lookup::component_table;
use super::table::{Check, Field, Need, Shape, Table};

impl Check<'_> {
    /// Reports what is missing. Without a field that must be there the object goes: then it is no matter of a wrong key.
    pub(crate) fn missing(&mut self, table: &Table, node: &Node, at: &Location) {
        let needed = table.fields.iter().filter(|field| is_needed(field));
        for wanted in needed.filter(|field| node.get(field.key).is_none()) {
            let (key, object) = (wanted.key.to_owned(), table.name);
            let mistyped = mistyped(table, node, wanted);
            match (wanted.need, &mistyped) {
                (Need::Required, _) => {
                    let place = mistyped.as_ref().map(|key| at.child(key).key());
                    let problem = GrammarProblem::MissingKey {
                        key,
                        object,
                        mistyped,
                    };
                    let place = place.unwrap_or_else(|| at.clone());
                    self.report(place, problem);
                }
                (_, None) => self.report(at.clone(), GrammarProblem::Completed { key, object }),
                // The wrong key is told.
                (_, Some(_)) => {}
            }
        }
    }

    /// Reports a key that is no field, if it wasn't told as what is missing.
    pub(crate) fn stranger(&mut self, table: &Table, key: &str, place: &Location) {
        let similar = similar(key, table.fields.iter().map(|field| field.key));
        let mut below = table.fields.iter().filter(|field| has(field.shape, key));
        // Of several that have it nobody knows which was meant.
        let below = below.next().filter(|_| below.next().is_none());
        let problem = GrammarProblem::UnknownKey {
            key: key.to_owned(),
            object: table.name,
            similar,
            below: below.map(|field| field.key),
        };
        self.report(place.key(), problem);
    }
}

fn is_needed(field: &Field) -> bool {
    field.need != Need::Optional
}

/// The key that is no field and much like one that is missing.
fn mistyped(table: &Table, node: &Node, wanted: &Field) -> Option<String> {
    let keys = node.as_object()?.members.keys();
    let strangers = keys.filter(|key| table.field(key).is_none());
    similar(wanted.key, strangers)
}

/// Whether what stands in a place, or one step below it, has such a field.
fn has(shape: Shape, key: &str) -> bool {
    match shape {
        Shape::Component(_) if key == "$ref" => true,
        Shape::Object(table) => table.field(key).is_some(),
        Shape::Component(kind) => {
            component_table(kind).is_some_and(|table| table.field(key).is_some())
        }
        Shape::Map(Shape::Object(table)) => table.field(key).is_some(),
        _ => false,
    }
}
