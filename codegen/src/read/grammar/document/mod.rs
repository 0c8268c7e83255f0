//! Rules for a document as a whole: objects that refer to each other without `$ref`.

mod names;
mod path_edits;
mod path_parameters;

use crate::diagnostic::Diagnostics;
use crate::read::syntax::node::Node;
use crate::source::Location;

/// Checks the rules of the whole document, and repairs what breaks them.
pub(crate) fn check(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    names::check(root, at, diagnostics);
    path_parameters::check(root, at, diagnostics);
}
