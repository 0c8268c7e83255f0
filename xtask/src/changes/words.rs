//! A change in words, and as JSON.

use codegen::changes::{Change, Rust, classes};
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
            "wire": change.wire.words(),
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
