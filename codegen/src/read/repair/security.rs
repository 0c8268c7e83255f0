//! Repairs security schemes with Swagger 2.0 syntax or a colloquial type.

use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::visit::Visited;
use crate::read::syntax::node::Node;
use crate::read::syntax::node::NodeKind;
use crate::source::Location;

/// Converts `type: basic` of Swagger 2.0, and the similar `type: bearer`, to `type: http`.
pub(crate) fn convert(
    visited: Visited,
    node: &mut Node,
    at: &Location,
    diagnostics: &mut Diagnostics,
) {
    if !matches!(visited, Visited::Component(ComponentKind::SecurityScheme)) {
        return;
    }
    let Some(object) = node.as_object_mut() else {
        return;
    };
    let Some(kind) = object.members.get_mut("type") else {
        return;
    };
    let name = kind.as_str().map(str::to_ascii_lowercase);
    let scheme = match name.as_deref() {
        Some("basic") => "basic",
        Some("bearer" | "jwt") => "bearer",
        _ => return add_bearer_scheme(node, at, diagnostics),
    };
    diagnostics.report(kind.location(at, "type"), RepairProblem::HttpScheme(scheme));
    kind.kind = NodeKind::String("http".into());
    object.members.or_insert("scheme", Node::string(scheme));
}

/// Adds `scheme: bearer` if only `bearerFormat` implies it.
// OAS 3.0.3, Security Scheme Object: "bearerFormat" only applies to the scheme "bearer".
fn add_bearer_scheme(node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    let is_http = node.get("type").and_then(Node::as_str) == Some("http");
    if is_http && node.get("scheme").is_none() && node.get("bearerFormat").is_some() {
        diagnostics.report(at.clone(), RepairProblem::HttpScheme("bearer"));
        node.add("scheme", Node::string("bearer"));
    }
}
