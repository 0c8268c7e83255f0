//! Converts null as a type and as an alternative.

use crate::diagnostic::{Diagnostics, Expected, Found, GrammarProblem};
use crate::read::syntax::node::{Node, NodeKind, Object};
use crate::source::Location;

use super::{Conversion, add_to_all_of};

/// Marks a schema as nullable.
pub(crate) fn set_nullable(object: &mut Object) {
    let yes = Node::from(NodeKind::Bool(true));
    object.members.insert("nullable", yes);
}

/// Quotes the null in `type: null` and `type: [string, null]`, which YAML parses as a null instead
/// of the string `null`. If the schema has other keywords, `type: null` is a forgotten type.
pub(crate) fn quote(object: &mut Object, at: &Location, diagnostics: &mut Diagnostics) {
    let has_only_type = has_only_type(object);
    let Some(node) = object.members.get_mut("type") else {
        return;
    };
    let at = node.location(at, "type");
    let mut quote_null = |node: &mut Node, at: Location| {
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
                quote_null(word, place);
            }
        }
        _ if has_only_type => quote_null(node, at),
        _ => {}
    }
}

/// Returns whether a schema has no other keywords than a type and annotations.
pub(crate) fn has_only_type(object: &Object) -> bool {
    let mut keys = object.members.keys();
    keys.all(|key| key == "type" || ANNOTATIONS.contains(&key))
}

/// Converts alternatives that are null to `nullable`. If one other alternative is left, it is
/// merged into the schema.
// OAS 3.1.0, Schema Object: null is a type, so it can be an alternative. OpenAPI 3.0 has
// "nullable".
pub(crate) fn convert_alternatives(object: &mut Object, conversion: &mut Conversion<'_>) {
    for key in ["oneOf", "anyOf"] {
        let at = match object.members.get(key) {
            Some(list) => list.location(conversion.at, key),
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
                quote(object, &place, conversion.diagnostics);
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
                merge(object, only, conversion);
                set_nullable(object);
            }
            _ => set_nullable(object),
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

/// Keywords for which the outer schema takes precedence.
const ANNOTATIONS: [&str; 6] = [
    "title",
    "description",
    "default",
    "examples",
    "example",
    "deprecated",
];

/// Merges a schema into another; values must be valid for both.
fn merge(object: &mut Object, inner: Node, conversion: &Conversion<'_>) {
    let at = inner.location(conversion.at, "");
    let NodeKind::Object(members) = inner.kind else {
        return;
    };
    let is_conflict = |key: &str| {
        key == "$ref" || (object.members.contains_key(key) && !ANNOTATIONS.contains(&key))
    };
    if members.members.keys().any(is_conflict) {
        let inner = Node::from(NodeKind::Object(members)).with_origin(&at);
        add_to_all_of(object, inner);
        return;
    }
    for (key, value) in members.members {
        let moved = value.with_origin(&value.location(&at, &key));
        object.members.or_insert(key, moved);
    }
}
