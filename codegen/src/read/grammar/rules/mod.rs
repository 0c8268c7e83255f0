//! What no table can say: rules for several fields or several objects.

pub(crate) mod link;
pub(crate) mod parameter;
pub(crate) mod schema;
pub(crate) mod security;
