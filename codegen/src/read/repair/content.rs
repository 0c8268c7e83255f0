//! Schemas of requests and responses that stand beside their media types.

use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::visit::Visited;
use crate::read::syntax::node::Node;
use crate::read::versions::swagger_2_0::content;
use crate::source::Location;

/// `$ref` of a response or of a body of a request that leads to a schema is the schema of its JSON.
pub(crate) fn reference(
    part: Visited,
    node: &mut Node,
    at: &Location,
    diagnostics: &mut Diagnostics,
) {
    if !matches!(
        part,
        Visited::Reference(ComponentKind::Response | ComponentKind::RequestBody)
    ) {
        return;
    }
    let Some(reference) = node.get("$ref") else {
        return;
    };
    let text = reference.as_str().unwrap_or_default();
    if !text.starts_with("#/components/schemas/") {
        return;
    }
    let reference = reference.with_origin(&reference.location(at, "$ref"));
    let place = reference.location(at, "$ref").key();
    diagnostics.report(place, RepairProblem::SchemaTooHigh("$ref", "content"));
    let mut schema = Node::empty_object();
    schema.add("$ref", reference);
    let mut whole = Node::empty_object();
    whole.add("description", Node::string(""));
    whole.add("schema", schema.with_origin(at));
    node.kind = whole.kind;
    content(node, at, &[]);
    if matches!(part, Visited::Reference(ComponentKind::RequestBody)) {
        node.take("description");
    }
}

/// `{description, schema}` of a response, and a body of a request alike: without a media type it is JSON.
pub(crate) fn schema(part: Visited, node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    if !matches!(
        part,
        Visited::Component(ComponentKind::Response | ComponentKind::RequestBody)
    ) {
        return;
    }
    let says = |content: &Node| content.as_object().is_none_or(|it| !it.members.is_empty());
    if node.get("content").is_some_and(says) {
        return;
    }
    if let Some(schema) = node
        .get("schema")
        .filter(|schema| schema.as_object().is_some())
    {
        let place = schema.location(at, "schema").key();
        diagnostics.report(place, RepairProblem::SchemaTooHigh("schema", "content"));
        node.take("content");
        content(node, at, &[]);
    }
}
