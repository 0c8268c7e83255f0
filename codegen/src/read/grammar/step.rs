//! What stands at a place, by the tables alone.

use super::table::{Kind, Shape};

/// What stands one step below a shape; `None` where the standard has nothing there.
pub(crate) fn step(shape: Shape, key: &str) -> Option<Shape> {
    match shape {
        Shape::Object(table) => {
            let field = table.fields.iter().find(|field| field.key == key)?;
            Some(field.shape)
        }
        Shape::Component(kind) => step(kind.shape(), key),
        Shape::BoolOrSchema => step(Kind::Schema.shape(), key),
        Shape::List(below) | Shape::Map(below) => Some(*below),
        Shape::Names(kind) => Some(Shape::Component(kind)),
        Shape::Keyed(keyed) => (!key.starts_with("x-")).then_some(keyed.shape),
        Shape::Any | Shape::Text | Shape::Bool | Shape::Count | Shape::Number | Shape::Word(_) => {
            None
        }
    }
}

/// The kind of component that can stand there.
pub(crate) fn kind(shape: Shape) -> Option<Kind> {
    match shape {
        Shape::Component(kind) => Some(kind),
        Shape::BoolOrSchema => Some(Kind::Schema),
        _ => None,
    }
}
