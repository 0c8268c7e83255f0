//! Conversions to OpenAPI 3.0, one module per version that a document can be written in.

mod ignored_keywords;
mod openapi_3_1;
mod openapi_3_2;
pub(crate) mod swagger_2_0;

use crate::diagnostic::Diagnostics;
use crate::source::Location;

use self::ignored_keywords::IgnoredKeywords;
use super::grammar::Version;
use super::syntax::node::Node;

/// Converts a document to OpenAPI 3.0, from version to version: 3.2 to 3.1, and 3.1 to 3.0. A
/// document of OpenAPI 3.0 is only converted if it uses syntax of OpenAPI 3.1.
pub(crate) fn convert(
    root: &mut Node,
    at: &Location,
    version: Version,
    diagnostics: &mut Diagnostics,
) {
    let mut ignored = IgnoredKeywords::default();
    // Documents of every version use this one.
    openapi_3_1::remove_mutual_tls(root, at, diagnostics);
    match version {
        Version::V31 => {
            openapi_3_2::convert(root, at, &mut ignored, diagnostics);
            openapi_3_1::convert_document(root, at, &mut ignored);
        }
        Version::V30 if openapi_3_1::report_later_syntax(root, at, diagnostics) => {}
        Version::V30 => return,
    }
    openapi_3_1::convert_schemas(root, at, version, &mut ignored, diagnostics);
    ignored.report(diagnostics);
}
