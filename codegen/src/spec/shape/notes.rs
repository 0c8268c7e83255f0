//! A schema's constraints in OpenAPI's own words, for documentation.

use crate::spec::node::{Kind, Node};

/// In the order of the standard.
const CONSTRAINTS: [&str; 13] = [
    "multipleOf",
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
    "maxProperties",
    "minProperties",
];

/// `maxLength: 100` and the like.
pub(super) fn notes(schema: &Node) -> Vec<String> {
    let notes = CONSTRAINTS.iter().filter_map(|keyword| {
        let value = value(schema.get(keyword)?)?;
        Some(format!("{keyword}: {value}"))
    });
    notes.collect()
}

/// From here on a float is not told from its neighbours: in full it would have digits that nobody wrote, as `1.5e20` it has none.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Whole numbers have no point, and what is not so needs no words.
fn value(node: &Node) -> Option<String> {
    match &node.kind {
        Kind::Bool(true) => Some("true".to_owned()),
        Kind::Text(text) => Some(text.to_string()),
        Kind::Number(number) => Some(match number.as_f64() {
            Some(float) if number.is_f64() && float.abs() < EXACT => float.to_string(),
            _ => number.to_string(),
        }),
        _ => None,
    }
}
