//! OpenAPI Overlay 1.0.0: what is changed in a document that isn't ours to edit.

mod apply;
mod merge;
mod tables;
mod target;

use std::sync::Arc;

use crate::diagnostic::{Diagnostics, OverlayProblem};
use crate::source::Location;

use super::grammar;
use super::syntax::node::Node;
use super::syntax::parse::parse;

/// Applies an overlay's actions to a document, in their order. What comes from the overlay keeps its place there.
pub(crate) fn overlay(
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
    if !is_known_version(&overlay, &at, diagnostics)
        || !grammar::compare(tables::OVERLAY, &mut overlay, &at, diagnostics)
    {
        return;
    }
    extends(&overlay, &at, document, diagnostics);
    let actions = overlay.get("actions");
    let at = actions.map_or_else(|| at.clone(), |actions| actions.location(&at, "actions"));
    let actions = actions.and_then(Node::as_array).unwrap_or_default();
    if actions.is_empty() {
        diagnostics.report(at.clone(), OverlayProblem::NoActions);
    }
    for (index, action) in actions.iter().enumerate() {
        let place = action.location(&at, index);
        apply::apply(tree, document, action, &place, diagnostics);
    }
}

fn is_known_version(overlay: &Node, at: &Location, diagnostics: &mut Diagnostics) -> bool {
    let problem = match overlay.get("overlay") {
        None => OverlayProblem::NotAnOverlay,
        Some(version) => match version.as_str() {
            Some(version) if version == "1.0" || version.starts_with("1.0.") => return true,
            Some(version) => OverlayProblem::Version(version.to_owned()),
            None => OverlayProblem::Version(version.to_json().to_string()),
        },
    };
    let place = match overlay.get("overlay") {
        Some(version) => version.location(at, "overlay"),
        None => at.clone(),
    };
    diagnostics.report(place, problem);
    false
}

// Overlay 1.0.0, Overlay Object: "extends" is a URI reference, so it is relative to the overlay's own place.
fn extends(overlay: &Node, at: &Location, document: &Location, diagnostics: &mut Diagnostics) {
    let Some(node) = overlay.get("extends") else {
        return;
    };
    let folder = at.file().rsplit_once('/').map(|(folder, _)| folder);
    let given = node.as_str().unwrap_or_default();
    let relative = given.strip_prefix("./").unwrap_or(given);
    let meant = match folder {
        Some(folder) => format!("{folder}/{relative}"),
        None => relative.to_owned(),
    };
    if meant != **document.file() {
        let problem = OverlayProblem::Extends {
            given: given.to_owned(),
            applied_to: document.file().to_string(),
        };
        diagnostics.report(node.location(at, "extends"), problem);
    }
}
