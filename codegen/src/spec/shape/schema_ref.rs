//! A schema or a reference to one, wherever it stands.

use crate::source::At;
use crate::spec::Located;
use crate::spec::model::{ReferenceOr, Schema};
use crate::spec::node::Node;

/// A schema, or a reference to one. `Document::schema` follows it.
#[derive(Clone, Debug)]
pub enum SchemaRef<'d> {
    /// A reference: its text, and the place of the object that holds it.
    Reference(Located<'d, str>),
    /// A schema in place.
    Schema(Located<'d, Schema>),
}

impl<'d> SchemaRef<'d> {
    pub(super) fn of(at: At, node: &'d Node) -> Self {
        match node.get("$ref").and_then(Node::as_text) {
            Some(value) => Self::Reference(Located { at, value }),
            None => Self::Schema(Located { at, value: node }),
        }
    }

    /// Where it stands.
    #[must_use]
    pub fn at(&self) -> &At {
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
        let at = place.at.clone();
        match place.value {
            ReferenceOr::Reference(value) => Self::Reference(Located { at, value }),
            ReferenceOr::Item(value) => Self::Schema(Located { at, value }),
        }
    }
}
