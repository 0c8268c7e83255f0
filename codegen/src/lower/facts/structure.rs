//! What the lowering of a schema returns: the shape of its type, and what decided the presence of
//! its fields.

use crate::ir::{Shape, Type};
use crate::lower::facts::presence::PresenceFacts;

/// The shape of a type, and the facts that decided the presence of its fields.
#[derive(Clone, Debug)]
pub(crate) struct Structure {
    pub(crate) shape: Shape,
    /// By field, if the type is a struct.
    pub(crate) members: Vec<MemberFacts>,
}

/// The facts that decided the presence of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct MemberFacts {
    pub(crate) direction: Direction,
    pub(crate) facts: PresenceFacts,
}

impl Structure {
    /// Returns the type of a structure that needs no name.
    pub(crate) fn into_type(self) -> Type {
        match self.shape {
            Shape::Alias(ty) => ty,
            Shape::Struct(_) | Shape::OpenEnum(_) | Shape::Union(_) => Type::Json,
        }
    }
}

impl From<Shape> for Structure {
    fn from(shape: Shape) -> Self {
        Self {
            shape,
            members: Vec::new(),
        }
    }
}

impl From<Type> for Structure {
    fn from(ty: Type) -> Self {
        Shape::Alias(ty).into()
    }
}

/// The direction in which a property is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Direction {
    Both,
    /// In responses: `readOnly`.
    ReadOnly,
    /// In requests: `writeOnly`.
    WriteOnly,
}
