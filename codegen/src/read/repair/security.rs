//! Security schemes as Swagger 2.0 has them, and as they are called in conversation.

use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::visit::Visited;
use crate::read::syntax::node::Node;
use crate::read::syntax::node::NodeKind;
use crate::source::Location;

/// `type: basic` is `type: http` with `scheme: basic`: Swagger 2.0 has it so, and `bearer` is often written alike.
pub(crate) fn http(part: Visited, node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    if !matches!(part, Visited::Component(ComponentKind::SecurityScheme)) {
        return;
    }
    let Some(object) = node.as_object_mut() else {
        return;
    };
    let Some(kind) = object.members.get_mut("type") else {
        return;
    };
    let word = kind.as_str().map(str::to_ascii_lowercase);
    let scheme = match word.as_deref() {
        Some("basic") => "basic",
        Some("bearer" | "jwt") => "bearer",
        _ => return bearer(node, at, diagnostics),
    };
    diagnostics.report(kind.location(at, "type"), RepairProblem::HttpScheme(scheme));
    kind.kind = NodeKind::String("http".into());
    let word = || Node::string(scheme);
    object.members.or_insert("scheme", word());
}

// OAS 3.0.3, Security Scheme Object: "bearerFormat" is a hint about the token of the scheme "bearer", and of no other.
fn bearer(node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    let is_http = node.get("type").and_then(Node::as_str) == Some("http");
    if is_http && node.get("scheme").is_none() && node.get("bearerFormat").is_some() {
        diagnostics.report(at.clone(), RepairProblem::HttpScheme("bearer"));
        node.add("scheme", Node::string("bearer"));
    }
}
