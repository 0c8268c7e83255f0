//! Value types that fields of generated types have.

pub(crate) mod any_json;
pub(crate) mod digits;
pub(crate) mod file;
pub(crate) mod maybe;
pub(crate) mod personal;
pub(crate) mod secret;
pub(crate) mod text_forms;
