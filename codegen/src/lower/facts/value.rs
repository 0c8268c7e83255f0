//! What a place that holds a schema becomes.

use crate::ir::{Doc, Type};

use super::traits::Traits;

/// The type of a place that holds a schema, and what is known beside its type.
#[derive(Clone, Debug)]
pub(crate) struct Value {
    pub(crate) ty: Type,
    pub(crate) traits: Traits,
    /// The documentation of the place. A component has its own.
    pub(crate) doc: Doc,
}

impl Value {
    /// Returns a string without a schema.
    pub(crate) fn string() -> Self {
        Self {
            ty: Type::String,
            ..Self::untyped()
        }
    }

    /// Returns the substitute for a schema that can't be lowered, which was reported.
    pub(crate) fn untyped() -> Self {
        Self {
            ty: Type::Json,
            traits: Traits::default(),
            doc: Doc::default(),
        }
    }

    /// Returns the type of a value that is always present: in lists, maps and whole bodies. There
    /// null is part of the type.
    pub(crate) fn into_present(self) -> Type {
        if self.traits.nullable && self.ty != Type::Json {
            Type::Option(Box::new(self.ty))
        } else {
            self.ty
        }
    }
}
