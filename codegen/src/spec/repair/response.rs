//! Responses as published.

use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::source::At;
use crate::spec::grammar::table::Kind;
use crate::spec::grammar::visit::Part;
use crate::spec::node::Node;
use crate::spec::similar::similar;

/// A response without `description` gets an empty one: the standard requires it, published documents often lack it,
/// and nothing but documentation depends on it.
pub(super) fn description(part: Part, node: &mut Node, at: &At, diagnostics: &mut Diagnostics) {
    if !matches!(part, Part::Component(Kind::Response)) {
        return;
    }
    let Some(object) = node.as_object_mut() else {
        return;
    };
    if !object.members.contains_key("description") {
        // A mistyped one is reported as such.
        let keys = object.members.keys();
        if similar("description", keys).is_none() {
            diagnostics.report(at.clone(), RepairProblem::ResponseDescription);
        }
        let empty = Node::text("");
        object.members.insert("description", empty);
    }
}
