//! Swagger 2.0 in the words of OpenAPI 3.0, which everything behind this works with. What 3.0 says in another place is moved
//! there, and remembers where it was written.

mod body;
mod document;
mod operation;
mod parameter;
mod response;
mod schema;
mod security;
mod words;

pub(crate) use words::words;

use crate::diagnostic::{ConversionProblem, Diagnostics};
use crate::source::Location;

use crate::read::syntax::node::{Node, NodeKind};

pub(crate) use body::{is_content, request_body};
pub(crate) use operation::written;
pub(crate) use parameter::{described, leftover};
pub(crate) use response::content;

/// Rewrites a document of Swagger 2.0; any other stays as it is. Whether it was one.
pub(crate) fn convert(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) -> bool {
    let Some(version) = root.get("swagger").filter(|version| is_2(version)) else {
        return false;
    };
    let place = version.location(at, "swagger");
    diagnostics.report(place.clone(), ConversionProblem::Swagger);
    let written = Node::string("3.0.3").with_origin(&place);
    root.take("swagger");
    root.add("openapi", written);
    operation::all(root, at);
    document::servers(root, at);
    document::components(root, at);
    root.each_reference_mut(&mut document::redirect);
    schema::all(root, at);
    true
}

fn is_2(version: &Node) -> bool {
    match &version.kind {
        NodeKind::String(text) => text.split('.').next() == Some("2"),
        // Without its quotes.
        NodeKind::Number(number) => number.as_f64() == Some(2.0),
        _ => false,
    }
}
