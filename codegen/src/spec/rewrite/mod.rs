//! OpenAPI 3.1 in the words of 3.0, which everything behind this works with. Each rewriting is a function with its
//! citation; what 3.0 has no words for is told by `Lost`, or where it stands.

mod address;
mod anchor;
mod document;
mod dynamic;
mod later;
mod lost;
mod moved;
mod newer;
mod schema;
mod security;

use crate::diagnostic::Diagnostics;
use crate::source::At;

use super::grammar::table::{Kind, Verdict};
use super::grammar::visit::{Part, visit};
use super::grammar::{DOCUMENT, Version};
use super::node::Node;
use lost::Lost;

/// Rewrites a whole document of 3.1, or what a document of 3.0 says in its words.
pub(crate) fn rewrite(root: &mut Node, at: &At, version: Version, diagnostics: &mut Diagnostics) {
    let mut lost = Lost::default();
    security::mutual_tls(root, at, diagnostics);
    match version {
        Version::V31 => {
            newer::newer(root, at, &mut lost, diagnostics);
            document::document(root, at, &mut lost);
        }
        Version::V30 => {
            let later = later::words(root, at);
            if later.is_empty() {
                return;
            }
            later.report(diagnostics);
        }
    }
    address::addresses(root);
    dynamic::dynamic(root);
    anchor::anchors(root);
    moved::definitions(root, at);
    let _ = visit(root, at, DOCUMENT, &mut |part, node, at| {
        match part {
            // What stands beside a reference is a repair in 3.0.
            Part::Reference(Kind::Schema) if version == Version::V31 => {
                schema::beside_reference(node, at);
            }
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
