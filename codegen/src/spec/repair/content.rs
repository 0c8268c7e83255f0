//! Schemas of requests and replies that stand beside their media types.

use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::source::At;
use crate::spec::grammar::table::Kind;
use crate::spec::grammar::visit::Part;
use crate::spec::node::Node;
use crate::spec::swagger::content;

/// `{description, schema}` of a response, and a body of a request alike: without a media type it is JSON.
pub(super) fn schema(part: Part, node: &mut Node, at: &At, diagnostics: &mut Diagnostics) {
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
