//! Parameters and headers, which describe their values themselves in Swagger 2.0.

use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

/// What is said of the value, and not of the parameter.
const OF_THE_VALUE: [&str; 18] = [
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

/// A parameter of Swagger 2.0 as 3.0 has it.
pub(crate) fn parameter(node: &mut Node, at: &Location) {
    if node.get("$ref").is_some() {
        return;
    }
    let lists = lists(node);
    into_schema(node, at);
    let place = node.get("in").and_then(Node::as_str).unwrap_or_default();
    if let (Some((style, explode)), "query" | "formData") = (lists, place) {
        node.add("style", Node::string(style));
        node.add("explode", NodeKind::Bool(explode).into());
    }
    node.take("collectionFormat");
}

/// A parameter or a header of 3.0 that describes its value itself. Its list is written as 3.0 says, where nothing else is said.
pub(crate) fn leftover(node: &mut Node, at: &Location) {
    match node.get("collectionFormat") {
        Some(_) => parameter(node, at),
        None => into_schema(node, at),
    }
}

// Swagger 2.0, Parameter Object, "collectionFormat": how a list is written, `csv` where nothing is said.
pub(crate) fn lists(node: &Node) -> Option<(&'static str, bool)> {
    let is_list = node.get("type").and_then(Node::as_str) == Some("array");
    let format = node.get("collectionFormat").and_then(Node::as_str);
    is_list.then_some(match format {
        Some("multi") => ("form", true),
        Some("ssv") => ("spaceDelimited", false),
        Some("pipes") => ("pipeDelimited", false),
        _ => ("form", false),
    })
}

/// The first word that says something of the value beside the parameter's own, where there is no schema.
pub(crate) fn described(node: &Node) -> Option<&'static str> {
    let has = |key: &str| node.get(key).is_some();
    let is_free = !has("schema") && !has("content");
    // The others say too little by themselves.
    let mut words = ["type", "items", "enum"].into_iter();
    words.find(|key| is_free && has(key))
}

/// Moves what is said of the value below `schema`.
pub(crate) fn into_schema(node: &mut Node, at: &Location) {
    if node.get("$ref").is_some() || node.get("schema").is_some() {
        return;
    }
    let mut schema = Node::empty_object();
    for key in OF_THE_VALUE {
        if let Some(value) = node.take_with_origin(key, at) {
            schema.add(key, value);
        }
    }
    items(&mut schema);
    node.add("schema", schema.with_origin(at));
}

/// Lists in lists have a `collectionFormat` too, which no style can say.
fn items(schema: &mut Node) {
    let mut next = schema.find_mut("/items");
    while let Some(items) = next {
        items.take("collectionFormat");
        next = items.find_mut("/items");
    }
}
