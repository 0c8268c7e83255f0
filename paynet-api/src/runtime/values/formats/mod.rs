//! Strings with a `format`: the string is kept exactly as it was sent, and converted on request.
//!
//! A response is never lost because one of its strings has another format than documented, and what
//! was read is written again letter by letter. Two values are equal if their strings are the same.

pub(crate) mod base64;
pub(crate) mod calendar;
pub(crate) mod date;
pub(crate) mod date_time;
pub(crate) mod decimal_text;
mod macros;
