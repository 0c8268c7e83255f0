//! Repairs request bodies and responses whose schema is not in a media type.

use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::visit::Visited;
use crate::read::syntax::node::Node;
use crate::read::versions::swagger_2_0;
use crate::source::Location;

/// Converts a reference from a request body or response to a schema: the content is JSON with that
/// schema.
pub(crate) fn convert_reference(
    visited: Visited,
    node: &mut Node,
    at: &Location,
    diagnostics: &mut Diagnostics,
) {
    if !matches!(
        visited,
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
    let mut response = Node::empty_object();
    response.add("description", Node::string(""));
    response.add("schema", schema.with_origin(at));
    node.kind = response.kind;
    swagger_2_0::move_schema(node, at, &[]);
    if matches!(visited, Visited::Reference(ComponentKind::RequestBody)) {
        node.take("description");
    }
}

/// Moves a schema beside `content` into it. The media type is JSON.
pub(crate) fn move_schema(
    visited: Visited,
    node: &mut Node,
    at: &Location,
    diagnostics: &mut Diagnostics,
) {
    if !matches!(
        visited,
        Visited::Component(ComponentKind::Response | ComponentKind::RequestBody)
    ) {
        return;
    }
    let has_media_types =
        |content: &Node| content.as_object().is_none_or(|it| !it.members.is_empty());
    if node.get("content").is_some_and(has_media_types) {
        return;
    }
    if let Some(schema) = node
        .get("schema")
        .filter(|schema| schema.as_object().is_some())
    {
        let place = schema.location(at, "schema").key();
        diagnostics.report(place, RepairProblem::SchemaTooHigh("schema", "content"));
        node.take("content");
        swagger_2_0::move_schema(node, at, &[]);
    }
}
