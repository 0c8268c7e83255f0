//! Repairs keywords beside a reference to a schema.

use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::visit::Visited;
use crate::read::syntax::node::NodeKind;
use crate::read::syntax::node::{Node, Object};
use crate::source::Location;

/// Converts `{$ref, description}` to `{allOf: [{$ref}], description}`. The specification ignores
/// keywords beside a reference, but authors expect them to apply, and `openapiv3` drops them
/// silently.
pub(crate) fn move_to_all_of(
    visited: Visited,
    node: &mut Node,
    at: &Location,
    diagnostics: &mut Diagnostics,
) {
    if !matches!(visited, Visited::Reference(ComponentKind::Schema)) {
        return;
    }
    let Some(object) = node.as_object_mut() else {
        return;
    };
    let siblings: Vec<_> = object
        .members
        .iter()
        .filter(|(key, _)| *key != "$ref")
        .collect();
    if siblings.is_empty() || object.members.contains_key("allOf") {
        return;
    }
    for (key, value) in siblings {
        let problem = RepairProblem::SchemaSibling(key.to_owned());
        diagnostics.report(value.location(at, key).key(), problem);
    }
    if let Some(reference) = object.members.remove("$ref") {
        let mut reference_only = Object::default();
        reference_only.members.insert("$ref", reference);
        let reference_only = Node {
            kind: NodeKind::Object(reference_only),
            origin: Some(at.clone().into()),
        };
        let list = NodeKind::Array(vec![reference_only]).into();
        object.members.insert("allOf", list);
    }
}
