//! The rule of the Security Scheme Object.

use crate::read::grammar::table::{Checker, Retain};
use crate::read::syntax::node::Node;
use crate::source::Location;

// OAS 3.0.3, Security Scheme Object, the column "Applies To". Requests don't depend on where an
// OAuth or OpenID Connect token comes from, so that may be missing.
pub(crate) fn security_scheme(checker: &mut Checker<'_>, node: &mut Node, at: &Location) -> Retain {
    let required: &[&str] = match node.get("type").and_then(Node::as_str) {
        Some("apiKey") => &["name", "in"],
        Some("http") => &["scheme"],
        Some("oauth2") => {
            node.add("flows", Node::empty_object());
            &[]
        }
        _ => {
            node.add("openIdConnectUrl", Node::string(""));
            &[]
        }
    };
    let mut retain = Retain::Keep;
    for key in required.iter().filter(|key| node.get(key).is_none()) {
        checker.report_missing_key(key, "Security Scheme Object", at);
        retain = Retain::Drop;
    }
    retain
}
