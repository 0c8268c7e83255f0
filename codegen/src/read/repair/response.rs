//! Responses as published.

use crate::diagnostic::similar::similar;
use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::visit::Visited;
use crate::read::syntax::node::Node;
use crate::source::Location;

/// A response without `description` gets an empty one: the standard requires it, published documents often lack it,
/// and nothing but documentation depends on it.
pub(crate) fn description(
    part: Visited,
    node: &mut Node,
    at: &Location,
    diagnostics: &mut Diagnostics,
) {
    if !matches!(part, Visited::Component(ComponentKind::Response)) {
        return;
    }
    let Some(object) = node.as_object_mut() else {
        return;
    };
    if !object.members.contains_key("description") {
        // A mistyped one is reported as such.
        let keys = object.members.keys();
        if similar("description", keys).is_none() {
            diagnostics.report(at.clone(), RepairProblem::MissingDescription);
        }
        let empty = Node::string("");
        object.members.insert("description", empty);
    }
}
