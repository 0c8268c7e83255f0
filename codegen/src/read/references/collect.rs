//! Collects the references of a document.

use crate::read::grammar::table::{ComponentKind, Retain, Shape};
use crate::read::grammar::visit::{Visited, visit, visit_anywhere};
use crate::read::syntax::node::Node;
use crate::source::Location;
use std::collections::{BTreeMap, BTreeSet};

/// Returns the expected kind and the text of every reference, each pair once.
pub(crate) fn texts(root: &mut Node, shape: Shape) -> BTreeSet<(ComponentKind, String)> {
    let mut all: BTreeMap<ComponentKind, BTreeSet<String>> = BTreeMap::new();
    visit_anywhere(root, shape, &mut |visited, node| {
        if let (Visited::Reference(kind), Some(text)) = (visited, node.get("$ref")) {
            let text = text.as_str().unwrap_or_default();
            let known = all.entry(kind).or_default();
            if !known.contains(text) {
                known.insert(text.to_owned());
            }
        }
    });
    let pairs = all
        .into_iter()
        .flat_map(|(kind, texts)| texts.into_iter().map(move |text| (kind, text)));
    pairs.collect()
}

/// A reference with its location.
pub(crate) struct Found {
    pub(crate) kind: ComponentKind,
    pub(crate) text: String,
    /// The location of its text.
    pub(crate) place: Location,
}

/// Returns every reference with its location.
pub(crate) fn collect(root: &mut Node, at: &Location, shape: Shape) -> Vec<Found> {
    let mut all = Vec::new();
    let _ = visit(root, at, shape, &mut |visited, node, at| {
        if let (Visited::Reference(kind), Some(text)) = (visited, node.get("$ref")) {
            all.push(Found {
                kind,
                text: text.as_str().unwrap_or_default().to_owned(),
                place: text.location(at, "$ref"),
            });
        }
        Retain::Keep
    });
    all
}

/// Returns the text of a reference to a component.
pub(crate) fn component_reference(kind: ComponentKind, name: &str) -> String {
    format!("#/components/{}/{name}", kind.key())
}
