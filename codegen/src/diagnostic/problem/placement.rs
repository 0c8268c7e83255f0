//! What can be wrong with the name and the location of a vendor extension. Mistakes in its value are
//! in `lower/extension.rs`.

use crate::diagnostic::Code;
use crate::diagnostic::describe::Describe;

/// Reported for keys that start with `x-`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the words of the messages")]
pub enum PlacementProblem {
    /// Almost the name of one of our extensions.
    Misspelt { name: String, similar: String },
    /// One of our extensions where it has no effect.
    Misplaced {
        name: &'static str,
        object: &'static str,
        /// The objects that it belongs on.
        belongs_on: &'static str,
    },
}

impl Describe for PlacementProblem {
    fn code(&self) -> Code {
        match self {
            Self::Misspelt { .. } => Code::W0130,
            Self::Misplaced { .. } => Code::W0173,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::Misspelt { name, .. } => {
                format!("unknown extension `{name}`")
            }
            Self::Misplaced { name, object, .. } => {
                format!("`{name}` has no effect on the {object}")
            }
        }
    }

    fn help(&self) -> String {
        match self {
            Self::Misspelt { similar, .. } => {
                format!("did you mean `{similar}`? otherwise rename it; it is ignored")
            }
            Self::Misplaced { belongs_on, .. } => {
                format!("move it to {belongs_on}, or remove it; it is ignored here")
            }
        }
    }
}
