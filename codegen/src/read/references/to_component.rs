//! References to components, and where the references of a document are.

use super::resolution::Fate;
use crate::read::grammar::table::{Kind, Shape, Verdict};
use crate::read::grammar::visit::{Part, visit, visit_anywhere};
use crate::read::syntax::node::Node;
use crate::source::Location;
use std::collections::{BTreeMap, BTreeSet};

/// What references of one kind and text come to.
pub(crate) type Fates = BTreeMap<(Kind, String), Fate>;

/// All references, each once.
pub(crate) fn texts(root: &mut Node, shape: Shape) -> BTreeSet<(Kind, String)> {
    let mut all: BTreeMap<Kind, BTreeSet<String>> = BTreeMap::new();
    visit_anywhere(root, shape, &mut |part, node| {
        if let (Part::Reference(kind), Some(text)) = (part, node.get("$ref")) {
            let text = text.as_text().unwrap_or_default();
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
    pub(crate) kind: Kind,
    pub(crate) text: String,
    /// Where its text was written.
    pub(crate) place: Location,
}

pub(crate) fn gather(root: &mut Node, at: &Location, shape: Shape) -> Vec<Found> {
    let mut all = Vec::new();
    let _ = visit(root, at, shape, &mut |part, node, at| {
        if let (Part::Reference(kind), Some(text)) = (part, node.get("$ref")) {
            all.push(Found {
                kind,
                text: text.as_text().unwrap_or_default().to_owned(),
                place: text.place(at, "$ref"),
            });
        }
        Verdict::Keep
    });
    all
}

pub(crate) fn to_component(kind: Kind, name: &str) -> String {
    format!("#/components/{}/{name}", kind.key())
}
