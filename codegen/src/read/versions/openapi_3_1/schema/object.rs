//! Converts properties that are described by pattern, or because no other keyword describes them.

use crate::read::syntax::node::{Node, NodeKind, Object};

use super::Conversion;

/// Converts `patternProperties` to `additionalProperties`: with the schema of the patterns if there
/// is only one and no other properties are allowed, otherwise with any value.
// JSON Schema 2020-12 Core, 10.3.2.2: "patternProperties" has schemas for properties by name.
// OpenAPI 3.0 has one schema for all additional properties.
pub(crate) fn convert_pattern_properties(object: &mut Object, conversion: &mut Conversion<'_>) {
    let Some(patterns) = object.members.remove("patternProperties") else {
        return;
    };
    let place = patterns.location(conversion.at, "patternProperties");
    conversion.ignored.add("patternProperties", place.clone());
    let Some(patterns) = patterns.as_object() else {
        return;
    };
    let mut schemas = patterns.members.iter();
    let Some((pattern, first)) = schemas.next() else {
        return;
    };
    let is_closed = match object.members.get("additionalProperties") {
        None => true,
        Some(others) => others.kind == NodeKind::Bool(false),
    };
    let schema = if is_closed && schemas.all(|(_, other)| other.kind == first.kind) {
        first.with_origin(&place.child(pattern))
    } else {
        NodeKind::Bool(true).into()
    };
    object
        .members
        .insert("additionalProperties".to_owned(), schema);
}

/// Keywords besides `properties` that may evaluate properties.
const EVALUATING: [&str; 8] = [
    "allOf",
    "oneOf",
    "anyOf",
    "not",
    "if",
    "dependentSchemas",
    "$ref",
    "additionalProperties",
];

/// Converts `unevaluatedProperties`.
// JSON Schema 2020-12 Core, 11.3: "unevaluatedProperties" applies to the properties that no other
// keyword evaluates. Without such a keyword it means the same as "additionalProperties".
pub(crate) fn convert_unevaluated_properties(object: &mut Object, conversion: &mut Conversion<'_>) {
    if EVALUATING
        .iter()
        .any(|key| object.members.contains_key(key))
    {
        conversion.ignore(object, "unevaluatedProperties");
    } else if let Some(schema) = object.members.remove("unevaluatedProperties") {
        let place = schema.location(conversion.at, "unevaluatedProperties");
        let schema: Node = schema.with_origin(&place);
        object
            .members
            .insert("additionalProperties".to_owned(), schema);
    }
}
