//! What the forms of schemas and the parts of operations share: names of inline types, presence, documentation, extensions.

pub(crate) mod component;
pub(crate) mod doc;
pub(crate) mod extension;
pub(crate) mod form;
pub(crate) mod members;
pub(crate) mod merges;
pub(crate) mod presence;
pub(crate) mod schema_doc;
pub(crate) mod slot;
pub(crate) mod structure;
pub(crate) mod traits;
pub(crate) mod twins;
