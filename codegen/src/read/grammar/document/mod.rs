//! Rules for a document as a whole: what its objects say about each other.

mod operation_ids;
mod path_edits;
mod path_parameters;

use crate::diagnostic::Diagnostics;
use crate::read::syntax::node::Node;
use crate::source::Location;

/// Checks the rules of the whole document, and repairs what breaks them.
pub(crate) fn check(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    operation_ids::check(root, at, diagnostics);
    path_parameters::check(root, at, diagnostics);
}
