//! A schema or a reference to one: `openapiv3` has two types for that, one of them boxed.

use std::borrow::Borrow;

use openapiv3::{ReferenceOr, Schema};

use crate::read::Located;
use crate::source::Location;

/// A schema or a reference to one, which `Document::schema` resolves.
#[derive(Clone, Debug)]
pub enum SchemaRef<'d> {
    /// A reference: its string, and the location of the object that contains it.
    Reference(Located<'d, str>),
    /// A schema.
    Schema(Located<'d, Schema>),
}

impl SchemaRef<'_> {
    /// Returns the location of the schema or of the reference.
    #[must_use]
    pub fn at(&self) -> &Location {
        match self {
            Self::Reference(reference) => &reference.at,
            Self::Schema(schema) => &schema.at,
        }
    }
}

impl<'d> From<&SchemaRef<'d>> for SchemaRef<'d> {
    fn from(schema: &SchemaRef<'d>) -> Self {
        schema.clone()
    }
}

impl<'d> From<&Located<'d, ReferenceOr<Schema>>> for SchemaRef<'d> {
    fn from(schema: &Located<'d, ReferenceOr<Schema>>) -> Self {
        schema_ref(schema.at.clone(), schema.value)
    }
}

impl<'d> From<&Located<'d, ReferenceOr<Box<Schema>>>> for SchemaRef<'d> {
    fn from(schema: &Located<'d, ReferenceOr<Box<Schema>>>) -> Self {
        schema_ref(schema.at.clone(), schema.value)
    }
}

/// Creates a `SchemaRef` from either type of `openapiv3`.
pub(crate) fn schema_ref<S: Borrow<Schema>>(at: Location, value: &ReferenceOr<S>) -> SchemaRef<'_> {
    match value {
        ReferenceOr::Reference { reference } => SchemaRef::Reference(Located {
            at,
            value: reference,
        }),
        ReferenceOr::Item(schema) => SchemaRef::Schema(Located {
            at,
            value: schema.borrow(),
        }),
    }
}
