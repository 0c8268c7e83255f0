//! The table that is printed: a line per document, and a total.

use std::fmt;
use std::time::Duration;

use codegen::diagnostic::Severity;
use codegen::read::ItemKind;

use super::generation::Generation;
use crate::documents::Document;

/// The parts that can be left as JSON.
const PARTS: [ItemKind; 6] = [
    ItemKind::Operation,
    ItemKind::Parameter,
    ItemKind::Body,
    ItemKind::Response,
    ItemKind::Callback,
    ItemKind::Schema,
];

/// The line of one document.
pub(crate) struct Row {
    name: String,
    operations: usize,
    lines: Option<usize>,
    generation: Option<Duration>,
    /// The compiler's time for this crate alone.
    pub(crate) check: Option<Duration>,
    untyped: usize,
    warnings: usize,
    /// The result.
    pub(crate) status: Status,
}

/// The result for a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// Everything requested succeeded.
    Passes,
    /// The generator reported this many errors.
    Refused(usize),
    /// This many parts of the document were not generated.
    Incomplete(usize),
    /// The generator panicked, which is a bug.
    Panicked,
    /// The compiler reported this many errors; warnings are errors.
    DoesNotCompile(usize),
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Passes => write!(f, "passes"),
            Self::Refused(count) => write!(f, "FAILS: refused, {count} errors"),
            Self::Incomplete(count) => write!(f, "FAILS: {count} parts are not generated"),
            Self::Panicked => write!(f, "FAILS: the generator panicked"),
            Self::DoesNotCompile(count) => write!(f, "FAILS: does not compile, {count} errors"),
        }
    }
}

impl Row {
    /// Creates the line of a document of which nothing else is known.
    pub(crate) fn empty(document: &Document, status: Status) -> Self {
        Self::named(document.file.clone(), status)
    }

    fn named(name: String, status: Status) -> Self {
        Self {
            name,
            operations: 0,
            lines: None,
            generation: None,
            check: None,
            untyped: 0,
            warnings: 0,
            status,
        }
    }

    /// Creates the line of a document that was generated.
    pub(crate) fn of(document: &Document, generation: &Generation) -> Self {
        let lines = |text: &str| text.lines().count();
        let files = generation.files.as_ref();
        let report = &generation.report;
        let errors = generation.diagnostics.count(Severity::Error);
        let status = match (errors, report.missing()) {
            (0, 0) => Status::Passes,
            (0, missing) => Status::Incomplete(missing),
            (errors, _) => Status::Refused(errors),
        };
        let operations = report.counts(ItemKind::Operation);
        let untyped = PARTS.iter().map(|part| report.counts(*part).json).sum();
        Self {
            operations: operations.typed + operations.json,
            lines: files.map(|files| files.iter().map(|(_, text)| lines(text)).sum()),
            generation: Some(generation.time),
            untyped,
            warnings: generation.diagnostics.count(Severity::Warning),
            ..Self::empty(document, status)
        }
    }
}

/// The table so far: the width of its first column, and the sums of the printed rows.
pub(crate) struct Table {
    width: usize,
    documents: usize,
    failures: usize,
    sum: Row,
}

impl Table {
    /// Creates a table with room for the names of these documents.
    pub(crate) fn of(documents: &[Document]) -> Self {
        let names = documents.iter().map(|document| document.file.len());
        let sum = Row::named(String::new(), Status::Passes);
        Self {
            width: names.max().unwrap_or_default(),
            documents: 0,
            failures: 0,
            sum,
        }
    }

    /// Returns the heading: what the columns contain, and how they are measured.
    pub(crate) fn heading(&self) -> String {
        let build = if cfg!(debug_assertions) {
            "a debug build of the generator: --release is faster"
        } else {
            "a release build of the generator"
        };
        let width = self.width;
        format!(
            "generate: text to text in this process, the best of a few runs; {build}\n\
             check: `cargo check` of the output, cold, its dependencies compiled before; cargo's own start included\n\
             untyped: parameters, bodies, responses, callbacks and component schemas that are left as JSON\n\
             warnings: the generator's; the compiler's are errors\n\n\
             {:width$} {:>10} {:>7} {:>11} {:>7} {:>7} {:>8}  status",
            "document", "operations", "lines", "generate ms", "check s", "untyped", "warnings"
        )
    }

    /// Counts a row, and returns its line.
    pub(crate) fn line(&mut self, row: Row) -> String {
        let line = self.print(&row);
        self.documents += 1;
        self.failures += usize::from(row.status != Status::Passes);
        self.sum.operations += row.operations;
        self.sum.untyped += row.untyped;
        self.sum.warnings += row.warnings;
        self.sum.lines = added(self.sum.lines, row.lines, |sum, lines| sum + lines);
        self.sum.check = added(self.sum.check, row.check, |sum, time| sum + time);
        let generation = self.sum.generation;
        self.sum.generation = added(generation, row.generation, |sum, time| sum + time);
        line
    }

    /// Returns the line of the totals.
    pub(crate) fn total(&mut self) -> String {
        let (documents, failures) = (self.documents, self.failures);
        self.sum.name = format!("{documents} documents");
        let status = format!("{} pass, {failures} fail", documents - failures);
        self.columns(&self.sum, &status)
    }

    /// Returns the number of documents that did not pass.
    pub(crate) fn failures(&self) -> usize {
        self.failures
    }

    fn print(&self, row: &Row) -> String {
        self.columns(row, &row.status.to_string())
    }

    fn columns(&self, row: &Row, status: &str) -> String {
        let width = self.width;
        format!(
            "{:width$} {:>10} {:>7} {:>11} {:>7} {:>7} {:>8}  {status}",
            row.name,
            row.operations,
            or_dash(row.lines),
            or_dash(
                row.generation
                    .map(|time| format!("{:.1}", time.as_secs_f64() * 1000.0))
            ),
            or_dash(row.check.map(|time| format!("{:.2}", time.as_secs_f64()))),
            row.untyped,
            row.warnings,
        )
    }
}

fn added<T: Copy>(sum: Option<T>, one: Option<T>, add: impl Fn(T, T) -> T) -> Option<T> {
    match (sum, one) {
        (Some(sum), Some(one)) => Some(add(sum, one)),
        (sum, one) => sum.or(one),
    }
}

fn or_dash(value: Option<impl ToString>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| value.to_string())
}
