//! Converts values of another kind than expected whose meaning is clear.

use crate::diagnostic::{Expected, Found};
use crate::read::grammar::table::Shape;
use crate::read::syntax::node::{Node, NodeKind, Object};
use crate::source::Location;

/// Converts a node to the kind that its shape has. Returns what was expected and what was found, or
/// `None` if nothing was converted.
pub(super) fn coerce(shape: Shape, node: &mut Node, at: &Location) -> Option<(Expected, Found)> {
    let found = Found::Kind(node.json_kind());
    let (kind, expected) = match shape {
        Shape::String => (to_string(node)?, Expected::STRING),
        Shape::Bool => (to_bool(node)?, Expected::BOOLEAN),
        Shape::Number => (to_number(node)?, Expected::NUMBER),
        Shape::Unsigned => (to_unsigned(node)?, Expected::Unsigned),
        Shape::Enum(values) => {
            let value = to_enum(values, node)?;
            node.kind = NodeKind::String(value.into());
            return Some((Expected::Word(value), Found::OtherSpelling));
        }
        Shape::Array(_) if node.as_object().is_some() && is_empty(node) => {
            node.kind = NodeKind::Array(Vec::new());
            return Some((Expected::LIST, Found::EmptyObject));
        }
        Shape::Array(item) => (to_array(*item, node, at)?, Expected::LIST),
        _ if is_object_shape(shape) && node.as_array().is_some() && is_empty(node) => {
            node.kind = NodeKind::Object(Object::default());
            return Some((Expected::OBJECT, Found::EmptyList));
        }
        Shape::Map(Shape::Array(_)) => (to_map_of_lists(node)?, Expected::OBJECT),
        _ => return None,
    };
    node.kind = kind;
    Some((expected, found))
}

/// Converts null to an empty object or list, as which YAML authors write it: `application/json:`
/// with nothing behind it. Returns what was expected.
pub(super) fn coerce_null(shape: Shape, node: &mut Node) -> Option<Expected> {
    if node.kind != NodeKind::Null {
        return None;
    }
    let (kind, expected) = match shape {
        Shape::Array(_) => (NodeKind::Array(Vec::new()), Expected::LIST),
        _ if is_object_shape(shape) => (NodeKind::Object(Object::default()), Expected::OBJECT),
        _ => return None,
    };
    node.kind = kind;
    Some(expected)
}

fn is_object_shape(shape: Shape) -> bool {
    matches!(
        shape,
        Shape::Object(_)
            | Shape::Component(_)
            | Shape::Map(_)
            | Shape::ComponentMap(_)
            | Shape::Patterned(_)
    )
}

/// Returns whether a list or an object is empty. PHP has one value for both and prints either as
/// `[]`.
fn is_empty(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Array(items) => items.is_empty(),
        NodeKind::Object(object) => object.members.is_empty(),
        _ => false,
    }
}

fn to_string(node: &Node) -> Option<NodeKind> {
    match &node.kind {
        NodeKind::Number(number) => Some(NodeKind::String(number.to_string().into())),
        NodeKind::Bool(value) => Some(NodeKind::String(value.to_string().into())),
        _ => None,
    }
}

fn to_bool(node: &Node) -> Option<NodeKind> {
    match node.as_str()?.to_ascii_lowercase().as_str() {
        // All of these are booleans in YAML 1.1, which many authors have learned.
        "true" | "yes" | "on" => Some(NodeKind::Bool(true)),
        "false" | "no" | "off" => Some(NodeKind::Bool(false)),
        _ => None,
    }
}

fn to_number(node: &Node) -> Option<NodeKind> {
    let number: serde_json::Number = serde_json::from_str(node.as_str()?.trim()).ok()?;
    Some(NodeKind::Number(number))
}

/// Converts `"10"` and `10.0`.
fn to_unsigned(node: &Node) -> Option<NodeKind> {
    let digits = match &node.kind {
        NodeKind::Number(number) if !number.is_u64() => number.to_string(),
        NodeKind::String(string) => string.trim().to_owned(),
        _ => return None,
    };
    let integer = digits.strip_suffix(".0").unwrap_or(&digits);
    let integer: u64 = integer.parse().ok()?;
    Some(NodeKind::Number(integer.into()))
}

/// Returns the value that a string spells with other letter case or with spaces around it.
fn to_enum(values: &[&'static str], node: &Node) -> Option<&'static str> {
    let written = node.as_str()?.trim();
    let value = values
        .iter()
        .find(|value| value.eq_ignore_ascii_case(written))?;
    (Some(*value) != node.as_str()).then_some(value)
}

/// Converts `key` to `key: []`: security requirements are often written without their scopes.
fn to_map_of_lists(node: &Node) -> Option<NodeKind> {
    let key = node.as_str()?.to_owned();
    let mut object = Object::default();
    let empty = NodeKind::Array(Vec::new()).into();
    object.members.insert(key, empty);
    Some(NodeKind::Object(object))
}

/// Converts a single item to a list of it.
fn to_array(item: Shape, node: &Node, at: &Location) -> Option<NodeKind> {
    let is_item = match item {
        Shape::String => node.as_str().is_some(),
        // `security: key`: the item is converted afterwards.
        Shape::Map(Shape::Array(_)) if node.as_str().is_some() => true,
        Shape::Object(_) | Shape::Component(_) | Shape::Map(_) => {
            node.as_object().is_some() && !is_empty(node)
        }
        _ => false,
    };
    is_item.then(|| NodeKind::Array(vec![node.with_origin(at)]))
}
