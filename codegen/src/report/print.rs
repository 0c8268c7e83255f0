//! Prints a report as text and as JSON.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::diagnostic::Code;
use crate::read::ItemKind;
use crate::source::{Location, Sources, SpanIndex};

use super::{Counts, Exception, Report, State};

/// The kinds of items with their plural and singular names, in the order of the table.
const KINDS: [(ItemKind, &str, &str); 7] = [
    (ItemKind::Operation, "operations", "operation"),
    (ItemKind::Parameter, "parameters", "parameter"),
    (ItemKind::Body, "bodies", "body"),
    (ItemKind::Response, "responses", "response"),
    (ItemKind::Content, "contents", "content"),
    (ItemKind::Callback, "callbacks", "callback"),
    (ItemKind::Schema, "schemas", "schema"),
];

impl Report {
    /// Prints a table of the counts, and a line for each exception and each of its reasons.
    #[must_use]
    pub fn text(&self, sources: &Sources) -> String {
        let mut text = format!(
            "{:<12}{:>8}{:>10}{:>15}\n",
            "", "typed", "as JSON", "not generated"
        );
        for (plural, counts) in self.rows() {
            let Counts {
                typed,
                json,
                not_generated,
            } = counts;
            let _ = writeln!(text, "{plural:<12}{typed:>8}{json:>10}{not_generated:>15}");
        }
        let positions = Positions::of(self, sources);
        for exception in &self.exceptions {
            let _ = write!(
                text,
                "\n{}: {}",
                positions.text(&exception.at),
                title(exception)
            );
            for reason in &exception.reasons {
                let code = reason
                    .code
                    .map(|code| format!("[{code}] "))
                    .unwrap_or_default();
                let _ = write!(
                    text,
                    "\n  {}: {code}{}",
                    positions.text(&reason.at),
                    reason.text
                );
            }
        }
        text.push('\n');
        text
    }

    /// Prints the report as one JSON object.
    #[must_use]
    pub fn json(&self, sources: &Sources) -> String {
        let positions = Positions::of(self, sources);
        let mut report = serde_json::Map::new();
        for (plural, counts) in self.rows() {
            let counts = json!({
                "total": counts.total(),
                "typed": counts.typed,
                "json": counts.json,
                "not_generated": counts.not_generated,
            });
            report.insert(plural.to_owned(), counts);
        }
        let exceptions = self
            .exceptions
            .iter()
            .map(|exception| positions.exception(exception));
        report.insert("exceptions".to_owned(), exceptions.collect());
        json!({ "report": report }).to_string()
    }

    /// Iterates over the kinds of items with their counts.
    fn rows(&self) -> impl Iterator<Item = (&'static str, Counts)> {
        let kinds = KINDS.into_iter();
        kinds.map(|(kind, plural, _)| (plural, self.counts(kind)))
    }
}

/// Returns the line of an exception: `parameter GET /orders query limit: not generated`.
fn title(exception: &Exception) -> String {
    let uses = match exception.uses {
        1 => String::new(),
        uses => format!(" and {} more that refer to it", uses - 1),
    };
    let ignored = if exception.ignored_by_standard {
        ", as the standard says"
    } else {
        ""
    };
    match singular(exception.kind) {
        Some(kind) => format!(
            "{kind} {}{uses}: {}{ignored}",
            exception.name,
            state(exception.state)
        ),
        None => "outside of all counted items".to_owned(),
    }
}

/// Returns the singular name of a kind of item.
fn singular(kind: Option<ItemKind>) -> Option<&'static str> {
    let (_, _, singular) = KINDS.into_iter().find(|(known, ..)| Some(*known) == kind)?;
    Some(singular)
}

/// Returns the words for a state.
fn state(state: State) -> &'static str {
    match state {
        State::Typed => "partly typed",
        State::Json => "kept as JSON",
        State::NotGenerated => "not generated",
    }
}

/// Lines and columns of the locations in a report.
struct Positions<'s> {
    by_file: BTreeMap<String, (&'s str, SpanIndex<'s>)>,
}

impl<'s> Positions<'s> {
    /// Indexes the sources that the report refers to.
    fn of(report: &Report, sources: &'s Sources) -> Self {
        let mut by_file = BTreeMap::new();
        for exception in &report.exceptions {
            let reasons = exception.reasons.iter().map(|reason| &reason.at);
            for at in std::iter::once(&exception.at).chain(reasons) {
                if let Some(text) = sources.get(at.file()) {
                    by_file
                        .entry(at.file().to_string())
                        .or_insert_with(|| (text, SpanIndex::new(at.file(), text)));
                }
            }
        }
        Self { by_file }
    }

    /// Returns line and column of a location, or `None` if its source isn't known.
    fn find(&self, at: &Location) -> Option<(usize, usize)> {
        let (text, index) = self.by_file.get(&**at.file())?;
        Some(index.lines.position(text, index.range(text, at).start))
    }

    /// Returns a location as text: `pets.yaml:7:19`.
    fn text(&self, at: &Location) -> String {
        match self.find(at) {
            Some((line, column)) => format!("{}:{line}:{column}", at.file()),
            None => at.file().to_string(),
        }
    }

    /// Returns a location as JSON.
    fn location(&self, at: &Location) -> Value {
        let (line, column) = self.find(at).unzip();
        json!({"file": &**at.file(), "line": line, "column": column, "pointer": at.pointer()})
    }

    /// Returns an exception as JSON.
    fn exception(&self, exception: &Exception) -> Value {
        let reasons = exception.reasons.iter().map(|reason| {
            json!({
                "code": reason.code.map(Code::as_str),
                "text": reason.text,
                "location": self.location(&reason.at),
            })
        });
        json!({
            "kind": singular(exception.kind),
            "name": exception.name,
            "state": state(exception.state),
            "ignored_by_standard": exception.ignored_by_standard,
            "uses": exception.uses,
            "location": self.location(&exception.at),
            "reasons": reasons.collect::<Vec<_>>(),
        })
    }
}
