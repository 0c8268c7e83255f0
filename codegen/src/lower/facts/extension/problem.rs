//! The problem of an extension whose value has another form than expected.

use crate::diagnostic::ExtensionProblem;
use crate::diagnostic::similar::similar;

/// The value of the extension `name` is not what was expected.
pub(super) fn wrong(name: &str, expected: &'static str) -> ExtensionProblem {
    ExtensionProblem::WrongValue {
        name: name.to_owned(),
        expected,
        similar: None,
    }
}

impl ExtensionProblem {
    /// The same, and which of the words expected was probably meant by the one that was written.
    pub(super) fn like(self, word: Option<&str>) -> Self {
        match self {
            Self::WrongValue { name, expected, .. } => {
                let known = expected.split('`').skip(1).step_by(2);
                let similar = word.and_then(|word| similar(word, known));
                Self::WrongValue {
                    name,
                    expected,
                    similar,
                }
            }
            other => other,
        }
    }
}
