//! Reads a page of documentation: GitBook's Markdown to facts, each with its line.
//!
//! `markdown` makes blocks of the text, `build` makes sections of the blocks, and `table`, `read_sample`
//! and `document` read what a section holds. What can't be understood is a finding, so that no page
//! passes by being skipped.

mod block;
mod build;
mod builder;
mod document;
mod embedded;
mod markdown;
mod model;
mod read_sample;
mod sample;
mod section;
mod table;
mod text;
pub(crate) mod words;

use std::sync::Arc;

pub(crate) use embedded::Embedded;
pub(crate) use model::{Language, Page};
pub(crate) use sample::Sample;
pub(crate) use text::Text;

use super::finding::{Finding, Kind};

/// Reads a page. `name` is what `x-source` calls it, `file` how its source is called.
pub(crate) fn read(name: &str, file: &str, text: &str) -> Page {
    let text = Text {
        file: file.into(),
        text: Arc::from(text),
    };
    let mut page = build::page(name, &text);
    if page.operation.paths.is_empty() && page.documents.is_empty() && page.faults.is_empty() {
        let fault = Finding::new(
            Kind::Unreadable,
            name,
            "no address of an operation, and no OpenAPI document",
        );
        let fault = fault.said("", &text.at(0));
        page.faults
            .push(fault.advise("leave the page out if it describes no operation"));
    }
    page
}
