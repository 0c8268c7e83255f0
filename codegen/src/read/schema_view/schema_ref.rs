//! A schema or a reference to one, wherever it stands: `openapiv3` has two types for that.

use std::borrow::Borrow;

use openapiv3::{ReferenceOr, Schema};

use crate::read::Located;
use crate::source::Location;

/// A schema, or a reference to one. `Document::schema` follows it.
#[derive(Clone, Debug)]
pub enum SchemaRef<'d> {
    /// A reference: its text, and the place of the object that holds it.
    Reference(Located<'d, str>),
    /// A schema in place.
    Schema(Located<'d, Schema>),
}

impl SchemaRef<'_> {
    /// Where it stands.
    #[must_use]
    pub fn at(&self) -> &Location {
        match self {
            Self::Reference(reference) => &reference.at,
            Self::Schema(schema) => &schema.at,
        }
    }
}

impl<'d> From<&SchemaRef<'d>> for SchemaRef<'d> {
    fn from(place: &SchemaRef<'d>) -> Self {
        place.clone()
    }
}

impl<'d> From<&Located<'d, ReferenceOr<Schema>>> for SchemaRef<'d> {
    fn from(place: &Located<'d, ReferenceOr<Schema>>) -> Self {
        from_parts(place.at.clone(), place.value)
    }
}

impl<'d> From<&Located<'d, ReferenceOr<Box<Schema>>>> for SchemaRef<'d> {
    fn from(place: &Located<'d, ReferenceOr<Box<Schema>>>) -> Self {
        from_parts(place.at.clone(), place.value)
    }
}

pub(crate) fn from_parts<S: Borrow<Schema>>(at: Location, value: &ReferenceOr<S>) -> SchemaRef<'_> {
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
