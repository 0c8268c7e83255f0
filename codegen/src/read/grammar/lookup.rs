//! What stands at a place, by the tables alone.

use super::table::{ComponentKind, Shape, Table};

/// What stands one step below a shape; `None` where the standard has nothing there.
pub(crate) fn child_shape(shape: Shape, key: &str) -> Option<Shape> {
    match shape {
        Shape::Object(table) => {
            let field = table.fields.iter().find(|field| field.key == key)?;
            Some(field.shape)
        }
        Shape::Component(kind) => child_shape(kind.shape(), key),
        Shape::BoolOrSchema => child_shape(ComponentKind::Schema.shape(), key),
        Shape::Array(below) | Shape::Map(below) => Some(*below),
        Shape::ComponentMap(kind) => Some(Shape::Component(kind)),
        Shape::Patterned(keyed) => (!key.starts_with("x-")).then_some(keyed.shape),
        Shape::Any
        | Shape::String
        | Shape::Bool
        | Shape::Unsigned
        | Shape::Number
        | Shape::Enum(_) => None,
    }
}

/// The kind of component that can stand there.
pub(crate) fn component_kind(shape: Shape) -> Option<ComponentKind> {
    match shape {
        Shape::Component(kind) => Some(kind),
        Shape::BoolOrSchema => Some(ComponentKind::Schema),
        _ => None,
    }
}

/// The table of the components of a kind.
pub(crate) fn component_table(kind: ComponentKind) -> Option<&'static Table> {
    match kind.shape() {
        Shape::Object(table) => Some(table),
        _ => None,
    }
}

/// The object that has such a field, where it stands below keys of a pattern.
pub(crate) fn object_with_key(shape: Shape, key: &str) -> Option<&'static str> {
    let Shape::Component(kind) = shape else {
        return None;
    };
    let table = component_table(kind)?;
    table.field(key).map(|_| table.name)
}
