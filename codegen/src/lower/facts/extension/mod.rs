//! Our vendor extensions: the form of each value. What a well-formed value asks for is decided where it takes effect.

mod operation;
mod schema;

pub(crate) use operation::{examples, repeat};
pub(crate) use schema::{SchemaExtensions, Sensitive, is_rust_path, variant_names, variant_texts};

use crate::diagnostic::ExtensionProblem;
use crate::diagnostic::similar::similar;
use crate::source::Location;

use crate::lower::context::Out;

/// Reports a value that has another form.
pub(crate) fn wrong_value(out: &mut Out<'_>, at: &Location, name: &str, expected: &'static str) {
    out.report(at, wrong(name, expected));
}

/// Reports a word that is none of those expected, which stand between backquotes there.
pub(crate) fn wrong_word(
    out: &mut Out<'_>,
    at: &Location,
    name: &str,
    expected: &'static str,
    word: Option<&str>,
) {
    out.report(at, wrong(name, expected).like(word));
}

fn wrong(name: &str, expected: &'static str) -> ExtensionProblem {
    ExtensionProblem::WrongValue {
        name: name.to_owned(),
        expected,
        similar: None,
    }
}

impl ExtensionProblem {
    /// The same, and which of the words expected was probably meant by the one that was written.
    fn like(self, word: Option<&str>) -> Self {
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
