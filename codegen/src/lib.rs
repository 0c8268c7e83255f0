//! From OpenAPI documents to a typed client: text in; text and diagnostics out.
//!
//! ```text
//! files                disk::read_specs          the only I/O, with disk::apply
//!   ↓
//! Sources              read::read                syntax, overlays, grammar, repairs
//!   ↓
//! spec::Document       lower::api                every decision: names, types, presence, order
//!   ↓
//! ir::Api              emit, render              every piece of Rust, file by file
//!   ↓
//! OutputFiles                 tree::Changes             what differs from the files that are there
//!   ↓
//! files                disk::apply               nothing, while an error stands
//! ```
//!
//! No stage stops at the first mistake: what is wrong is reported with its place ([`diagnostic`]), and the rest goes on.

pub mod diagnostic;
pub mod disk;
mod emit;
pub mod ir;
pub mod lower;
pub mod names;
pub mod options;
pub mod output;
mod parallel;
pub mod read;
pub mod render;
pub mod report;
pub mod source;

pub use crate::diagnostic::Diagnostics;
pub use crate::options::{Language, Options};
pub use crate::output::OutputFiles;
pub use crate::report::Report;
pub use crate::source::Sources;

/// Generates the client of all documents among the sources. There is no tree while an error stands.
#[must_use]
pub fn generate(sources: &Sources, options: &Options) -> (Option<OutputFiles>, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let documents = read::read(sources, &mut diagnostics);
    let api = lower::api(&documents, options, &mut diagnostics);
    // Rendering needs room, and nothing of them.
    drop(documents);
    let tree = tree(&api, options, &mut diagnostics);
    (tree, diagnostics)
}

/// The same, and what became of each part of the documents.
#[must_use]
pub fn generate_and_report(
    sources: &Sources,
    options: &Options,
) -> (Option<OutputFiles>, Diagnostics, Report) {
    let mut diagnostics = Diagnostics::default();
    let (documents, items) = read::read_with_inventory(sources, &mut diagnostics);
    let api = lower::api(&documents, options, &mut diagnostics);
    // Rendering needs room, and nothing of them.
    drop(documents);
    let tree = tree(&api, options, &mut diagnostics);
    let report = Report::of(&items, &api, &diagnostics);
    (tree, diagnostics, report)
}

/// The last stage, which a document with errors never comes to.
fn tree(api: &ir::Api, options: &Options, diagnostics: &mut Diagnostics) -> Option<OutputFiles> {
    if diagnostics.has_errors() {
        return None;
    }
    let tree = render::files(api, options, diagnostics);
    (!diagnostics.has_errors()).then_some(tree)
}
