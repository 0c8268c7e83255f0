//! Path items and callbacks that are references: `openapiv3` can't hold them, so a copy stands in
//! their place.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostics, ReferenceProblem};
use crate::read::grammar::DOCUMENT;
use crate::read::grammar::table::{ComponentKind, Retain, Shape};
use crate::read::grammar::visit::{Visited, visit};
use crate::read::syntax::node::Node;
use crate::source::Location;

use super::chain::Chains;
use super::cycles::{Inside, circles};
use super::pointer::pointer;
use super::room::{Room, size};
use super::texts;

/// Puts copies in the place of such references.
pub(crate) fn inline(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    let found = texts(root, DOCUMENT);
    let targets = Targets::of(root, found);
    let before = root.clone();
    let mut room = Room::beside(size(&before));
    let mut chains = Chains::default();
    let _ = visit(root, at, DOCUMENT, &mut |part, node, place| match part {
        Visited::Reference(kind) if is_inlined(kind) => {
            match targets.lead(node, place, diagnostics) {
                Some(_) if room.is_full() => Retain::Drop,
                Some(target) => {
                    let end = chains.end(&before, &target);
                    let verdict = end.map_or(Retain::Drop, |end| put(node, &before, at, &end));
                    room.take(node, place, diagnostics);
                    verdict
                }
                None => Retain::Drop,
            }
        }
        _ => Retain::Keep,
    });
}

/// A reference to a reference is followed to its end: that there is one was seen before.
fn put(node: &mut Node, before: &Node, at: &Location, end: &str) -> Retain {
    match before.find(end) {
        Some(item) if item.get("$ref").is_none() => {
            *node = item.with_origin(&before.origin_of(end, at));
            Retain::Keep
        }
        _ => Retain::Drop,
    }
}

/// Whether references of a kind are put in place.
pub(crate) fn is_inlined(kind: ComponentKind) -> bool {
    matches!(kind, ComponentKind::PathItem | ComponentKind::Callback)
}

/// Which references stand inside what a reference leads to.
#[derive(Default)]
struct Targets {
    inside: Inside,
    /// Those that stand inside what they lead to.
    circles: BTreeSet<String>,
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
        targets.circles = circles(&targets.inside);
        targets
    }

    /// Returns those inside.
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

    /// The pointer to what a reference stands for; `None` where that holds the reference itself.
    fn lead(&self, node: &Node, at: &Location, diagnostics: &mut Diagnostics) -> Option<String> {
        let reference = node.get("$ref")?;
        let text = reference.as_str()?;
        if self.circles.contains(text) {
            let problem = ReferenceProblem::Cycle(text.to_owned());
            diagnostics.report(reference.location(at, "$ref"), problem);
            return None;
        }
        pointer(text)
    }
}
