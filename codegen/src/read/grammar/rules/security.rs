//! The rule of the Security Scheme Object.

use crate::diagnostic::{Diagnostics, GrammarProblem};
use crate::read::grammar::table::Retain;
use crate::read::syntax::node::Node;
use crate::source::Location;

// OAS 3.0.3, Security Scheme Object, the column "Applies To". Requests don't depend on where an
// OAuth or OpenID Connect token comes from, so that may be missing.
pub(crate) fn security_scheme(
    node: &mut Node,
    at: &Location,
    diagnostics: &mut Diagnostics,
) -> Retain {
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
        let problem = GrammarProblem::MissingKey {
            key: (*key).to_owned(),
            object: "Security Scheme Object",
            mistyped: None,
        };
        diagnostics.report(at.clone(), problem);
        retain = Retain::Drop;
    }
    retain
}
