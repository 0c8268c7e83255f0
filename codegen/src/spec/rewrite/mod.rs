//! OpenAPI 3.1 in the words of 3.0, which everything behind this works with. Each rewriting is a function with its
//! citation; what 3.0 has no words for is told by `Lost`, or where it stands.

mod anchor;
mod document;
mod lost;
mod moved;
mod schema;
mod security;

use crate::diagnostic::Diagnostics;
use crate::source::At;

use super::grammar::DOCUMENT;
use super::grammar::table::{Kind, Verdict};
use super::grammar::visit::{Part, visit};
use super::node::Node;
use lost::Lost;

/// Rewrites a whole document.
pub(crate) fn rewrite(root: &mut Node, at: &At, diagnostics: &mut Diagnostics) {
    let mut lost = Lost::default();
    document::document(root, at, &mut lost);
    security::mutual_tls(root, at, diagnostics);
    anchor::anchors(root);
    moved::definitions(root, at);
    let _ = visit(root, at, DOCUMENT, &mut |part, node, at| {
        match part {
            Part::Reference(Kind::Schema) => schema::beside_reference(node, at),
            Part::Component(Kind::Schema) => {
                let mut rewriting = schema::Rewriting {
                    at,
                    lost: &mut lost,
                    diagnostics,
                };
                schema::schema(node, &mut rewriting);
            }
            _ => {}
        }
        Verdict::Keep
    });
    lost.report(diagnostics);
}
