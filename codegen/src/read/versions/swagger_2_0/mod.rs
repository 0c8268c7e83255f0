//! Converts Swagger 2.0 to OpenAPI 3.0. Moved nodes keep their origin.

mod body;
mod document;
mod operation;
mod parameter;
mod response;
mod schema;
mod security;
mod strings;

use crate::diagnostic::{ConversionProblem, Diagnostics};
use crate::source::Location;

use crate::read::syntax::node::{Node, NodeKind};

// `repair` uses these for documents of OpenAPI 3.0 with Swagger 2.0 syntax.
pub(crate) use body::{is_body_parameter, request_body};
pub(crate) use operation::target_location;
pub(crate) use parameter::{convert_in_3_0, value_keyword};
pub(crate) use response::move_schema;
pub(crate) use strings::strings;

/// Converts a document of Swagger 2.0; others stay as they are.
pub(crate) fn convert(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    let Some(version) = root.get("swagger").filter(|version| is_swagger_2(version)) else {
        return;
    };
    let place = version.location(at, "swagger");
    diagnostics.report(place.clone(), ConversionProblem::Swagger);
    let converted = Node::string("3.0.3").with_origin(&place);
    root.take("swagger");
    root.add("openapi", converted);
    operation::convert_all(root, at);
    document::convert_servers(root, at);
    document::move_components(root, at);
    root.each_reference_mut(&mut document::redirect);
    schema::convert_all(root, at);
}

fn is_swagger_2(version: &Node) -> bool {
    match &version.kind {
        NodeKind::String(text) => text.split('.').next() == Some("2"),
        // Without quotes.
        NodeKind::Number(number) => number.as_f64() == Some(2.0),
        _ => false,
    }
}
