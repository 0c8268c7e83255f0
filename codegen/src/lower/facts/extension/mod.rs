//! Parses the extensions of this generator. What they change is decided elsewhere.

mod operation;
mod problem;
mod schema;

pub(crate) use operation::examples;
pub(crate) use schema::{SchemaExtensions, Sensitive, is_rust_path, value_descriptions};

use crate::source::Location;

use self::problem::wrong;
use crate::lower::context::Out;

/// Reports a value of another form than expected.
pub(crate) fn wrong_value(out: &mut Out<'_>, at: &Location, name: &str, expected: &'static str) {
    out.report(at, wrong(name, expected));
}

/// Reports a word that is not expected. `expected` has the known words between backquotes.
pub(crate) fn wrong_word(
    out: &mut Out<'_>,
    at: &Location,
    name: &str,
    expected: &'static str,
    word: Option<&str>,
) {
    out.report(at, wrong(name, expected).with_similar(word));
}
