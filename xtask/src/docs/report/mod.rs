//! Prints the findings of a run: as text with source listings, as JSON, or as Markdown.

mod contents;
mod json;
mod lines;
mod markdown;
mod summary;
mod text;

pub(crate) use contents::Report;
pub(crate) use json::json;
pub(crate) use markdown::markdown;
pub(crate) use text::text;
