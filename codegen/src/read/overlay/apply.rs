//! One action.

use crate::diagnostic::{Diagnostics, OverlayProblem};
use crate::read::syntax::node::Node;
use crate::read::syntax::node::NodeKind;
use crate::source::Location;

use super::merge::{Merged, merge};
use super::target::select;

// Overlay 1.0.0, Action Object.
pub(crate) fn apply(
    tree: &mut Node,
    document: &Location,
    action: &Node,
    at: &Location,
    diagnostics: &mut Diagnostics,
) {
    let removes = matches!(action.get("remove"), Some(node) if node.kind == NodeKind::Bool(true));
    let update = action.get("update");
    match (removes, update) {
        (true, Some(update)) => {
            let place = update.location(at, "update").key();
            diagnostics.report(place, OverlayProblem::UpdateBesideRemove);
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

fn update_all(
    tree: &mut Node,
    selected: &[String],
    update: &Node,
    at: &Location,
    diagnostics: &mut Diagnostics,
) {
    let place = update.location(at, "update");
    let mut changes = false;
    for pointer in selected {
        let Some(target) = tree.find_mut(pointer) else {
            continue;
        };
        let merged = match (&target.kind, &update.kind) {
            (NodeKind::Object(_), NodeKind::Object(_)) => merge(target, update, &place),
            (NodeKind::Array(_), _) => {
                // "If the target selects an array, the value of this field MUST be an entry to append to the array."
                target.push(update, &place);
                Merged::Changed
            }
            (NodeKind::Object(_), _) => {
                let found = update.kind_name();
                diagnostics.report(place.clone(), OverlayProblem::UpdateKind(found));
                return;
            }
            _ => {
                let selected = target.kind_name();
                let place = at.child("target");
                diagnostics.report(place, OverlayProblem::TargetKind(selected));
                return;
            }
        };
        changes |= merged == Merged::Changed;
    }
    if !changes {
        diagnostics.report(place.key(), OverlayProblem::NoChange);
    }
}

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
    // From the end, so that an index or a parent is still right when its turn comes.
    for (parent, step) in steps.into_iter().rev() {
        let origin = tree.origin_of(&parent, document);
        if let Some(parent) = tree.find_mut(&parent) {
            parent.remove(&step.replace("~1", "/").replace("~0", "~"), &origin);
        }
    }
}
