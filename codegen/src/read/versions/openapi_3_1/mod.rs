//! Converts OpenAPI 3.1 to OpenAPI 3.0. Each conversion is a function that cites the specification.

mod anchor;
mod definitions;
mod document;
mod dynamic_ref;
mod id;
mod later_syntax;
mod mutual_tls;
mod schema;

use crate::diagnostic::Diagnostics;
use crate::source::Location;

use super::ignored_keywords::IgnoredKeywords;
use crate::read::grammar::table::{ComponentKind, Retain};
use crate::read::grammar::visit::{Visited, visit};
use crate::read::grammar::{DOCUMENT, Version};
use crate::read::syntax::node::Node;

pub(crate) use document::convert as convert_document;
pub(crate) use later_syntax::report as report_later_syntax;
pub(crate) use mutual_tls::remove as remove_mutual_tls;

/// Converts every schema, and the references to schemas.
pub(crate) fn convert_schemas(
    root: &mut Node,
    at: &Location,
    version: Version,
    ignored: &mut IgnoredKeywords,
    diagnostics: &mut Diagnostics,
) {
    id::resolve(root);
    dynamic_ref::resolve(root);
    anchor::resolve(root);
    definitions::move_to_components(root, at);
    let _ = visit(root, at, DOCUMENT, &mut |visited, node, at| {
        match visited {
            // In OpenAPI 3.0 keywords beside a reference are a mistake, which `repair` reports.
            Visited::Reference(ComponentKind::Schema) if version == Version::V31 => {
                schema::convert_reference(node, at);
            }
            Visited::Component(ComponentKind::Schema) => {
                let mut conversion = schema::Conversion {
                    at,
                    ignored,
                    diagnostics,
                };
                schema::convert(node, &mut conversion);
            }
            _ => {}
        }
        Retain::Keep
    });
}
