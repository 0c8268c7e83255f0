//! What is printed: a line a document, and a total.

use std::fmt;
use std::time::Duration;

use codegen::diagnostic::Severity;
use codegen::read::ItemKind;

use super::generation::Generation;
use crate::documents::Document;

/// What can be left as JSON.
const PARTS: [ItemKind; 6] = [
    ItemKind::Operation,
    ItemKind::Parameter,
    ItemKind::Body,
    ItemKind::Response,
    ItemKind::Callback,
    ItemKind::Schema,
];

/// One document, as far as it came.
pub(crate) struct Row {
    name: String,
    operations: usize,
    lines: Option<usize>,
    generation: Option<Duration>,
    /// The compiler's time for this crate alone.
    pub(crate) check: Option<Duration>,
    untyped: usize,
    warnings: usize,
    /// What came of it.
    pub(crate) verdict: Verdict,
}

/// What came of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// As far as it was asked for.
    Passes,
    /// The generator reported so many errors.
    Refused(usize),
    /// So many parts of the document are not in the output, though nothing forbids writing it.
    Incomplete(usize),
    /// The generator broke: a mistake of ours.
    Panicked,
    /// The compiler reported so many errors, warnings being errors.
    DoesNotCompile(usize),
}

impl fmt::Display for Verdict {
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
    /// A document of which nothing else is known.
    pub(crate) fn empty(document: &Document, verdict: Verdict) -> Self {
        Self {
            name: document.file.clone(),
            operations: 0,
            lines: None,
            generation: None,
            check: None,
            untyped: 0,
            warnings: 0,
            verdict,
        }
    }

    /// A document that went through the generator.
    pub(crate) fn of(document: &Document, generation: &Generation) -> Self {
        let lines = |text: &str| text.lines().count();
        let tree = generation.tree.as_ref();
        let report = &generation.report;
        let errors = generation.diagnostics.count(Severity::Error);
        let verdict = match (errors, report.missing()) {
            (0, 0) => Verdict::Passes,
            (0, missing) => Verdict::Incomplete(missing),
            (errors, _) => Verdict::Refused(errors),
        };
        let operations = report.counts(ItemKind::Operation);
        let untyped = PARTS.iter().map(|part| report.counts(*part).json).sum();
        Self {
            operations: operations.typed + operations.json,
            lines: tree.map(|tree| tree.iter().map(|(_, text)| lines(text)).sum()),
            generation: Some(generation.time),
            untyped,
            warnings: generation.diagnostics.count(Severity::Warning),
            ..Self::empty(document, verdict)
        }
    }
}

/// The rows that were printed, summed up.
pub(crate) struct Table {
    width: usize,
    documents: usize,
    failures: usize,
    sum: Row,
}

impl Table {
    /// A table that has room for the names of these.
    pub(crate) fn of(documents: &[Document]) -> Self {
        let names = documents.iter().map(|document| document.file.len());
        let sum = Row {
            name: String::new(),
            operations: 0,
            lines: None,
            generation: None,
            check: None,
            untyped: 0,
            warnings: 0,
            verdict: Verdict::Passes,
        };
        Self {
            width: names.max().unwrap_or_default(),
            documents: 0,
            failures: 0,
            sum,
        }
    }

    /// What stands in which column, and how it was measured.
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
             {:width$} {:>10} {:>7} {:>11} {:>7} {:>7} {:>8}  verdict",
            "document", "operations", "lines", "generate ms", "check s", "untyped", "warnings"
        )
    }

    /// The line of a document, which is counted.
    pub(crate) fn line(&mut self, row: Row) -> String {
        let line = self.print(&row);
        self.documents += 1;
        self.failures += usize::from(row.verdict != Verdict::Passes);
        self.sum.operations += row.operations;
        self.sum.untyped += row.untyped;
        self.sum.warnings += row.warnings;
        self.sum.lines = added(self.sum.lines, row.lines, |sum, lines| sum + lines);
        self.sum.check = added(self.sum.check, row.check, |sum, time| sum + time);
        let generation = self.sum.generation;
        self.sum.generation = added(generation, row.generation, |sum, time| sum + time);
        line
    }

    /// The last line.
    pub(crate) fn total(&mut self) -> String {
        let (documents, failures) = (self.documents, self.failures);
        self.sum.name = format!("{documents} documents");
        let verdict = format!("{} pass, {failures} fail", documents - failures);
        self.columns(&self.sum, &verdict)
    }

    /// How many documents did not pass.
    pub(crate) fn failures(&self) -> usize {
        self.failures
    }

    fn print(&self, row: &Row) -> String {
        self.columns(row, &row.verdict.to_string())
    }

    fn columns(&self, row: &Row, verdict: &str) -> String {
        let width = self.width;
        format!(
            "{:width$} {:>10} {:>7} {:>11} {:>7} {:>7} {:>8}  {verdict}",
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
