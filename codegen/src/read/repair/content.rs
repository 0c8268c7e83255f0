//! Schemas of requests and responses that stand beside their media types.

use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::read::grammar::table::Kind;
use crate::read::grammar::visit::Part;
use crate::read::syntax::node::Node;
use crate::read::versions::swagger_2_0::content;
use crate::source::Location;

/// `$ref` of a response or of a body of a request that leads to a schema is the schema of its JSON.
pub(crate) fn reference(part: Part, node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    if !matches!(part, Part::Reference(Kind::Response | Kind::RequestBody)) {
        return;
    }
    let Some(reference) = node.get("$ref") else {
        return;
    };
    let text = reference.as_text().unwrap_or_default();
    if !text.starts_with("#/components/schemas/") {
        return;
    }
    let reference = reference.written_at(&reference.place(at, "$ref"));
    let place = reference.place(at, "$ref").key();
    diagnostics.report(place, RepairProblem::Above("$ref", "content"));
    let mut schema = Node::empty();
    schema.add("$ref", reference);
    let mut whole = Node::empty();
    whole.add("description", Node::text(""));
    whole.add("schema", schema.written_at(at));
    node.kind = whole.kind;
    content(node, at, &[]);
    if matches!(part, Part::Reference(Kind::RequestBody)) {
        node.take("description");
    }
}

/// `{description, schema}` of a response, and a body of a request alike: without a media type it is JSON.
pub(crate) fn schema(part: Part, node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    if !matches!(part, Part::Component(Kind::Response | Kind::RequestBody)) {
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
        let place = schema.place(at, "schema").key();
        diagnostics.report(place, RepairProblem::Above("schema", "content"));
        node.take("content");
        content(node, at, &[]);
    }
}
