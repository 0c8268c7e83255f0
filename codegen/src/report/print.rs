//! A report as text and as JSON.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Counts, Exception, Report, State};
use crate::diagnostic::Code;
use crate::read::ItemKind;
use crate::source::{Index, Location, Sources};

/// The sorts of parts, and what several of each are called.
const PARTS: [(ItemKind, &str, &str); 7] = [
    (ItemKind::Operation, "operations", "operation"),
    (ItemKind::Parameter, "parameters", "parameter"),
    (ItemKind::Body, "bodies", "body"),
    (ItemKind::Response, "responses", "response"),
    (ItemKind::Content, "contents", "content"),
    (ItemKind::Callback, "callbacks", "callback"),
    (ItemKind::Schema, "schemas", "schema"),
];

impl Report {
    /// A table, and a line for each exception and each of its reasons.
    #[must_use]
    pub fn text(&self, sources: &Sources) -> String {
        let mut text = format!(
            "{:<12}{:>8}{:>10}{:>15}\n",
            "", "typed", "as JSON", "not generated"
        );
        for (part, plural, _) in PARTS {
            let Counts {
                typed,
                json,
                not_generated,
            } = self.counts(part);
            let _ = writeln!(text, "{plural:<12}{typed:>8}{json:>10}{not_generated:>15}");
        }
        let places = Places::of(self, sources);
        for exception in &self.exceptions {
            let _ = write!(
                text,
                "\n{}: {}",
                places.text(&exception.at),
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
                    places.text(&reason.at),
                    reason.text
                );
            }
        }
        text.push('\n');
        text
    }

    /// The same as one JSON object.
    #[must_use]
    pub fn json(&self, sources: &Sources) -> String {
        let places = Places::of(self, sources);
        let mut report = serde_json::Map::new();
        for (part, plural, _) in PARTS {
            let Counts {
                typed,
                json,
                not_generated,
            } = self.counts(part);
            let total = self.counts(part).total();
            let counts = json!({"total": total, "typed": typed, "json": json, "not_generated": not_generated});
            report.insert(plural.to_owned(), counts);
        }
        let exceptions = self
            .exceptions
            .iter()
            .map(|exception| places.exception(exception));
        report.insert("exceptions".to_owned(), exceptions.collect());
        json!({ "report": report }).to_string()
    }
}

/// `query parameter …: not generated`
fn title(exception: &Exception) -> String {
    let uses = match exception.uses {
        1 => String::new(),
        uses => format!(" and {} more that refer to it", uses - 1),
    };
    let ignored = if exception.on_purpose {
        ", as the standard says"
    } else {
        ""
    };
    match word(exception.kind) {
        Some(word) => format!(
            "{word} {}{uses}: {}{ignored}",
            exception.name,
            state(exception.state)
        ),
        None => "beside what is counted".to_owned(),
    }
}

fn word(part: Option<ItemKind>) -> Option<&'static str> {
    let (_, _, word) = PARTS.into_iter().find(|(known, ..)| Some(*known) == part)?;
    Some(word)
}

fn state(state: State) -> &'static str {
    match state {
        State::Typed => "typed in part",
        State::Json => "left as JSON",
        State::NotGenerated => "not generated",
    }
}

/// Lines and columns of the places in a report.
struct Places<'s> {
    by_file: BTreeMap<String, (&'s str, Index<'s>)>,
}

impl<'s> Places<'s> {
    fn of(report: &Report, sources: &'s Sources) -> Self {
        let mut by_file = BTreeMap::new();
        for exception in &report.exceptions {
            let reasons = exception.reasons.iter().map(|reason| &reason.at);
            for at in std::iter::once(&exception.at).chain(reasons) {
                if let Some(text) = sources.get(at.file()) {
                    by_file
                        .entry(at.file().to_string())
                        .or_insert_with(|| (text, Index::new(at.file(), text)));
                }
            }
        }
        Self { by_file }
    }

    fn find(&self, at: &Location) -> Option<(usize, usize)> {
        let (text, index) = self.by_file.get(&**at.file())?;
        Some(index.lines.position(text, index.range(text, at).start))
    }

    fn text(&self, at: &Location) -> String {
        match self.find(at) {
            Some((line, column)) => format!("{}:{line}:{column}", at.file()),
            None => at.file().to_string(),
        }
    }

    fn place(&self, at: &Location) -> Value {
        let (line, column) = self.find(at).unzip();
        json!({"file": &**at.file(), "line": line, "column": column, "pointer": at.pointer()})
    }

    fn exception(&self, exception: &Exception) -> Value {
        let reasons = exception.reasons.iter().map(|reason| {
            json!({"code": reason.code.map(Code::as_str), "text": reason.text, "place": self.place(&reason.at)})
        });
        json!({
            "part": word(exception.kind),
            "name": exception.name,
            "state": state(exception.state),
            "on_purpose": exception.on_purpose,
            "uses": exception.uses,
            "place": self.place(&exception.at),
            "reasons": reasons.collect::<Vec<_>>(),
        })
    }
}
