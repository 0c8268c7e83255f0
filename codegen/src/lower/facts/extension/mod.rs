//! Our vendor extensions: the form of each value. What a well-formed value asks for is decided where it takes effect.

mod operation;
mod problem;
mod schema;

pub(crate) use operation::{examples, repeat};
pub(crate) use schema::{SchemaExtensions, Sensitive, is_rust_path, variant_texts};

use crate::source::Location;

use self::problem::wrong;
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
