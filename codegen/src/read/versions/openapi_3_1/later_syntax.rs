//! Finds OpenAPI 3.1 syntax in documents of OpenAPI 3.0.

use indexmap::IndexMap;

use crate::diagnostic::{ConversionProblem, Diagnostics};
use crate::read::grammar::DOCUMENT;
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::table::Retain;
use crate::read::grammar::visit::{Visited, visit};
use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

use super::definitions;
use super::schema::{WITHOUT_EQUIVALENT, null};

/// Keywords of JSON Schema 2020-12 and earlier drafts that have an equivalent in OpenAPI 3.0.
const KEYWORDS: [&str; 6] = [
    "const",
    "examples",
    "contentEncoding",
    "prefixItems",
    "patternProperties",
    "unevaluatedProperties",
];

/// The syntax of OpenAPI 3.1 that a document uses.
#[derive(Default)]
struct LaterSyntax {
    /// For each keyword with an equivalent, the location of its first use and the number of other
    /// uses.
    keywords: IndexMap<&'static str, (Location, usize)>,
    /// Whether there are keywords without an equivalent. The conversion reports them.
    has_others: bool,
}

/// Reports the OpenAPI 3.1 syntax in a document of OpenAPI 3.0, and returns whether there is any.
/// Its schemas are then converted as those of OpenAPI 3.1, which is the only possible meaning.
pub(crate) fn report(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) -> bool {
    let mut later = LaterSyntax::default();
    later.definitions(root, at);
    let _ = visit(root, at, DOCUMENT, &mut |visited, node, at| {
        if matches!(visited, Visited::Component(ComponentKind::Schema)) {
            later.schema(node, at);
        }
        Retain::Keep
    });
    let is_used = !later.keywords.is_empty() || later.has_others;
    for (keyword, (at, others)) in later.keywords {
        diagnostics.report(at, ConversionProblem::LaterSyntax { keyword, others });
    }
    is_used
}

impl LaterSyntax {
    fn schema(&mut self, node: &Node, at: &Location) {
        match &node.kind {
            NodeKind::Bool(true) => self.add("true", at.clone()),
            NodeKind::Bool(false) => self.add("false", at.clone()),
            _ => {}
        }
        for (key, value) in node
            .as_object()
            .into_iter()
            .flat_map(|it| it.members.iter())
        {
            if let Some(keyword) = later_keyword(key, value) {
                self.add(keyword, value.location(at, key).key());
            }
            self.has_others |= WITHOUT_EQUIVALENT.contains(&key)
                || ["$comment", "contentMediaType", "contentSchema"].contains(&key);
        }
        let is_null = |node: &Node| node.kind == NodeKind::Null;
        let is_null_type = node.get("type").is_some_and(is_null);
        self.has_others |= is_null_type && node.as_object().is_some_and(null::has_only_type);
        self.definitions(node, at);
    }

    fn definitions(&mut self, node: &Node, at: &Location) {
        for key in definitions::KEYS {
            if let Some(definitions) = node.get(key) {
                self.add(key, definitions.location(at, key).key());
            }
        }
    }

    fn add(&mut self, keyword: &'static str, at: Location) {
        match self.keywords.get_mut(keyword) {
            Some((_, others)) => *others += 1,
            None => {
                self.keywords.insert(keyword, (at, 0));
            }
        }
    }
}

/// Returns the keyword of OpenAPI 3.1 that a key with such a value is.
fn later_keyword(key: &str, value: &Node) -> Option<&'static str> {
    match (key, &value.kind) {
        ("type", NodeKind::Array(_)) => Some("type"),
        ("type", NodeKind::String(word)) if word == "null" => Some("type"),
        ("items", NodeKind::Array(_)) => Some("items"),
        ("exclusiveMinimum", NodeKind::Number(_)) => Some("exclusiveMinimum"),
        ("exclusiveMaximum", NodeKind::Number(_)) => Some("exclusiveMaximum"),
        _ => KEYWORDS.into_iter().find(|keyword| *keyword == key),
    }
}
