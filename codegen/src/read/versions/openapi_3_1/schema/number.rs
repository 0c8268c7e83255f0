//! Converts limits of numbers.

use crate::read::syntax::node::{Node, NodeKind, Object};

/// Converts exclusive limits.
// JSON Schema 2020-12 Validation, 6.2.3 and 6.2.5: an exclusive limit is a number. In OpenAPI 3.0
// it is a flag beside the limit.
pub(crate) fn convert_exclusive_limits(object: &mut Object) {
    convert_limit(object, "exclusiveMinimum", "minimum", |own, other| {
        own >= other
    });
    convert_limit(object, "exclusiveMaximum", "maximum", |own, other| {
        own <= other
    });
}

fn convert_limit(
    object: &mut Object,
    exclusive: &str,
    limit: &str,
    is_tighter: fn(f64, f64) -> bool,
) {
    let number = |node: &Node| match &node.kind {
        NodeKind::Number(number) => number.as_f64(),
        _ => None,
    };
    let Some(own) = object.members.get(exclusive).and_then(number) else {
        return;
    };
    let other = object.members.get(limit).and_then(number);
    let value = object.members.remove(exclusive);
    if let (true, Some(value)) = (other.is_none_or(|other| is_tighter(own, other)), value) {
        object.members.insert(limit, value);
        let yes = Node::from(NodeKind::Bool(true));
        object.members.insert(exclusive, yes);
    }
}
