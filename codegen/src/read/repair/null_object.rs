//! Repairs a nullable empty object as an alternative.

use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::visit::Visited;
use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

/// Converts `anyOf: [{$ref: …}, {type: object, nullable: true}]` to `nullable`. OpenAPI.NET writes
/// it for a reference that is nullable, because a reference can't have `nullable` beside it.
// microsoft/OpenAPI.NET.OData, issue 190: "to allow this schema to be valid if either the
// referenced schema is true, or a null object is true, then the OpenAPI should look like this".
pub(crate) fn convert(
    visited: Visited,
    node: &mut Node,
    at: &Location,
    diagnostics: &mut Diagnostics,
) {
    if !matches!(visited, Visited::Component(ComponentKind::Schema)) {
        return;
    }
    for key in ["anyOf", "oneOf"] {
        let Some(list) = node.get(key) else {
            continue;
        };
        let place = list.location(at, key);
        let items = list.as_array().unwrap_or_default();
        let Some(index) = items.iter().position(is_null_object) else {
            continue;
        };
        if !items.iter().any(|item| item.get("$ref").is_some()) {
            continue;
        }
        let null = items.get(index).map(|item| item.location(&place, index));
        diagnostics.report(
            null.unwrap_or(place.clone()),
            RepairProblem::NullAlternative,
        );
        if let Some(list) = node.find_mut(&format!("/{key}")) {
            list.remove(&index.to_string(), &place);
        }
        if let Some(object) = node.as_object_mut() {
            let yes = Node::from(NodeKind::Bool(true));
            object.members.insert("nullable", yes);
        }
    }
}

fn is_null_object(schema: &Node) -> bool {
    let keys = schema
        .as_object()
        .into_iter()
        .flat_map(|object| object.members.iter().map(|(key, _)| key));
    let mut keys = keys.filter(|key| !key.starts_with("x-"));
    let is_plain = keys.all(|key| ["type", "nullable", "description", "title"].contains(&key));
    let is = |key, kind: NodeKind| schema.get(key).is_some_and(|value| value.kind == kind);
    is_plain
        && is("type", NodeKind::String("object".into()))
        && is("nullable", NodeKind::Bool(true))
}
