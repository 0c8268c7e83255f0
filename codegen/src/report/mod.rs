//! What became of each part that the documents ask for: typed, kept as JSON, or not generated, and why.
//!
//! Every operation, parameter, body, response, each of several media types of the last two, callback and component schema is in
//! exactly one of the three counts: they are counted in the documents as they were given, and looked up in what was generated.

mod generated;
mod print;
mod reasons;

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostics;
use crate::ir::Api;
use crate::read::{Item, Part};
use crate::source::Location;

use self::generated::Generated;
use self::reasons::Reasons;

/// What became of each part of the documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    counts: BTreeMap<Part, Counts>,
    exceptions: Vec<Exception>,
}

/// How many parts of a sort there are, each in one of the three.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Generated with a type of their own.
    pub typed: usize,
    /// Generated as JSON: on the wire, but without a type.
    pub json: usize,
    /// Not generated.
    pub not_generated: usize,
}

/// What became of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Generated with a type of its own.
    Typed,
    /// Generated as JSON.
    Json,
    /// Not generated.
    NotGenerated,
}

/// A part that isn't wholly typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// What it is; none for what belongs to no part, such as a server.
    pub part: Option<Part>,
    /// The part's name: `GET /orders query limit`.
    pub name: String,
    /// What became of it; `Typed` means that something in it is missing or untyped.
    pub state: State,
    /// Where it was written.
    pub at: Location,
    /// How many parts say the same, by reference.
    pub uses: usize,
    /// Why; never empty.
    pub reasons: Vec<Reason>,
    /// Whether the standard itself says to ignore it.
    pub on_purpose: bool,
}

/// Why a part isn't wholly typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The diagnostic's code, where there is one.
    pub code: Option<&'static str>,
    /// In one line.
    pub text: String,
    /// Where.
    pub at: Location,
}

impl Report {
    /// The report of one run.
    #[must_use]
    pub fn of(items: &[Item], api: &Api, diagnostics: &Diagnostics) -> Self {
        let generated = Generated::of(api);
        let mut reasons = Reasons::of(items, &generated.remarks, diagnostics);
        let mut report = Self::default();
        let mut owner = State::Typed;
        for item in items {
            let state = generated.state(item);
            match item.part {
                // What has it is counted as missing.
                Part::Content if owner == State::NotGenerated => continue,
                Part::Content => {}
                _ => owner = state,
            }
            report.counts.entry(item.part).or_default().add(state);
            let reasons = reasons.take(item, state);
            if state != State::Typed || !reasons.is_empty() {
                report.add(item, state, reasons);
            }
        }
        report.exceptions.extend(reasons.rest());
        report
    }

    /// How many of a sort there are.
    #[must_use]
    pub fn counts(&self, part: Part) -> Counts {
        self.counts.get(&part).copied().unwrap_or_default()
    }

    /// Every part that isn't wholly typed, in the order of the documents.
    #[must_use]
    pub fn exceptions(&self) -> &[Exception] {
        &self.exceptions
    }

    /// How many parts were asked for and are missing from what was generated; not those that the standard says to ignore.
    #[must_use]
    pub fn missing(&self) -> usize {
        let missing = self.exceptions.iter();
        missing
            .filter(|exception| exception.state == State::NotGenerated && !exception.on_purpose)
            .map(|exception| exception.uses)
            .sum()
    }

    /// Adds an exception; parts that refer to one place and are missing the same way are one.
    fn add(&mut self, item: &Item, state: State, reasons: Vec<Reason>) {
        let is_same = |known: &&mut Exception| {
            known.part == Some(item.part)
                && known.at == item.at
                && known.state == state
                && item.at != item.used
        };
        if let Some(known) = self
            .exceptions
            .iter_mut()
            .rev()
            .take(LOOK_BACK)
            .find(is_same)
        {
            known.uses += 1;
            return;
        }
        self.exceptions.push(Exception {
            part: Some(item.part),
            name: item.name.clone(),
            state,
            at: item.at.clone(),
            uses: 1,
            on_purpose: reasons::on_purpose(&reasons),
            reasons,
        });
    }
}

/// So many exceptions before this one are looked at for an equal one, so that a long list takes no square time.
const LOOK_BACK: usize = 1_000;

impl Counts {
    /// All three together.
    #[must_use]
    pub fn total(self) -> usize {
        self.typed + self.json + self.not_generated
    }

    fn add(&mut self, state: State) {
        match state {
            State::Typed => self.typed += 1,
            State::Json => self.json += 1,
            State::NotGenerated => self.not_generated += 1,
        }
    }
}
