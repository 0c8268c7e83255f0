//! Null among the types and the alternatives.

use crate::diagnostic::{Diagnostics, Expected, Found, GrammarProblem};
use crate::read::syntax::node::{Node, NodeKind, Object};
use crate::source::Location;

use super::{Rewriting, all_of};

/// Says that a value may be null.
pub(crate) fn nullable(object: &mut Object) {
    let yes = Node::from(NodeKind::Bool(true));
    object.members.insert("nullable", yes);
}

/// `type: null` and `type: [string, null]`: YAML reads a null there, and the word `null` is meant. Where the schema says more,
/// its type was forgotten.
pub(crate) fn quoted(object: &mut Object, at: &Location, diagnostics: &mut Diagnostics) {
    let is_alone = is_alone(object);
    let Some(node) = object.members.get_mut("type") else {
        return;
    };
    let at = node.location(at, "type");
    let mut quote = |node: &mut Node, at: Location| {
        if node.kind == NodeKind::Null {
            let (expected, found) = (Expected::QuotedNull, Found::UnquotedNull);
            diagnostics.report(at, GrammarProblem::Converted { expected, found });
            node.kind = NodeKind::String("null".into());
        }
    };
    match &mut node.kind {
        NodeKind::Array(list) => {
            for (index, word) in list.iter_mut().enumerate() {
                let place = word.location(&at, index);
                quote(word, place);
            }
        }
        _ if is_alone => quote(node, at),
        _ => {}
    }
}

/// Whether a schema says what type it is, and nothing else about the value.
pub(crate) fn is_alone(object: &Object) -> bool {
    let mut keys = object.members.keys();
    keys.all(|key| key == "type" || ANNOTATIONS.contains(&key))
}

// OAS 3.1.0, Schema Object: null is a type of its own there, and so can be an alternative. 3.0 has "nullable" beside
// the others; where one is left, it is no alternative.
pub(crate) fn members(object: &mut Object, rewriting: &mut Rewriting<'_>) {
    for key in ["oneOf", "anyOf"] {
        let at = match object.members.get(key) {
            Some(list) => list.location(rewriting.at, key),
            None => continue,
        };
        let Some(NodeKind::Array(list)) = object.members.get_mut(key).map(|node| &mut node.kind)
        else {
            continue;
        };
        let before = list.len();
        for (index, item) in list.iter_mut().enumerate() {
            let place = item.location(&at, index);
            if let Some(object) = item.as_object_mut() {
                quoted(object, &place, rewriting.diagnostics);
            }
            item.origin.get_or_insert_with(|| place.into());
        }
        list.retain(|item| !is_null(item));
        if list.len() == before {
            continue;
        }
        match list.len() {
            0 => {
                object.members.remove(key);
                let null = Node::string("null");
                object.members.insert("type", null);
            }
            1 => {
                let only = list.remove(0);
                object.members.remove(key);
                unite(object, only, rewriting);
                nullable(object);
            }
            _ => nullable(object),
        }
    }
}

fn is_null(node: &Node) -> bool {
    let is_null = |node: &Node| node.kind == NodeKind::Null;
    let by_type = node.get("type").is_some_and(|word| match word.as_array() {
        Some([only]) => only.as_str() == Some("null"),
        _ => word.as_str() == Some("null"),
    });
    let values = node.get("enum").and_then(Node::as_array);
    by_type
        || node.get("const").is_some_and(is_null)
        || values.is_some_and(|values| !values.is_empty() && values.iter().all(is_null))
}

/// What the outer schema says of its own where both say something.
const ANNOTATIONS: [&str; 6] = [
    "title",
    "description",
    "default",
    "examples",
    "example",
    "deprecated",
];

/// Makes one schema of two that must both fit.
fn unite(object: &mut Object, inner: Node, rewriting: &Rewriting<'_>) {
    let at = inner.location(rewriting.at, "");
    let NodeKind::Object(members) = inner.kind else {
        return;
    };
    let is_clash = |key: &str| {
        key == "$ref" || (object.members.contains_key(key) && !ANNOTATIONS.contains(&key))
    };
    if members.members.keys().any(is_clash) {
        let inner = Node::from(NodeKind::Object(members)).with_origin(&at);
        all_of(object, inner);
        return;
    }
    for (key, value) in members.members {
        let moved = value.with_origin(&value.location(&at, &key));
        object.members.or_insert(key, moved);
    }
}
