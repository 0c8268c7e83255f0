//! What stands beside a reference.

use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::visit::Visited;
use crate::read::syntax::node::NodeKind;
use crate::read::syntax::node::{Node, Object};
use crate::source::Location;

/// `{$ref, description}` becomes `{allOf: [{$ref}], description}` in a schema: the standard ignores what stands beside a
/// reference, but authors mean it, and `openapiv3` would lose it without a word.
pub(crate) fn to_all_of(
    part: Visited,
    node: &mut Node,
    at: &Location,
    diagnostics: &mut Diagnostics,
) {
    if !matches!(part, Visited::Reference(ComponentKind::Schema)) {
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
        let mut alone = Object::default();
        alone.members.insert("$ref", reference);
        let alone = Node {
            kind: NodeKind::Object(alone),
            origin: Some(at.clone().into()),
        };
        let list = NodeKind::Array(vec![alone]).into();
        object.members.insert("allOf", list);
    }
}
