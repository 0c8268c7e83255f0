//! Detects the version of OpenAPI that a document follows.

use crate::diagnostic::{
    ConversionProblem, Diagnostics, Expected, Found, GrammarProblem, OtherDocument, SyntaxProblem,
};
use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

/// A version of OpenAPI with a syntax of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    V30,
    /// OpenAPI 3.1 or later.
    V31,
}

/// Returns the version of a document. Reports a version that isn't supported as one problem, instead
/// of the many that follow from it. A document without a version is read as OpenAPI 3.0.
pub(crate) fn detect(
    root: &mut Node,
    at: &Location,
    diagnostics: &mut Diagnostics,
) -> Option<Version> {
    for key in ["openapi", "swagger"] {
        let Some(node) = root.get(key) else { continue };
        let version = match node.as_str() {
            Some(version) => version.to_owned(),
            None => node.to_json().to_string(),
        };
        let location = node.location(at, key);
        let mut numbers = version.split('.');
        let detected = match (key, numbers.next(), numbers.next()) {
            ("openapi", Some("3"), None | Some("0")) => Version::V30,
            ("openapi", Some("3"), Some("1")) => Version::V31,
            ("openapi", Some("3"), Some(_)) => {
                let problem = ConversionProblem::NewerVersion(version);
                diagnostics.report(location.clone(), problem);
                Version::V31
            }
            _ => {
                diagnostics.report(location, GrammarProblem::UnsupportedVersion(version));
                return None;
            }
        };
        quote(root, key, location, diagnostics);
        return Some(detected);
    }
    if let Some(instead) = not_openapi(root) {
        diagnostics.report(at.clone(), SyntaxProblem::OtherDocument(instead));
        return None;
    }
    Some(Version::V30)
}

/// Converts a version without quotes, which is a number in YAML, to a string: later passes look at
/// its minor version.
fn quote(root: &mut Node, key: &str, location: Location, diagnostics: &mut Diagnostics) {
    let Some(node) = root.find_mut(&format!("/{key}")) else {
        return;
    };
    if let NodeKind::Number(number) = &node.kind {
        let version = number.to_string();
        let found = Found::Kind(node.json_kind());
        let expected = Expected::STRING;
        let problem = GrammarProblem::Converted { expected, found };
        diagnostics.report(location, problem);
        node.kind = NodeKind::String(version.into());
    }
}

/// Recognizes a tree without a version that is something else than an OpenAPI document.
fn not_openapi(root: &Node) -> Option<OtherDocument> {
    let has = |pointer: &str| root.find(pointer).is_some();
    if has("/paths") || has("/components") || has("/webhooks") {
        return None;
    }
    Some(match &root.kind {
        NodeKind::Null => OtherDocument::Empty,
        NodeKind::Object(_) if has("/asyncapi") => OtherDocument::AsyncApi,
        NodeKind::Object(_) if has("/overlay") => OtherDocument::Overlay,
        NodeKind::Object(_) if has("/info/_postman_id") || has("/item") => OtherDocument::Postman,
        NodeKind::Object(_) if has("/$schema") || has("/properties") => OtherDocument::JsonSchema,
        NodeKind::Object(_) => OtherDocument::Unknown,
        _ => OtherDocument::Value(root.json_kind()),
    })
}
