//! The problem of an extension whose value has another form than expected.

use crate::diagnostic::ExtensionProblem;
use crate::diagnostic::similar::similar;

/// Returns the problem of a value of the extension `name`.
pub(super) fn wrong(name: &str, expected: &'static str) -> ExtensionProblem {
    ExtensionProblem::WrongValue {
        name: name.to_owned(),
        expected,
        similar: None,
    }
}

impl ExtensionProblem {
    /// Adds the expected word that is similar to the word that was written.
    pub(super) fn with_similar(self, word: Option<&str>) -> Self {
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
