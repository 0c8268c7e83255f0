//! Problems that follow from another one: one mistake is one diagnostic.
//!
//! A mistyped key is reported once: that the intended field is missing follows from it.

use super::{GrammarProblem, OperationProblem, Problem, RepairProblem, RuleProblem};
use crate::source::Location;

/// A field: the file and the pointer of its object, and its key.
pub(super) type Field = (String, String, String);

impl Problem {
    /// Returns the field that seems to be missing because of this problem.
    pub(super) fn hides(&self, at: &Location) -> Option<Field> {
        let key = match self {
            Self::Grammar(GrammarProblem::UnknownKey {
                similar: Some(intended),
                ..
            }) => intended,
            Self::Grammar(GrammarProblem::UnknownKey {
                below: Some(intended),
                ..
            }) => *intended,
            Self::Grammar(GrammarProblem::MissingKey {
                mistyped: Some(key),
                ..
            }) => key,
            Self::Grammar(GrammarProblem::InvalidKey {
                object: "Responses Object",
                ..
            }) => return responses(at),
            Self::Rule(RuleProblem::DuplicateOperationId(_)) => "operationId",
            _ => return None,
        };
        Some(field(&at.parent()?, key))
    }

    /// Returns the field that this problem reports as missing or unknown.
    pub(super) fn misses(&self, at: &Location) -> Option<Field> {
        let key = match self {
            Self::Grammar(GrammarProblem::UnknownKey { key, .. }) => {
                return Some(field(&at.parent()?, key));
            }
            Self::Grammar(
                GrammarProblem::MissingKey { key, .. } | GrammarProblem::DefaultedKey { key, .. },
            ) => key,
            Self::Rule(RuleProblem::SchemaOrContent { both: false }) => "schema",
            Self::Repair(RepairProblem::MissingDescription) => "description",
            Self::Operation(OperationProblem::MissingOperationId(_)) => "operationId",
            Self::Operation(OperationProblem::NoSuccess) => {
                return responses(&at.child("default"));
            }
            _ => return None,
        };
        Some(field(at, key))
    }
}

/// Returns the `responses` of an operation from the location of one of them.
fn responses(at: &Location) -> Option<Field> {
    Some(field(&at.parent()?.parent()?, "responses"))
}

fn field(object: &Location, key: &str) -> Field {
    let (file, pointer) = (object.file().to_string(), object.pointer().to_owned());
    (file, pointer, key.to_owned())
}
