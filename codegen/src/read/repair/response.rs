//! Repairs responses without a description.

use crate::diagnostic::similar::similar;
use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::visit::Visited;
use crate::read::syntax::node::Node;
use crate::source::Location;

/// Adds an empty `description` to a response without one. The specification requires it, many
/// published documents lack it, and only the generated documentation depends on it.
pub(crate) fn add_description(
    visited: Visited,
    node: &mut Node,
    at: &Location,
    diagnostics: &mut Diagnostics,
) {
    if !matches!(visited, Visited::Component(ComponentKind::Response)) {
        return;
    }
    let Some(object) = node.as_object_mut() else {
        return;
    };
    if !object.members.contains_key("description") {
        // The grammar reports a misspelt one.
        let keys = object.members.keys();
        if similar("description", keys).is_none() {
            diagnostics.report(at.clone(), RepairProblem::MissingDescription);
        }
        let empty = Node::string("");
        object.members.insert("description", empty);
    }
}
