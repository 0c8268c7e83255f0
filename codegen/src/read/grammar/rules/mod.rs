//! Rules of single objects that a table can't express: what several fields must satisfy together.

pub(crate) mod link;
pub(crate) mod parameter;
pub(crate) mod schema;
pub(crate) mod security;
