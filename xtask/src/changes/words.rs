//! A change in words, and as JSON.

use codegen::changes::{Change, Rust, Wire};
use serde_json::{Value, json};

use super::State;

/// Stands between classes.
pub(crate) const SEPARATOR: &str = " · ";

/// The two states that changes lie between.
#[derive(Clone, Copy)]
pub(crate) struct Between<'a> {
    pub(crate) before: &'a State,
    pub(crate) after: &'a State,
}

impl Between<'_> {
    /// Returns a change as lines: its classes and what it is, then its places.
    pub(crate) fn text(self, change: &Change) -> String {
        let mut text = format!("{}: {}\n", classes([change]).join(SEPARATOR), change.what);
        for (tense, place) in [("was", self.was(change)), ("is", self.is(change))] {
            if let Some(place) = place {
                text.push_str(&format!("    {tense:>3} {place}\n"));
            }
        }
        text
    }

    /// Returns a change as a JSON object.
    pub(crate) fn json(self, change: &Change) -> Value {
        json!({
            "change": change.what,
            "rust": match change.rust {
                Rust::Breaking => "breaking",
                Rust::Addition => "addition",
                Rust::Patch => "patch",
            },
            "wire": words(change.wire),
            "before": self.was(change),
            "after": self.is(change),
        })
    }

    fn was(self, change: &Change) -> Option<String> {
        change.before.as_ref().map(|at| self.before.place(at))
    }

    fn is(self, change: &Change) -> Option<String> {
        change.after.as_ref().map(|at| self.after.place(at))
    }
}

/// Returns the classes of one or more changes in words, the gravest first: `breaks the Rust API`,
/// `changes the wire (requests)`.
pub(crate) fn classes<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Vec<String> {
    let (mut rust, mut wire) = (Rust::Patch, Wire::NONE);
    for change in changes {
        rust = rust.max(change.rust);
        wire = wire.and(change.wire);
    }
    let mut classes = Vec::new();
    match rust {
        Rust::Breaking => classes.push("breaks the Rust API".to_owned()),
        Rust::Addition => classes.push("adds to the Rust API".to_owned()),
        Rust::Patch if wire.is_none() => classes.push("docs only".to_owned()),
        Rust::Patch => {}
    }
    let sent: Vec<&str> = words(wire)
        .into_iter()
        .filter(|word| ["requests", "responses"].contains(word))
        .collect();
    if !sent.is_empty() {
        classes.push(format!("changes the wire ({})", sent.join(", ")));
    }
    if wire.outcomes {
        classes.push("changes what counts as success".to_owned());
    }
    if wire.errors {
        classes.push("changes what errors say".to_owned());
    }
    classes
}

/// Returns what differs on the wire, a word each.
fn words(wire: Wire) -> Vec<&'static str> {
    let words = [
        (wire.requests, "requests"),
        (wire.responses, "responses"),
        (wire.outcomes, "outcomes"),
        (wire.errors, "errors"),
    ];
    let words = words.into_iter();
    words
        .filter_map(|(applies, word)| applies.then_some(word))
        .collect()
}
