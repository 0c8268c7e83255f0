//! Converts parameters and headers, which describe their values without a schema in Swagger 2.0.

use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

/// Keywords that describe the value of a parameter.
const VALUE_KEYWORDS: [&str; 18] = [
    "type",
    "format",
    "items",
    "default",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "enum",
    "multipleOf",
    "x-nullable",
    "x-enum-varnames",
];

/// Converts a parameter of Swagger 2.0.
pub(crate) fn convert(node: &mut Node, at: &Location) {
    if node.get("$ref").is_some() {
        return;
    }
    let style = list_style(node);
    move_to_schema(node, at);
    let location = node.get("in").and_then(Node::as_str).unwrap_or_default();
    if let (Some((style, explode)), "query" | "formData") = (style, location) {
        node.add("style", Node::string(style));
        node.add("explode", NodeKind::Bool(explode).into());
    }
    node.take("collectionFormat");
}

/// Converts a parameter or header of OpenAPI 3.0 that describes its value without a schema. Without
/// a `collectionFormat`, the default style of OpenAPI 3.0 applies.
pub(crate) fn convert_in_3_0(node: &mut Node, at: &Location) {
    match node.get("collectionFormat") {
        Some(_) => convert(node, at),
        None => move_to_schema(node, at),
    }
}

/// Returns the `style` and `explode` of a parameter that is a list.
// Swagger 2.0, Parameter Object: "collectionFormat" is the format of a list, by default `csv`.
pub(crate) fn list_style(node: &Node) -> Option<(&'static str, bool)> {
    let is_list = node.get("type").and_then(Node::as_str) == Some("array");
    let format = node.get("collectionFormat").and_then(Node::as_str);
    is_list.then_some(match format {
        Some("multi") => ("form", true),
        Some("ssv") => ("spaceDelimited", false),
        Some("pipes") => ("pipeDelimited", false),
        _ => ("form", false),
    })
}

/// Returns the first keyword that describes the value of a parameter without a schema.
pub(crate) fn value_keyword(node: &Node) -> Option<&'static str> {
    let has = |key: &str| node.get(key).is_some();
    let is_without_schema = !has("schema") && !has("content");
    // The other keywords alone don't describe a value.
    let mut keywords = ["type", "items", "enum"].into_iter();
    keywords.find(|key| is_without_schema && has(key))
}

/// Moves the keywords that describe the value into `schema`.
pub(crate) fn move_to_schema(node: &mut Node, at: &Location) {
    if node.get("$ref").is_some() || node.get("schema").is_some() {
        return;
    }
    let mut schema = Node::empty_object();
    for key in VALUE_KEYWORDS {
        if let Some(value) = node.take_with_origin(key, at) {
            schema.add(key, value);
        }
    }
    remove_collection_formats(&mut schema);
    node.add("schema", schema.with_origin(at));
}

/// Removes the `collectionFormat` of nested lists, for which OpenAPI 3.0 has no equivalent.
fn remove_collection_formats(schema: &mut Node) {
    let mut next = schema.find_mut("/items");
    while let Some(items) = next {
        items.take("collectionFormat");
        next = items.find_mut("/items");
    }
}
