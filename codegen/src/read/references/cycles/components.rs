//! Reports cycles of components that are references.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostics, ReferenceProblem};
use crate::read::syntax::node::Node;
use crate::source::Location;

use crate::read::references::chain::Chains;
use crate::read::references::labels;
use crate::read::references::pointer::pointer;

fn reference(node: &Node) -> Option<&str> {
    node.get("$ref")?.as_str()
}

/// Reports each cycle of components once, at its first component, and adds its references to
/// `known`.
pub(crate) fn report(
    root: &Node,
    at: &Location,
    chains: &mut Chains,
    known: &mut BTreeSet<String>,
    diagnostics: &mut Diagnostics,
) {
    let Some(kinds) = root.get("components").and_then(Node::as_object) else {
        return;
    };
    for (kind, components) in kinds.members.iter() {
        let Some(components) = components.as_object() else {
            continue;
        };
        for (name, component) in components.members.iter() {
            let Some(text) = reference(component) else {
                continue;
            };
            let at_component = at.child("components").child(kind).child(name);
            let start = at_component.pointer();
            if chains.end(root, start).is_none() && known.insert(text.to_owned()) {
                let place = root.origin_of(&format!("{start}/$ref"), at);
                let problem = ReferenceProblem::Cycle(text.to_owned());
                let also = labels::cycle(root, at, text, &place);
                diagnostics.report_with(place, problem, also);
                add_cycle(root, text, known);
            }
        }
    }
}

fn add_cycle(root: &Node, text: &str, known: &mut BTreeSet<String>) {
    let mut text = text.to_owned();
    while let Some(next) = pointer(&text).and_then(|place| root.find(&place).and_then(reference)) {
        if !known.insert(next.to_owned()) {
            return;
        }
        text = next.to_owned();
    }
}
