//! What is printed: a line a document, and a total.

use super::verdict::{Judged, Request, Response};
use crate::documents::Document;

/// The columns of numbers.
const COLUMNS: [&str; 9] = [
    "operations",
    "sent",
    "refused",
    "exempt",
    "unsent",
    "decoded",
    "undecoded",
    "unjudged",
    "blind",
];

/// One document.
pub(crate) struct Row {
    name: String,
    /// `None` where it could not be judged.
    counts: Option<[usize; COLUMNS.len()]>,
    /// Whether an exemption is no longer needed.
    is_stale: bool,
}

impl Row {
    /// A document whose requests were sent.
    pub(crate) fn of(document: &Document, judged: &Judged) -> Self {
        let verdicts = || judged.verdicts.iter();
        let requests = |is: fn(&Request) -> bool| verdicts().filter(|it| is(&it.request)).count();
        let responses =
            |is: fn(&Response) -> bool| verdicts().filter(|it| is(&it.response)).count();
        let unsent = requests(|it| matches!(it, Request::Unsent(_)));
        Self {
            name: document.file.clone(),
            is_stale: !judged.unneeded.is_empty(),
            counts: Some([
                judged.operations,
                judged.verdicts.len() - unsent,
                requests(|it| matches!(it, Request::Refused(_))),
                requests(|it| matches!(it, Request::Exempt(..)))
                    + responses(|it| matches!(it, Response::Exempt(..))),
                unsent,
                responses(|it| matches!(it, Response::Decoded)),
                responses(|it| matches!(it, Response::Undecoded(_))),
                requests(|it| matches!(it, Request::Unjudged(_)))
                    + responses(|it| matches!(it, Response::Unmocked(_))),
                judged.blind.len(),
            ]),
        }
    }

    /// A document that could not be judged.
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

/// The rows that were printed, summed up.
pub(crate) struct Table {
    width: usize,
    documents: usize,
    failures: usize,
    sums: [usize; COLUMNS.len()],
}

impl Table {
    /// A table that has room for the names of these.
    pub(crate) fn of(documents: &[Document]) -> Self {
        let names = documents.iter().map(|document| document.file.len());
        Self {
            width: names.max().unwrap_or_default().max("12 documents".len()),
            documents: 0,
            failures: 0,
            sums: [0; COLUMNS.len()],
        }
    }

    /// What stands in which column.
    pub(crate) fn heading(&self) -> String {
        self.columns("document", &COLUMNS.map(str::to_owned), "verdict")
    }

    /// The line of a document, which is counted.
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

    /// The last line.
    pub(crate) fn total(&self) -> String {
        let (documents, failures) = (self.documents, self.failures);
        let verdict = format!("{} pass, {failures} fail", documents - failures);
        let sums = self.sums.map(|sum| sum.to_string());
        self.columns(&format!("{documents} documents"), &sums, &verdict)
    }

    /// How many documents did not pass.
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
