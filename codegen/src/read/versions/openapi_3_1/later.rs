//! What a document of OpenAPI 3.0 says in the words of 3.1.

use indexmap::IndexMap;

use crate::diagnostic::{ConversionProblem, Diagnostics};
use crate::read::grammar::DOCUMENT;
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::table::Retain;
use crate::read::grammar::visit::{Visited, visit};
use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

use super::moved;
use super::schema::{WITHOUT_EQUIVALENT, null};

/// Words of JSON Schema 2020-12 and of the drafts before it that 3.0 doesn't have, and says otherwise.
const WORDS: [&str; 6] = [
    "const",
    "examples",
    "contentEncoding",
    "prefixItems",
    "patternProperties",
    "unevaluatedProperties",
];

/// The words that were found, in the document's order: where each stands first, and in how many other places.
#[derive(Default)]
pub(crate) struct Later {
    words: IndexMap<&'static str, (Location, usize)>,
    /// Others, which are told where they are left out.
    has_others: bool,
}

/// Looks for them. Where there are any, the schemas are read as those of 3.1: one thing alone can be meant.
pub(crate) fn words(root: &mut Node, at: &Location) -> Later {
    let mut later = Later::default();
    later.definitions(root, at);
    let _ = visit(root, at, DOCUMENT, &mut |part, node, at| {
        if matches!(part, Visited::Component(ComponentKind::Schema)) {
            later.schema(node, at);
        }
        Retain::Keep
    });
    later
}

impl Later {
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty() && !self.has_others
    }

    pub(crate) fn report(self, diagnostics: &mut Diagnostics) {
        for (word, (at, others)) in self.words {
            diagnostics.report(
                at,
                ConversionProblem::LaterSyntax {
                    keyword: word,
                    others,
                },
            );
        }
    }

    fn schema(&mut self, node: &Node, at: &Location) {
        match &node.kind {
            NodeKind::Bool(true) => self.note("true", at.clone()),
            NodeKind::Bool(false) => self.note("false", at.clone()),
            _ => {}
        }
        for (key, value) in node
            .as_object()
            .into_iter()
            .flat_map(|it| it.members.iter())
        {
            if let Some(word) = word(key, value) {
                self.note(word, value.location(at, key).key());
            }
            self.has_others |= WITHOUT_EQUIVALENT.contains(&key)
                || ["$comment", "contentMediaType", "contentSchema"].contains(&key);
        }
        let is_null = |word: &Node| word.kind == NodeKind::Null;
        let is_null_type = node.get("type").is_some_and(is_null);
        self.has_others |= is_null_type && node.as_object().is_some_and(null::is_alone);
        self.definitions(node, at);
    }

    fn definitions(&mut self, node: &Node, at: &Location) {
        for key in moved::KEYS {
            if let Some(definitions) = node.get(key) {
                self.note(key, definitions.location(at, key).key());
            }
        }
    }

    fn note(&mut self, word: &'static str, place: Location) {
        match self.words.get_mut(word) {
            Some((_, others)) => *others += 1,
            None => {
                self.words.insert(word, (place, 0));
            }
        }
    }
}

/// The word that a key is, with such a value.
fn word(key: &str, value: &Node) -> Option<&'static str> {
    match (key, &value.kind) {
        ("type", NodeKind::Array(_)) => Some("type"),
        ("type", NodeKind::String(word)) if word == "null" => Some("type"),
        ("items", NodeKind::Array(_)) => Some("items"),
        ("exclusiveMinimum", NodeKind::Number(_)) => Some("exclusiveMinimum"),
        ("exclusiveMaximum", NodeKind::Number(_)) => Some("exclusiveMaximum"),
        _ => WORDS.into_iter().find(|word| *word == key),
    }
}
