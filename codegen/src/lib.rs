//! From OpenAPI documents to a typed client: text in; text and diagnostics out.
//!
//! ```text
//! files                disk::read_specs          the only I/O, with disk::apply
//!   ↓
//! Sources              read::read                syntax, overlays, grammar, repairs
//!   ↓
//! read::Document       lower::api                every decision: names, types, presence, order
//!   ↓
//! ir::Api              emit, render              every piece of Rust, file by file
//!   ↓
//! OutputFiles          output::Changes           what differs from the files on disk
//!   ↓
//! files                disk::apply               nothing, while an error stands
//! ```
//!
//! | question | where it is decided |
//! | --- | --- |
//! | which keywords a schema may have | `read/grammar/tables/schema.rs` |
//! | is a field `T`, `Option<T>` or `Maybe<T>`? | `lower/facts/presence.rs` |
//! | which type a schema becomes | `lower/schema/mod.rs`, the one dispatch |
//! | how a name becomes an identifier | [`names`] |
//! | what a response proves | `lower/outcome/`, from `x-outcome`; applied by the runtime's `classify` |
//! | which operations a server recognizes | `lower/server/` |
//! | which files there are | `emit/plan.rs` |
//! | which names of the runtime are used | `emit/contract.rs` |
//! | what a diagnostic says | [`diagnostic`] |
//!
//! Two states of an API are compared by [`changes`], on the IR.
//!
//! No stage stops at the first mistake: each is reported with its location ([`diagnostic`]), and
//! the rest goes on.

pub mod changes;
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
pub use crate::options::{Language, Options, Server};
pub use crate::output::OutputFiles;
pub use crate::report::Report;
pub use crate::source::Sources;

/// Generates a client from all documents among the sources. If there are errors, there are no
/// files.
#[must_use]
pub fn generate(sources: &Sources, options: &Options) -> (Option<OutputFiles>, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let documents = read::read(sources, &mut diagnostics);
    let api = lower::api(&documents, options, &mut diagnostics);
    // Rendering does not need them, and takes memory itself.
    drop(documents);
    let files = output(&api, options, &mut diagnostics);
    (files, diagnostics)
}

/// Generates a client, and reports what became of each part of the documents.
#[must_use]
pub fn generate_and_report(
    sources: &Sources,
    options: &Options,
) -> (Option<OutputFiles>, Diagnostics, Report) {
    let mut diagnostics = Diagnostics::default();
    let (documents, items) = read::read_with_inventory(sources, &mut diagnostics);
    let api = lower::api(&documents, options, &mut diagnostics);
    // Rendering does not need them, and takes memory itself.
    drop(documents);
    let files = output(&api, options, &mut diagnostics);
    let report = Report::of(&items, &api, &diagnostics);
    (files, diagnostics, report)
}

/// Renders the files; none if there are errors.
fn output(api: &ir::Api, options: &Options, diagnostics: &mut Diagnostics) -> Option<OutputFiles> {
    if diagnostics.has_errors() {
        return None;
    }
    let files = render::files(api, options, diagnostics);
    (!diagnostics.has_errors()).then_some(files)
}
