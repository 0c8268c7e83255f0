//! What the changes of the output mean: the changes of the specs, and the code that mentions them.

use codegen::changes::{Change, between};
use codegen::output::OutputFiles;
use serde_json::Value;

use super::before::Before;
use super::mentions::{self, Mention};
use crate::changes::{Between, State};

/// What the changes of the output mean.
pub(crate) struct Meaning {
    /// What the specs are compared with, or why they can't be.
    pub(super) note: String,
    pub(super) changes: Vec<Change>,
    pub(super) mentions: Vec<Mention>,
    /// The `crate::…` paths that are new in the output, and that no hand-written code has.
    pub(super) undefined: Vec<String>,
    /// The specs before and after; none if they can't be compared.
    states: Option<(State, State)>,
}

impl Meaning {
    /// Compares the specs that the output on disk was generated from with those that are there now.
    pub(crate) fn of(present: &OutputFiles, wanted: &OutputFiles) -> Self {
        let states = Before::of(present).and_then(|before| Ok((before, State::now()?)));
        let (before, after) = match states {
            Ok(states) => states,
            Err(reason) => return Self::unknown(format!("changes can't be classed: {reason}")),
        };
        let changes = between(&before.state.api, &after.api);
        Self {
            mentions: mentions::of(&changes, &before.state.api),
            undefined: mentions::undefined(present, wanted),
            changes,
            note: before.note(),
            states: Some((before.state, after)),
        }
    }

    /// Says why the changes have no classes.
    pub(crate) fn unknown(note: String) -> Self {
        Self {
            note,
            changes: Vec::new(),
            mentions: Vec::new(),
            undefined: Vec::new(),
            states: None,
        }
    }

    /// Returns a change as lines.
    pub(super) fn text(&self, change: &Change) -> Option<String> {
        self.between().map(|states| states.text(change))
    }

    /// Returns a change as a JSON object.
    pub(super) fn json(&self, change: &Change) -> Option<Value> {
        self.between().map(|states| states.json(change))
    }

    fn between(&self) -> Option<Between<'_>> {
        let (before, after) = self.states.as_ref()?;
        Some(Between { before, after })
    }
}
