//! Looks up shapes, tables and keys in the tables, without a document.

use super::table::{ComponentKind, Shape, Table};

/// Returns the shape one step below a shape, or `None` if the standard has nothing there.
pub(crate) fn child_shape(shape: Shape, key: &str) -> Option<Shape> {
    match shape {
        Shape::Object(table) => Some(table.field(key)?.shape),
        Shape::Component(kind) => child_shape(kind.shape(), key),
        Shape::BoolOrSchema => child_shape(ComponentKind::Schema.shape(), key),
        Shape::Array(value) | Shape::Map(value) => Some(*value),
        Shape::ComponentMap(kind) => Some(Shape::Component(kind)),
        Shape::Patterned(table) => (!key.starts_with("x-")).then_some(table.shape),
        Shape::Any
        | Shape::String
        | Shape::Bool
        | Shape::Number
        | Shape::Unsigned
        | Shape::Enum(_) => None,
    }
}

/// Returns the kind of component that a value of this shape can be.
pub(crate) fn component_kind(shape: Shape) -> Option<ComponentKind> {
    match shape {
        Shape::Component(kind) => Some(kind),
        Shape::BoolOrSchema => Some(ComponentKind::Schema),
        _ => None,
    }
}

/// Returns whether a value of this shape, or the values one step below it, can have a key.
pub(crate) fn shape_has_key(shape: Shape, key: &str) -> bool {
    match shape {
        Shape::Component(_) if key == "$ref" => true,
        Shape::Object(table) => table.field(key).is_some(),
        Shape::Map(Shape::Object(table)) => table.field(key).is_some(),
        Shape::Component(kind) => {
            component_table(kind).is_some_and(|table| table.field(key).is_some())
        }
        _ => false,
    }
}

/// Returns the name of the object with a key, if a shape is a component with that key.
pub(crate) fn object_with_key(shape: Shape, key: &str) -> Option<&'static str> {
    let Shape::Component(kind) = shape else {
        return None;
    };
    let table = component_table(kind)?;
    table.field(key).map(|_| table.name)
}

/// Returns the table of a kind of component; callbacks have none.
fn component_table(kind: ComponentKind) -> Option<&'static Table> {
    match kind.shape() {
        Shape::Object(table) => Some(table),
        _ => None,
    }
}
