//! Security schemes.

use crate::read::syntax::node::{Kind, Node};
use crate::source::Location;

/// A scheme as 3.0 has it.
pub(crate) fn scheme(node: &mut Node, at: &Location) {
    let kind = node.get("type").and_then(Node::as_text);
    match kind.map(str::to_ascii_lowercase).as_deref() {
        // Swagger 2.0, Security Scheme Object: "basic" is a type.
        Some("basic") => {
            if let Some(kind) = node.find_mut("/type") {
                kind.kind = Kind::Text("http".into());
            }
            node.add("scheme", Node::text("basic"));
        }
        Some("oauth2") => flow(node, at),
        _ => {}
    }
}

// Swagger 2.0, Security Scheme Object, "flow": there is one, and what it needs stands beside it.
fn flow(node: &mut Node, at: &Location) {
    let Some(word) = node.take_placed("flow", at) else {
        return;
    };
    let name = match word.as_text() {
        Some("application") => "clientCredentials",
        Some("accessCode") => "authorizationCode",
        Some("password") => "password",
        _ => "implicit",
    };
    let mut flow = Node::empty();
    for key in ["authorizationUrl", "tokenUrl", "scopes"] {
        if let Some(value) = node.take_placed(key, at) {
            flow.add(key, value);
        }
    }
    let mut flows = Node::empty();
    flows.add(name, flow.written_at(at));
    node.add("flows", flows.written_at(at));
}
