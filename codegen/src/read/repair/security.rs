//! Security schemes as Swagger 2.0 has them, and as they are called in conversation.

use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::read::grammar::table::Kind;
use crate::read::grammar::visit::Part;
use crate::read::syntax::node::Kind as NodeKind;
use crate::read::syntax::node::Node;
use crate::source::Location;

/// `type: basic` is `type: http` with `scheme: basic`: Swagger 2.0 has it so, and `bearer` is often written alike.
pub(crate) fn http(part: Part, node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    if !matches!(part, Part::Component(Kind::SecurityScheme)) {
        return;
    }
    let Some(object) = node.as_object_mut() else {
        return;
    };
    let Some(kind) = object.members.get_mut("type") else {
        return;
    };
    let word = kind.as_text().map(str::to_ascii_lowercase);
    let scheme = match word.as_deref() {
        Some("basic") => "basic",
        Some("bearer" | "jwt") => "bearer",
        _ => return bearer(node, at, diagnostics),
    };
    diagnostics.report(kind.place(at, "type"), RepairProblem::HttpScheme(scheme));
    kind.kind = NodeKind::Text("http".into());
    let word = || Node::text(scheme);
    object.members.or_insert("scheme", word());
}

// OAS 3.0.3, Security Scheme Object: "bearerFormat" is a hint about the token of the scheme "bearer", and of no other.
fn bearer(node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    let is_http = node.get("type").and_then(Node::as_text) == Some("http");
    if is_http && node.get("scheme").is_none() && node.get("bearerFormat").is_some() {
        diagnostics.report(at.clone(), RepairProblem::HttpScheme("bearer"));
        node.add("scheme", Node::text("bearer"));
    }
}
