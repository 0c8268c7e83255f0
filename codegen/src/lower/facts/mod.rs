//! What the forms of schemas and the parts of operations share: names of inline types, members and
//! their presence, documentation, extensions. Nothing here lowers a schema.

pub(crate) mod alternatives;
pub(crate) mod component;
pub(crate) mod doc;
pub(crate) mod extension;
pub(crate) mod fixed;
pub(crate) mod form;
pub(crate) mod members;
pub(crate) mod naming;
pub(crate) mod open_enum;
pub(crate) mod presence;
pub(crate) mod structure;
pub(crate) mod traits;
pub(crate) mod value;
