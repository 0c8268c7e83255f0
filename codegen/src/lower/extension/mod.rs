//! Our vendor extensions: the form of each value. What a well-formed value asks for is decided where it takes effect.

mod operation;
mod schema;

pub(super) use operation::{examples, repeat};
pub(super) use schema::{SchemaExtensions, Sensitive, is_rust_path, variant_names};

use crate::diagnostic::ExtensionProblem;
use crate::source::At;

use super::context::Out;

/// Reports a value that has another form.
pub(super) fn wrong_value(out: &mut Out<'_>, at: &At, name: &str, expected: &'static str) {
    out.report(at, wrong(name, expected));
}

fn wrong(name: &str, expected: &'static str) -> ExtensionProblem {
    ExtensionProblem::WrongValue {
        name: name.to_owned(),
        expected,
    }
}
