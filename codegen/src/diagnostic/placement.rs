//! What can be wrong with the name and the place of a vendor extension. What is wrong with its value is `lower`'s.

use super::Code;
use super::describe::Describe;

/// Raised for keys that start with `x-`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the words of the messages")]
pub enum PlacementProblem {
    /// Almost the name of one of ours.
    Misspelt { name: String, similar: String },
    /// One of ours where it has no effect.
    NoEffect {
        name: &'static str,
        object: &'static str,
        place: &'static str,
    },
}

impl Describe for PlacementProblem {
    fn code(&self) -> Code {
        match self {
            Self::Misspelt { .. } => Code::W0130,
            Self::NoEffect { .. } => Code::W0173,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::Misspelt { name, .. } => {
                format!("unknown extension `{name}`")
            }
            Self::NoEffect { name, object, .. } => {
                format!("`{name}` has no effect on the {object}")
            }
        }
    }

    fn help(&self) -> String {
        match self {
            Self::Misspelt { similar, .. } => {
                format!("did you mean `{similar}`? otherwise rename it")
            }
            Self::NoEffect { place, .. } => {
                format!("move it to {place}, or remove it")
            }
        }
    }
}
