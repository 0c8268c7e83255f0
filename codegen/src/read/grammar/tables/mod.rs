//! One table per object of OpenAPI 3.0.3, each with its section of the standard.

pub(crate) mod body;
pub(crate) mod parameter;
pub(crate) mod path;
pub(crate) mod root;
pub(crate) mod schema;
pub(crate) mod security;
