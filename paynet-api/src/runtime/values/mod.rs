//! The types of values: plain data, without JSON and without HTTP.

pub(crate) mod digits;
pub(crate) mod file;
pub(crate) mod formats;
pub(crate) mod maybe;
pub(crate) mod personal;
pub(crate) mod secret;
