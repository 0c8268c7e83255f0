//! Converts a `type` that is a list.

use crate::diagnostic::ConversionProblem;
use crate::read::syntax::node::{Node, NodeKind, Object};

use super::Conversion;
use super::null::set_nullable;

/// The types besides `null`, each with the keywords that only apply to it.
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

/// Keywords with schemas of their own: beside one of them `type` can't become a `oneOf`.
const COMPOSITE: [&str; 4] = ["oneOf", "anyOf", "allOf", "not"];

/// Converts a list of types to one type, `nullable` or `oneOf`.
// OAS 3.1.0, Schema Object: "type" may be a list, as in JSON Schema 2020-12 Validation, 6.1.1. In
// OpenAPI 3.0 it is a string.
pub(crate) fn convert(object: &mut Object, conversion: &mut Conversion<'_>) {
    let Some(node) = object.members.get("type") else {
        return;
    };
    let Some(mut types) = type_names(node) else {
        return;
    };
    if types.iter().any(|name| name == "null") {
        types.retain(|name| name != "null");
        set_nullable(object);
    }
    // Each integer is a number.
    if types.iter().any(|name| name == "number") {
        types.retain(|name| name != "integer");
    }
    match types.as_slice() {
        [] => remove_type(object, conversion),
        [one] => set_type(object, one),
        several if several.len() == TYPES.len() - 1 => {
            object.members.remove("type");
        }
        _ if COMPOSITE.iter().any(|key| object.members.contains_key(key)) => {
            remove_type(object, conversion);
        }
        several => convert_to_one_of(object, several, conversion),
    }
}

/// Returns the distinct types, or `None` if one isn't a string, which the grammar reports.
fn type_names(node: &Node) -> Option<Vec<String>> {
    if node.as_str() == Some("null") {
        return Some(vec!["null".to_owned()]);
    }
    let mut names: Vec<String> = Vec::new();
    for item in node.as_array()? {
        let name = item.as_str()?;
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    Some(names)
}

fn set_type(object: &mut Object, name: &str) {
    if let Some(node) = object.members.get_mut("type") {
        node.kind = NodeKind::String(name.into());
    }
}

/// Removes a `type` that can't be converted.
fn remove_type(object: &mut Object, conversion: &mut Conversion<'_>) {
    if let Some(node) = object.members.remove("type") {
        let place = node.location(conversion.at, "type");
        conversion
            .diagnostics
            .report(place, ConversionProblem::TypeCombination);
    }
}

/// Converts types to a `oneOf` with a schema per type, each with the keywords that apply to it.
fn convert_to_one_of(object: &mut Object, types: &[String], conversion: &mut Conversion<'_>) {
    let at = conversion.at.child("type");
    object.members.remove("type");
    let values = object.members.remove("enum");
    let mut list = Vec::new();
    for (index, name) in types.iter().enumerate() {
        let mut one = Object::default();
        one.members.insert("type", Node::string(name));
        if let Some(values) = &values {
            let place = values.location(conversion.at, "enum");
            match values_of(values, name) {
                Some(values) => one
                    .members
                    .insert("enum".to_owned(), values.with_origin(&place)),
                None => continue,
            };
        }
        for keyword in keywords_of(name, object) {
            if let Some(value) = object.members.get(keyword) {
                let moved = value.with_origin(&value.location(conversion.at, keyword));
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

/// Returns the keywords of a schema that apply to a type.
fn keywords_of(name: &str, object: &Object) -> Vec<&'static str> {
    let known = TYPES.iter().find(|(known, _)| *known == name);
    let mut keywords = known.map_or_else(Vec::new, |(_, keywords)| keywords.to_vec());
    let format = object.members.get("format").and_then(Node::as_str);
    let type_with_format = match format {
        Some("int32" | "int64") => "integer",
        Some("float" | "double") => "number",
        _ => "string",
    };
    if type_with_format == name {
        keywords.push("format");
    }
    keywords
}

/// Returns the values of a type, or `None` if there are none.
fn values_of(values: &Node, name: &str) -> Option<Node> {
    let is_of_type = |value: &Node| match &value.kind {
        NodeKind::String(_) => name == "string",
        NodeKind::Number(number) => name == "number" || (name == "integer" && !number.is_f64()),
        NodeKind::Bool(_) => name == "boolean",
        NodeKind::Object(_) => name == "object",
        NodeKind::Array(_) => name == "array",
        NodeKind::Null => false,
    };
    let of_type: Vec<Node> = values
        .as_array()?
        .iter()
        .filter(|v| is_of_type(v))
        .cloned()
        .collect();
    (!of_type.is_empty()).then(|| NodeKind::Array(of_type).into())
}
