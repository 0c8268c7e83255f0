//! The tables: one for each object of OpenAPI 3.0.3, with its section of the standard.

pub(crate) mod body;
pub(crate) mod parameter;
pub(crate) mod path;
pub(crate) mod root;
pub(crate) mod schema;
pub(crate) mod security;
pub(crate) mod shared;

use super::table::{ComponentKind, Shape};

impl ComponentKind {
    /// Returns the shape of a component that isn't a reference.
    pub(crate) fn shape(self) -> Shape {
        match self {
            Self::Schema => Shape::Object(&schema::SCHEMA),
            Self::Response => Shape::Object(&body::RESPONSE),
            Self::Parameter => Shape::Object(&parameter::PARAMETER),
            Self::Example => Shape::Object(&body::EXAMPLE),
            Self::RequestBody => Shape::Object(&body::REQUEST_BODY),
            Self::Header => Shape::Object(&parameter::HEADER),
            Self::SecurityScheme => Shape::Object(&security::SECURITY_SCHEME),
            Self::Link => Shape::Object(&body::LINK),
            Self::Callback => Shape::Patterned(&path::CALLBACK),
            Self::PathItem => Shape::Object(&path::PATH_ITEM),
        }
    }
}
