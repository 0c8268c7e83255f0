//! What no table can say: rules for several fields or several objects.

pub(crate) mod link;
pub(crate) mod operation;
pub(crate) mod parameter;
pub(crate) mod path;
mod path_edits;
pub(crate) mod schema;
pub(crate) mod security;
