//! Replaces references to path items and callbacks, which `openapiv3` doesn't support, by copies.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostics, ReferenceProblem};
use crate::read::grammar::DOCUMENT;
use crate::read::grammar::table::{ComponentKind, Retain, Shape};
use crate::read::grammar::visit::{Visited, visit};
use crate::read::syntax::node::Node;
use crate::source::Location;

use crate::read::references::chain::Chains;
use crate::read::references::copy_limit::{CopyLimit, size};
use crate::read::references::cycles::{Edges, find_cycles};
use crate::read::references::pointer::pointer;
use crate::read::references::texts;

/// Replaces each such reference by a copy of its target.
pub(crate) fn inline(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    let found = texts(root, DOCUMENT);
    let targets = Targets::of(root, found);
    let before = root.clone();
    let mut copies = CopyLimit::new(size(&before));
    let mut chains = Chains::default();
    let _ = visit(
        root,
        at,
        DOCUMENT,
        &mut |visited, node, place| match visited {
            Visited::Reference(kind) if is_inlined(kind) => {
                match targets.pointer(node, place, diagnostics) {
                    Some(_) if copies.is_reached() => Retain::Drop,
                    Some(target) => {
                        let end = chains.end(&before, &target);
                        let retain =
                            end.map_or(Retain::Drop, |end| replace(node, &before, at, &end));
                        copies.count(node, place, diagnostics);
                        retain
                    }
                    None => Retain::Drop,
                }
            }
            _ => Retain::Keep,
        },
    );
}

/// Replaces a reference by a copy of the node at `end`, the end of its chain.
fn replace(node: &mut Node, before: &Node, at: &Location, end: &str) -> Retain {
    match before.find(end) {
        Some(item) if item.get("$ref").is_none() => {
            *node = item.with_origin(&before.origin_of(end, at));
            Retain::Keep
        }
        _ => Retain::Drop,
    }
}

/// Returns whether references to components of a kind are replaced by copies.
pub(crate) fn is_inlined(kind: ComponentKind) -> bool {
    matches!(kind, ComponentKind::PathItem | ComponentKind::Callback)
}

/// The references inside of the target of each reference.
#[derive(Default)]
struct Targets {
    inside: Edges,
    /// The references that are inside of their own target.
    cycles: BTreeSet<String>,
}

impl Targets {
    fn of(root: &Node, found: BTreeSet<(ComponentKind, String)>) -> Self {
        let mut targets = Self::default();
        let mut open = Vec::from_iter(found);
        while let Some((kind, text)) = open.pop() {
            if is_inlined(kind) && !targets.inside.contains_key(&text) {
                open.extend(targets.add(root, kind, text));
            }
        }
        targets.cycles = find_cycles(&targets.inside);
        targets
    }

    /// Adds the target of a reference, and returns the references inside of it.
    fn add(
        &mut self,
        root: &Node,
        kind: ComponentKind,
        text: String,
    ) -> BTreeSet<(ComponentKind, String)> {
        let target = pointer(&text).and_then(|pointer| root.find(&pointer));
        let Some(mut target) = target.cloned() else {
            return BTreeSet::new();
        };
        let inside = texts(&mut target, Shape::Component(kind));
        let known = inside
            .iter()
            .filter(|(kind, _)| is_inlined(*kind))
            .map(|(_, text)| text.clone());
        self.inside.insert(text, known.collect());
        inside
    }

    /// Returns the pointer to the target of a reference. Reports a reference that is inside of its
    /// own target, and returns `None` for it.
    fn pointer(&self, node: &Node, at: &Location, diagnostics: &mut Diagnostics) -> Option<String> {
        let reference = node.get("$ref")?;
        let text = reference.as_str()?;
        if self.cycles.contains(text) {
            let problem = ReferenceProblem::Cycle(text.to_owned());
            diagnostics.report(reference.location(at, "$ref"), problem);
            return None;
        }
        pointer(text)
    }
}
