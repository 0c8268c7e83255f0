//! Problems that follow from another one: one mistake, one diagnostic.
//!
//! A key that is mistyped is told once: that the field is missing then, which it was meant to be, follows from it.

use super::{GrammarProblem, OperationProblem, Problem, RepairProblem, RuleProblem};
use crate::source::Location;

/// A field of the object at a file and a pointer.
pub(super) type Field = (String, String, String);

impl Problem {
    /// The field that seems not to be there because of it.
    pub(super) fn hides(&self, at: &Location) -> Option<Field> {
        let key = match self {
            Self::Grammar(GrammarProblem::UnknownKey {
                similar: Some(meant),
                ..
            }) => meant,
            Self::Grammar(GrammarProblem::UnknownKey {
                below: Some(meant), ..
            }) => *meant,
            Self::Grammar(GrammarProblem::MissingKey {
                mistyped: Some(key),
                ..
            }) => key,
            Self::Grammar(GrammarProblem::WrongKey {
                object: "Responses Object",
                ..
            }) => return responses(at),
            Self::Rule(RuleProblem::DuplicateOperationId(_)) => "operationId",
            _ => return None,
        };
        Some(field(&at.parent()?, key))
    }

    /// The field that it says is not there, or should not be.
    pub(super) fn misses(&self, at: &Location) -> Option<Field> {
        let key = match self {
            Self::Grammar(GrammarProblem::UnknownKey { key, .. }) => {
                return Some(field(&at.parent()?, key));
            }
            Self::Grammar(
                GrammarProblem::MissingKey { key, .. } | GrammarProblem::Completed { key, .. },
            ) => key,
            Self::Rule(RuleProblem::SchemaOrContent { both: false }) => "schema",
            Self::Repair(RepairProblem::ResponseDescription) => "description",
            Self::Operation(OperationProblem::NoId(_)) => "operationId",
            Self::Operation(OperationProblem::NoSuccess) => {
                return responses(&at.child("default"));
            }
            _ => return None,
        };
        Some(field(at, key))
    }
}

/// The responses of an operation, from the place of one of them.
fn responses(at: &Location) -> Option<Field> {
    Some(field(&at.parent()?.parent()?, "responses"))
}

fn field(object: &Location, key: &str) -> Field {
    let (file, pointer) = (object.file().to_string(), object.pointer().to_owned());
    (file, pointer, key.to_owned())
}
