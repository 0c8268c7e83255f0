//! Which fields a security scheme needs.

use crate::read::syntax::node::NodeKind;
use crate::read::syntax::node::{Node, Object};
use crate::source::Location;

use crate::read::grammar::table::Check;
use crate::read::grammar::table::Retain;

// OAS 3.0.3, Security Scheme Object, the column "Applies To".
pub(crate) fn security_scheme(check: &mut Check<'_>, node: &mut Node, at: &Location) -> Retain {
    let needed: &[&str] = match node.get("type").and_then(Node::as_str) {
        Some("apiKey") => &["name", "in"],
        Some("http") => &["scheme"],
        Some("oauth2") => {
            add(node, "flows", NodeKind::Object(Object::default()));
            &[]
        }
        // Where its tokens come from is not looked up.
        _ => {
            add(node, "openIdConnectUrl", NodeKind::String("".into()));
            &[]
        }
    };
    let mut verdict = Retain::Keep;
    for key in needed.iter().filter(|key| node.get(key).is_none()) {
        check.missing_key(key, "Security Scheme Object", at);
        verdict = Retain::Drop;
    }
    verdict
}

/// What requests don't depend on.
fn add(node: &mut Node, key: &str, kind: NodeKind) {
    if let Some(object) = node.as_object_mut() {
        let value = || kind.into();
        object.members.or_insert(key, value());
    }
}
