//! `type` as a list.

use crate::diagnostic::ConversionProblem;
use crate::read::syntax::node::{Node, NodeKind, Object};

use super::Rewriting;
use super::null::nullable;

/// What `type` may be besides `null`, with the keywords that are about it alone.
const TYPES: [(&str, &[&str]); 6] = [
    ("string", &["minLength", "maxLength", "pattern"]),
    ("integer", NUMERIC),
    ("number", NUMERIC),
    ("boolean", &[]),
    (
        "object",
        &[
            "properties",
            "required",
            "additionalProperties",
            "minProperties",
            "maxProperties",
        ],
    ),
    ("array", &["items", "minItems", "maxItems", "uniqueItems"]),
];

const NUMERIC: &[&str] = &[
    "multipleOf",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
];

/// Keywords that say several things already, so that one more list of alternatives has no place.
const COMPOSITE: [&str; 4] = ["oneOf", "anyOf", "allOf", "not"];

// OAS 3.1.0, Schema Object: "type" may be a list, as in JSON Schema 2020-12 Validation, 6.1.1. In 3.0 it is one word;
// "nullable" says null, and `oneOf` several.
pub(crate) fn types(object: &mut Object, rewriting: &mut Rewriting<'_>) {
    let Some(node) = object.members.get("type") else {
        return;
    };
    let Some(mut types) = words(node) else {
        return;
    };
    if types.iter().any(|word| word == "null") {
        types.retain(|word| word != "null");
        nullable(object);
    }
    // Each integer is a number.
    if types.iter().any(|word| word == "number") {
        types.retain(|word| word != "integer");
    }
    match types.as_slice() {
        [] => untyped(object, rewriting),
        [one] => set_type(object, one),
        several if several.len() == TYPES.len() - 1 => {
            object.members.remove("type");
        }
        _ if COMPOSITE.iter().any(|key| object.members.contains_key(key)) => {
            untyped(object, rewriting);
        }
        several => alternatives(object, several, rewriting),
    }
}

/// The words, each once; `None` where something else stands among them, which the grammar reports.
fn words(node: &Node) -> Option<Vec<String>> {
    if node.as_str() == Some("null") {
        return Some(vec!["null".to_owned()]);
    }
    let mut words: Vec<String> = Vec::new();
    for item in node.as_array()? {
        let word = item.as_str()?;
        if !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
    Some(words)
}

fn set_type(object: &mut Object, word: &str) {
    if let Some(node) = object.members.get_mut("type") {
        node.kind = NodeKind::String(word.into());
    }
}

fn untyped(object: &mut Object, rewriting: &mut Rewriting<'_>) {
    if let Some(node) = object.members.remove("type") {
        let place = node.location(rewriting.at, "type");
        rewriting
            .diagnostics
            .report(place, ConversionProblem::TypeCombination);
    }
}

/// A schema per type, each with the keywords that are about it.
fn alternatives(object: &mut Object, types: &[String], rewriting: &mut Rewriting<'_>) {
    let at = rewriting.at.child("type");
    object.members.remove("type");
    let values = object.members.remove("enum");
    let mut list = Vec::new();
    for (index, word) in types.iter().enumerate() {
        let mut one = Object::default();
        one.members.insert("type", Node::string(word));
        if let Some(values) = &values {
            let place = values.location(rewriting.at, "enum");
            match of_type(values, word) {
                Some(some) => one
                    .members
                    .insert("enum".to_owned(), some.with_origin(&place)),
                None => continue,
            };
        }
        for keyword in about(word, object) {
            if let Some(value) = object.members.get(keyword) {
                let moved = value.with_origin(&value.location(rewriting.at, keyword));
                one.members.insert(keyword, moved);
            }
        }
        list.push(Node::from(NodeKind::Object(one)).with_origin(&at.child(index)));
    }
    for (_, keywords) in TYPES {
        for keyword in keywords {
            object.members.remove(keyword);
        }
    }
    object.members.remove("format");
    object
        .members
        .insert("oneOf", Node::from(NodeKind::Array(list)));
}

fn about(word: &str, object: &Object) -> Vec<&'static str> {
    let known = TYPES.iter().find(|(name, _)| *name == word);
    let mut keywords = known.map_or_else(Vec::new, |(_, keywords)| keywords.to_vec());
    let format = object.members.get("format").and_then(Node::as_str);
    let formatted = match format {
        Some("int32" | "int64") => "integer",
        Some("float" | "double") => "number",
        _ => "string",
    };
    if formatted == word {
        keywords.push("format");
    }
    keywords
}

/// The values of that type; `None` where there is none.
fn of_type(values: &Node, word: &str) -> Option<Node> {
    let fits = |value: &Node| match &value.kind {
        NodeKind::String(_) => word == "string",
        NodeKind::Number(number) => word == "number" || (word == "integer" && !number.is_f64()),
        NodeKind::Bool(_) => word == "boolean",
        NodeKind::Object(_) => word == "object",
        NodeKind::Array(_) => word == "array",
        NodeKind::Null => false,
    };
    let some: Vec<Node> = values
        .as_array()?
        .iter()
        .filter(|v| fits(v))
        .cloned()
        .collect();
    (!some.is_empty()).then(|| NodeKind::Array(some).into())
}
