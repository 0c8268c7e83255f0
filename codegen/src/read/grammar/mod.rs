//! The grammar of OpenAPI 3.0.3: a table for each object, and a walk that compares a document with
//! the tables.
//!
//! What breaks the grammar is reported at the innermost node and removed, or repaired where its
//! meaning is clear. `openapiv3` accepts whatever is left: every change of a table preserves that.

pub(crate) mod check;
mod document;
pub(crate) mod lookup;
mod rules;
pub(crate) mod table;
pub(crate) mod tables;
pub(crate) mod version;
pub(crate) mod visit;

use crate::diagnostic::Diagnostics;
use crate::source::Location;

use super::syntax::node::Node;

pub(crate) use check::check_tree;
pub(crate) use tables::root::DOCUMENT;
pub(crate) use version::Version;

/// Reports and removes what breaks the grammar. Returns whether anything is left of the document.
pub(crate) fn check(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) -> bool {
    // Rules for the whole document come first: a node that the walk removes isn't missing.
    document::check(root, at, diagnostics);
    check_tree(DOCUMENT, root, at, diagnostics)
}
