//! What OpenAPI 3.0.3 allows: a table per object, and one walk that compares a document with them.
//!
//! What is wrong is reported at the innermost place and taken out. What is left, `openapiv3` accepts: whoever changes
//! a table keeps that true.

mod check;
mod coerce;
mod document;
pub(crate) mod key_case;
pub(crate) mod lookup;
mod maps;
mod rules;
pub(crate) mod table;
pub(crate) mod tables;
pub(crate) mod unknown_keys;
pub(crate) mod visit;

use crate::diagnostic::{Diagnostics, GrammarProblem, Instead, RewriteProblem, SyntaxProblem};
use crate::source::Location;

use super::syntax::node::Node;

pub(crate) use check::compare;
pub(crate) use tables::root::DOCUMENT;

/// Reports what the standard forbids and takes it out. False where nothing is left to go on with.
pub(crate) fn check(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) -> bool {
    // Before anything is taken out: what is missing afterwards was not missing.
    document::check(root, at, diagnostics);
    compare(DOCUMENT, root, at, diagnostics)
}

/// Which version of the standard a document follows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    V30,
    /// Or one that came later.
    V31,
}

/// One clear problem for a document of another version, and not a hundred that follow from it.
pub(crate) fn version(
    root: &Node,
    at: &Location,
    diagnostics: &mut Diagnostics,
) -> Option<Version> {
    for key in ["openapi", "swagger"] {
        let Some(node) = root.get(key) else { continue };
        let version = match node.as_str() {
            Some(version) => version.to_owned(),
            None => node.to_json().to_string(),
        };
        let place = node.location(at, key);
        let mut parts = version.split('.');
        match (key, parts.next(), parts.next()) {
            ("openapi", Some("3"), Some("0")) => return Some(Version::V30),
            ("openapi", Some("3"), Some("1")) => return Some(Version::V31),
            ("openapi", Some("3"), _) => {
                diagnostics.report(place, RewriteProblem::Newer(version));
                return Some(Version::V31);
            }
            _ => {}
        }
        diagnostics.report(place, GrammarProblem::Version(version));
        return None;
    }
    if let Some(instead) = instead(root) {
        diagnostics.report(at.clone(), SyntaxProblem::NoDocument(instead));
        return None;
    }
    Some(Version::V30)
}

/// What a tree without a version is, if there is no sign that it is a document with a mistake.
fn instead(root: &Node) -> Option<Instead> {
    let has = |pointer: &str| root.find(pointer).is_some();
    if has("/paths") || has("/components") || has("/webhooks") {
        return None;
    }
    Some(match root.kind_name() {
        "null" => Instead::Nothing,
        "an object" if has("/asyncapi") => Instead::Messages,
        "an object" if has("/overlay") => Instead::Overlay,
        "an object" if has("/info/_postman_id") || has("/item") => Instead::Collection,
        "an object" if has("/$schema") || has("/properties") => Instead::Schema,
        "an object" => Instead::Unknown,
        what => Instead::Value(what),
    })
}
