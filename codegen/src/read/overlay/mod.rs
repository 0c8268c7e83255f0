//! OpenAPI Overlay 1.0.0: changes to a document that somebody else maintains.

mod action;
mod merge;
mod tables;
mod target;

use std::sync::Arc;

use crate::diagnostic::{Diagnostics, OverlayProblem};
use crate::source::Location;

use super::grammar;
use super::syntax::node::Node;
use super::syntax::parse::parse;

/// Applies the actions of an overlay to a document, in their order. Nodes from the overlay keep
/// their locations in its file.
pub(crate) fn apply(
    tree: &mut Node,
    document: &Location,
    file: &Arc<str>,
    text: &str,
    diagnostics: &mut Diagnostics,
) {
    let Some(mut overlay) = parse(file, text, diagnostics) else {
        return;
    };
    let at = Location::root(file);
    if !check_version(&overlay, &at, diagnostics)
        || !grammar::check_tree(tables::OVERLAY, &mut overlay, &at, diagnostics)
    {
        return;
    }
    check_extends(&overlay, &at, document, diagnostics);
    let actions = overlay.get("actions");
    let at = actions.map_or_else(|| at.clone(), |actions| actions.location(&at, "actions"));
    let actions = actions.and_then(Node::as_array).unwrap_or_default();
    if actions.is_empty() {
        diagnostics.report(at.clone(), OverlayProblem::NoActions);
    }
    for (index, action) in actions.iter().enumerate() {
        let location = action.location(&at, index);
        action::apply(tree, document, action, &location, diagnostics);
    }
}

/// Reports a file that isn't an overlay of version 1.0.
fn check_version(overlay: &Node, at: &Location, diagnostics: &mut Diagnostics) -> bool {
    let Some(node) = overlay.get("overlay") else {
        diagnostics.report(at.clone(), OverlayProblem::MissingVersion);
        return false;
    };
    let version = match node.as_str() {
        Some(version) if version == "1.0" || version.starts_with("1.0.") => return true,
        Some(version) => version.to_owned(),
        None => node.to_json().to_string(),
    };
    let location = node.location(at, "overlay");
    diagnostics.report(location, OverlayProblem::UnsupportedVersion(version));
    false
}

// Overlay 1.0.0, Overlay Object: "extends" is a URI reference, so it is relative to the overlay.
fn check_extends(
    overlay: &Node,
    at: &Location,
    document: &Location,
    diagnostics: &mut Diagnostics,
) {
    let Some(node) = overlay.get("extends") else {
        return;
    };
    let folder = at.file().rsplit_once('/').map(|(folder, _)| folder);
    let given = node.as_str().unwrap_or_default();
    let relative = given.strip_prefix("./").unwrap_or(given);
    let resolved = match folder {
        Some(folder) => format!("{folder}/{relative}"),
        None => relative.to_owned(),
    };
    if resolved != **document.file() {
        let problem = OverlayProblem::ExtendsMismatch {
            given: given.to_owned(),
            applied_to: document.file().to_string(),
        };
        diagnostics.report(node.location(at, "extends"), problem);
    }
}
