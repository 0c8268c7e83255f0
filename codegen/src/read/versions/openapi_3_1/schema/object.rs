//! Properties by pattern, and those that nothing else speaks of.

use crate::read::syntax::node::{Node, NodeKind, Object};

use super::Rewriting;

// JSON Schema 2020-12 Core, 10.3.2.2: "patternProperties" has schemas for properties by name. 3.0 has one schema for
// all that are not named: that of the patterns if they agree and nothing else is allowed, otherwise any value.
pub(crate) fn pattern_properties(object: &mut Object, rewriting: &mut Rewriting<'_>) {
    let Some(patterns) = object.members.remove("patternProperties") else {
        return;
    };
    let place = patterns.location(rewriting.at, "patternProperties");
    rewriting.lost.note("patternProperties", place.clone());
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

/// Where properties may be evaluated besides `properties`.
const ELSEWHERE: [&str; 8] = [
    "allOf",
    "oneOf",
    "anyOf",
    "not",
    "if",
    "dependentSchemas",
    "$ref",
    "additionalProperties",
];

// JSON Schema 2020-12 Core, 11.3: "unevaluatedProperties" is for what no other keyword has looked at. Where there is no
// such keyword, that is what "additionalProperties" says.
pub(crate) fn unevaluated_properties(object: &mut Object, rewriting: &mut Rewriting<'_>) {
    if ELSEWHERE.iter().any(|key| object.members.contains_key(key)) {
        rewriting.lose(object, "unevaluatedProperties");
    } else if let Some(schema) = object.members.remove("unevaluatedProperties") {
        let place = schema.location(rewriting.at, "unevaluatedProperties");
        let schema: Node = schema.with_origin(&place);
        object
            .members
            .insert("additionalProperties".to_owned(), schema);
    }
}
