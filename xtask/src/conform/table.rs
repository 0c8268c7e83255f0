//! The table that is printed: a line per document, and a total.

use super::verdict::{Request, Response, Results};
use crate::documents::Document;

/// The headings of the columns with numbers.
const COLUMNS: [&str; 9] = [
    "operations",
    "sent",
    "refused",
    "exempt",
    "unsent",
    "decoded",
    "undecoded",
    "unchecked",
    "blind",
];

/// The line of one document.
pub(crate) struct Row {
    name: String,
    /// `None` if it could not be checked.
    counts: Option<[usize; COLUMNS.len()]>,
    /// Whether an exemption is no longer needed.
    is_stale: bool,
}

impl Row {
    /// Creates the line of a document whose requests were sent.
    pub(crate) fn of(document: &Document, results: &Results) -> Self {
        let verdicts = || results.verdicts.iter();
        let requests = |is: fn(&Request) -> bool| verdicts().filter(|it| is(&it.request)).count();
        let responses =
            |is: fn(&Response) -> bool| verdicts().filter(|it| is(&it.response)).count();
        let unsent = requests(|it| matches!(it, Request::Unsent(_)));
        Self {
            name: document.file.clone(),
            is_stale: !results.unneeded.is_empty(),
            counts: Some([
                results.operations,
                results.verdicts.len() - unsent,
                requests(|it| matches!(it, Request::Refused(_))),
                requests(|it| matches!(it, Request::Exempt(..)))
                    + responses(|it| matches!(it, Response::Exempt(..))),
                unsent,
                responses(|it| matches!(it, Response::Decoded)),
                responses(|it| matches!(it, Response::Undecoded(_))),
                requests(|it| matches!(it, Request::Unchecked(_)))
                    + responses(|it| matches!(it, Response::Unmocked(_))),
                results.blind.len(),
            ]),
        }
    }

    /// Creates the line of a document that could not be checked.
    pub(crate) fn failed(document: &Document) -> Self {
        Self {
            name: document.file.clone(),
            counts: None,
            is_stale: false,
        }
    }

    fn passes(&self) -> bool {
        let wrong = |counts: [usize; COLUMNS.len()]| counts[2] + counts[4] + counts[6];
        !self.is_stale && self.counts.is_some_and(|counts| wrong(counts) == 0)
    }
}

/// The sums of the printed rows.
pub(crate) struct Table {
    width: usize,
    documents: usize,
    failures: usize,
    sums: [usize; COLUMNS.len()],
}

impl Table {
    /// Creates a table with room for the names of these documents.
    pub(crate) fn of(documents: &[Document]) -> Self {
        let names = documents.iter().map(|document| document.file.len());
        Self {
            width: names.max().unwrap_or_default().max("12 documents".len()),
            documents: 0,
            failures: 0,
            sums: [0; COLUMNS.len()],
        }
    }

    /// Returns the headings.
    pub(crate) fn heading(&self) -> String {
        self.columns("document", &COLUMNS.map(str::to_owned), "verdict")
    }

    /// Counts a document, and returns its line.
    pub(crate) fn line(&mut self, row: Row) -> String {
        self.documents += 1;
        self.failures += usize::from(!row.passes());
        let counts = row.counts.unwrap_or_default();
        for (sum, count) in self.sums.iter_mut().zip(counts) {
            *sum += count;
        }
        let texts = match row.counts {
            Some(counts) => counts.map(|count| count.to_string()),
            None => COLUMNS.map(|_| "-".to_owned()),
        };
        let verdict = if row.passes() { "passes" } else { "FAILS" };
        self.columns(&row.name, &texts, verdict)
    }

    /// Returns the line of the totals.
    pub(crate) fn total(&self) -> String {
        let (documents, failures) = (self.documents, self.failures);
        let verdict = format!("{} pass, {failures} fail", documents - failures);
        let sums = self.sums.map(|sum| sum.to_string());
        self.columns(&format!("{documents} documents"), &sums, &verdict)
    }

    /// Returns the number of documents that did not pass.
    pub(crate) fn failures(&self) -> usize {
        self.failures
    }

    fn columns(&self, name: &str, texts: &[String; COLUMNS.len()], verdict: &str) -> String {
        let width = self.width;
        let cells = texts.iter().zip(COLUMNS);
        let cells = cells.map(|(text, column)| format!(" {text:>0$}", column.len().max(5)));
        let cells: String = cells.collect();
        format!("{name:width$}{cells}  {verdict}")
    }
}
