//! OpenAPI 3.1 in the words of 3.0, which everything behind this works with. Each rewriting is a function with its
//! citation; what 3.0 has no words for is told by `Lost`, or where it stands.

mod address;
mod anchor;
mod document;
mod dynamic;
mod later;
pub(crate) mod lost;
mod moved;
mod schema;
mod security;

use crate::diagnostic::Diagnostics;
use crate::source::Location;

use self::lost::Lost;
use crate::read::grammar::table::{ComponentKind, Retain};
use crate::read::grammar::visit::{Visited, visit};
use crate::read::grammar::{DOCUMENT, Version};
use crate::read::syntax::node::Node;

/// Rewrites a whole document of 3.1, or what a document of 3.0 says in its words.
pub(crate) fn convert(
    root: &mut Node,
    at: &Location,
    version: Version,
    diagnostics: &mut Diagnostics,
) {
    let mut lost = Lost::default();
    security::mutual_tls(root, at, diagnostics);
    match version {
        Version::V31 => {
            super::openapi_3_2::newer(root, at, &mut lost, diagnostics);
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
    schemas(root, at, version, &mut lost, diagnostics);
    lost.report(diagnostics);
}

/// Converts every schema, and what stands beside a reference to one.
fn schemas(
    root: &mut Node,
    at: &Location,
    version: Version,
    lost: &mut Lost,
    diagnostics: &mut Diagnostics,
) {
    let _ = visit(root, at, DOCUMENT, &mut |part, node, at| {
        match part {
            // What stands beside a reference is a repair in 3.0.
            Visited::Reference(ComponentKind::Schema) if version == Version::V31 => {
                schema::beside_reference(node, at);
            }
            Visited::Component(ComponentKind::Schema) => {
                let mut rewriting = schema::Rewriting {
                    at,
                    lost,
                    diagnostics,
                };
                schema::schema(node, &mut rewriting);
            }
            _ => {}
        }
        Retain::Keep
    });
}
