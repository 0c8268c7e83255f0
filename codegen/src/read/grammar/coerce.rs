//! Values of another kind whose meaning is clear.

use crate::read::syntax::node::NodeKind;
use crate::read::syntax::node::{Node, Object};
use crate::source::Location;

use super::table::Shape;

/// Puts what is meant in the place of what was written; what should have stood there and what stood there, in words.
pub(crate) fn coerce(
    shape: Shape,
    node: &mut Node,
    at: &Location,
) -> Option<(&'static str, &'static str)> {
    let found = node.kind_name();
    let (kind, expected) = match shape {
        Shape::String => (text(node)?, "a string"),
        Shape::Bool => (boolean(node)?, "`true` or `false`"),
        Shape::Number => (number(node)?, "a number"),
        Shape::Unsigned => (count(node)?, "an integer from 0"),
        Shape::Enum(known) => {
            let (word, found) = word(known, node)?;
            node.kind = NodeKind::String(word.into());
            return Some((word, found));
        }
        Shape::Array(_) if node.as_object().is_some() && is_empty(node) => {
            node.kind = NodeKind::Array(Vec::new());
            return Some(("a list", "an empty object"));
        }
        Shape::Array(item) => (list(*item, node, at)?, "a list"),
        _ if is_of_object(shape) && is_empty(node) && node.as_object().is_none() => {
            node.kind = NodeKind::Object(Object::default());
            return Some(("an object", "an empty list"));
        }
        Shape::Map(Shape::Array(_)) => (named(node)?, "an object"),
        _ => return None,
    };
    node.kind = kind;
    Some((expected, found))
}

/// Null where an object or a list should stand is how YAML writes an empty one: `application/json:` with nothing behind it.
/// Returns what should have stood there, in words.
pub(crate) fn coerce_null(shape: Shape, node: &mut Node) -> Option<&'static str> {
    if node.kind != NodeKind::Null {
        return None;
    }
    let (kind, expected) = match shape {
        Shape::Array(_) => (NodeKind::Array(Vec::new()), "a list"),
        _ if is_of_object(shape) => (NodeKind::Object(Object::default()), "an object"),
        _ => return None,
    };
    node.kind = kind;
    Some(expected)
}

fn is_of_object(shape: Shape) -> bool {
    matches!(
        shape,
        Shape::Object(_)
            | Shape::Component(_)
            | Shape::Map(_)
            | Shape::ComponentMap(_)
            | Shape::Patterned(_)
    )
}

/// PHP has one word for an empty list and an empty object, and writes `[]` for both.
fn is_empty(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Array(list) => list.is_empty(),
        NodeKind::Object(object) => object.members.is_empty(),
        _ => false,
    }
}

fn text(node: &Node) -> Option<NodeKind> {
    match &node.kind {
        NodeKind::Number(number) => Some(NodeKind::String(number.to_string().into())),
        NodeKind::Bool(value) => Some(NodeKind::String(value.to_string().into())),
        _ => None,
    }
}

fn boolean(node: &Node) -> Option<NodeKind> {
    match node.as_str()?.to_ascii_lowercase().as_str() {
        // YAML 1.1, which many have learned, has all of these.
        "true" | "yes" | "on" => Some(NodeKind::Bool(true)),
        "false" | "no" | "off" => Some(NodeKind::Bool(false)),
        _ => None,
    }
}

fn number(node: &Node) -> Option<NodeKind> {
    let text = node.as_str()?.trim();
    let number: serde_json::Number = serde_json::from_str(text).ok()?;
    Some(NodeKind::Number(number))
}

/// `"10"` and `10.0`.
fn count(node: &Node) -> Option<NodeKind> {
    let text = match &node.kind {
        NodeKind::Number(number) if !number.is_u64() => number.to_string(),
        NodeKind::String(text) => text.trim().to_owned(),
        _ => return None,
    };
    let whole = text.strip_suffix(".0").unwrap_or(&text);
    let count: u64 = whole.parse().ok()?;
    Some(NodeKind::Number(count.into()))
}

fn word(known: &[&'static str], node: &Node) -> Option<(&'static str, &'static str)> {
    let written = node.as_str()?.trim();
    let word = known
        .iter()
        .find(|word| word.eq_ignore_ascii_case(written))?;
    (Some(*word) != node.as_str()).then_some((word, "another spelling of it"))
}

/// A name where a list should stand below it: `key` for `key: []`, as requirements of security are often written.
fn named(node: &Node) -> Option<NodeKind> {
    let name = node.as_str()?.to_owned();
    let mut object = Object::default();
    object
        .members
        .insert(name, NodeKind::Array(Vec::new()).into());
    Some(NodeKind::Object(object))
}

/// One item that is no list.
fn list(item: Shape, node: &Node, at: &Location) -> Option<NodeKind> {
    let is_item = match item {
        Shape::String => node.as_str().is_some(),
        // `security: key`, of which the item is mended too.
        Shape::Map(Shape::Array(_)) if node.as_str().is_some() => true,
        Shape::Object(_) | Shape::Component(_) | Shape::Map(_) => node
            .as_object()
            .is_some_and(|object| !object.members.is_empty()),
        _ => false,
    };
    is_item.then(|| NodeKind::Array(vec![node.with_origin(at)]))
}
