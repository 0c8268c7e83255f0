//! Applies one action of an overlay.

use crate::diagnostic::{Diagnostics, OverlayProblem};
use crate::read::syntax::node::{Node, NodeKind};
use crate::source::{Location, unescape};

use super::merge::{Merged, merge};
use super::target::select;

/// Selects the targets of an action, and removes or updates them (Overlay 1.0.0, Action Object).
pub(crate) fn apply(
    tree: &mut Node,
    document: &Location,
    action: &Node,
    at: &Location,
    diagnostics: &mut Diagnostics,
) {
    let remove = action.get("remove");
    let removes = remove.is_some_and(|remove| remove.kind == NodeKind::Bool(true));
    let update = action.get("update");
    match (removes, update) {
        (true, Some(update)) => {
            let location = update.location(at, "update").key();
            diagnostics.report(location, OverlayProblem::UpdateBesideRemove);
        }
        (false, None) => diagnostics.report(at.clone(), OverlayProblem::EmptyAction),
        _ => {}
    }
    let Some(selected) = select(tree, action, at, diagnostics) else {
        return;
    };
    if removes {
        remove_all(tree, document, selected, at, diagnostics);
    } else if let Some(update) = update {
        update_all(tree, &selected, update, at, diagnostics);
    }
}

/// Updates the selected nodes. Reports an update that changes nothing.
fn update_all(
    tree: &mut Node,
    selected: &[String],
    update: &Node,
    at: &Location,
    diagnostics: &mut Diagnostics,
) {
    let update_at = update.location(at, "update");
    let mut has_changed = false;
    for pointer in selected {
        let Some(target) = tree.find_mut(pointer) else {
            continue;
        };
        let merged = match (&target.kind, &update.kind) {
            (NodeKind::Object(_), NodeKind::Object(_)) => merge(target, update, &update_at),
            (NodeKind::Array(_), _) => {
                // "If the target selects an array, the value of this field MUST be an entry to
                // append to the array."
                target.push(update, &update_at);
                Merged::Changed
            }
            (NodeKind::Object(_), _) => {
                let problem = OverlayProblem::UpdateKind(update.json_kind());
                diagnostics.report(update_at, problem);
                return;
            }
            _ => {
                let problem = OverlayProblem::TargetKind(target.json_kind());
                diagnostics.report(at.child("target"), problem);
                return;
            }
        };
        has_changed |= merged == Merged::Changed;
    }
    if !has_changed {
        diagnostics.report(update_at.key(), OverlayProblem::NoChange);
    }
}

/// Removes the selected nodes.
fn remove_all(
    tree: &mut Node,
    document: &Location,
    selected: Vec<String>,
    at: &Location,
    diagnostics: &mut Diagnostics,
) {
    let mut steps: Vec<(String, String)> = Vec::new();
    for pointer in selected {
        match pointer.rsplit_once('/') {
            Some((parent, step)) => steps.push((parent.to_owned(), step.to_owned())),
            None => diagnostics.report(at.child("target"), OverlayProblem::RemovesAll),
        }
    }
    // From last to first, so that indices and parents stay valid.
    for (parent, step) in steps.into_iter().rev() {
        let origin = tree.origin_of(&parent, document);
        if let Some(parent) = tree.find_mut(&parent) {
            parent.remove(&unescape(&step), &origin);
        }
    }
}
