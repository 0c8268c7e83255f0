//! References to components, and where the references of a document are.

use super::resolution::Fate;
use crate::read::grammar::table::{ComponentKind, Retain, Shape};
use crate::read::grammar::visit::{Visited, visit, visit_anywhere};
use crate::read::syntax::node::Node;
use crate::source::Location;
use std::collections::{BTreeMap, BTreeSet};

/// What references of one kind and text come to.
pub(crate) type Fates = BTreeMap<(ComponentKind, String), Fate>;

/// All references, each once.
pub(crate) fn texts(root: &mut Node, shape: Shape) -> BTreeSet<(ComponentKind, String)> {
    let mut all: BTreeMap<ComponentKind, BTreeSet<String>> = BTreeMap::new();
    visit_anywhere(root, shape, &mut |part, node| {
        if let (Visited::Reference(kind), Some(text)) = (part, node.get("$ref")) {
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

/// A reference.
pub(crate) struct Found {
    pub(crate) kind: ComponentKind,
    pub(crate) text: String,
    /// Where its text was written.
    pub(crate) place: Location,
}

pub(crate) fn gather(root: &mut Node, at: &Location, shape: Shape) -> Vec<Found> {
    let mut all = Vec::new();
    let _ = visit(root, at, shape, &mut |part, node, at| {
        if let (Visited::Reference(kind), Some(text)) = (part, node.get("$ref")) {
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

pub(crate) fn to_component(kind: ComponentKind, name: &str) -> String {
    format!("#/components/{}/{name}", kind.key())
}
