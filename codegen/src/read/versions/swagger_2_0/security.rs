//! Converts security schemes.

use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

/// Converts a security scheme.
pub(crate) fn convert(node: &mut Node, at: &Location) {
    let kind = node.get("type").and_then(Node::as_str);
    match kind.map(str::to_ascii_lowercase).as_deref() {
        // Swagger 2.0, Security Scheme Object: "basic" is a type.
        Some("basic") => {
            if let Some(kind) = node.find_mut("/type") {
                kind.kind = NodeKind::String("http".into());
            }
            node.add("scheme", Node::string("basic"));
        }
        Some("oauth2") => convert_flow(node, at),
        _ => {}
    }
}

/// Moves the fields of the OAuth 2.0 flow to `flows`.
// Swagger 2.0, Security Scheme Object: "flow" names the only flow, whose fields are beside it.
fn convert_flow(node: &mut Node, at: &Location) {
    let Some(word) = node.take_with_origin("flow", at) else {
        return;
    };
    let name = match word.as_str() {
        Some("application") => "clientCredentials",
        Some("accessCode") => "authorizationCode",
        Some("password") => "password",
        _ => "implicit",
    };
    let mut flow = Node::empty_object();
    for key in ["authorizationUrl", "tokenUrl", "scopes"] {
        if let Some(value) = node.take_with_origin(key, at) {
            flow.add(key, value);
        }
    }
    let mut flows = Node::empty_object();
    flows.add(name, flow.with_origin(at));
    node.add("flows", flows.with_origin(at));
}
