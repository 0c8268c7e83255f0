//! Reports what became of each item of the documents: typed, kept as JSON, or not generated, and
//! why.
//!
//! Every operation, parameter, body, response, callback and component schema, and each media type
//! of a body or a response that has several, is in exactly one count. The items are listed before
//! anything is removed from the documents, and looked up in what was generated.

mod counts;
mod exception;
mod generated;
mod print;
mod reasons;

pub use counts::{Counts, State};
pub use exception::{Exception, Reason};

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostics;
use crate::ir::Api;
use crate::read::{Item, ItemKind};

use self::generated::Generated;
use self::reasons::Reasons;

/// What became of each item of the documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    counts: BTreeMap<ItemKind, Counts>,
    exceptions: Vec<Exception>,
}

impl Report {
    /// Creates the report of one run.
    #[must_use]
    pub fn of(items: &[Item], api: &Api, diagnostics: &Diagnostics) -> Self {
        let generated = Generated::of(api);
        let mut reasons = Reasons::of(items, &generated.remarks, diagnostics);
        let mut report = Self::default();
        let mut owner = State::Typed;
        for item in items {
            let state = generated.state(item);
            match item.kind {
                // The body or response that has it is counted as not generated.
                ItemKind::Content if owner == State::NotGenerated => continue,
                ItemKind::Content => {}
                _ => owner = state,
            }
            report.counts.entry(item.kind).or_default().add(state);
            let reasons = reasons.of_item(item, state);
            if state != State::Typed || !reasons.is_empty() {
                report.add(item, state, reasons);
            }
        }
        report.exceptions.extend(reasons.without_item());
        report
    }

    /// Returns how many items of a kind there are in each state.
    #[must_use]
    pub fn counts(&self, kind: ItemKind) -> Counts {
        self.counts.get(&kind).copied().unwrap_or_default()
    }

    /// Returns every item that isn't fully typed, in the order of the documents.
    #[must_use]
    pub fn exceptions(&self) -> &[Exception] {
        &self.exceptions
    }

    /// Returns the number of items that weren't generated, except those that the standard ignores.
    #[must_use]
    pub fn missing(&self) -> usize {
        let exceptions = self.exceptions.iter();
        exceptions
            .filter(|exception| exception.state == State::NotGenerated)
            .filter(|exception| !exception.ignored_by_standard)
            .map(|exception| exception.uses)
            .sum()
    }

    /// Adds an exception, or counts one more use of an equal one.
    fn add(&mut self, item: &Item, state: State, reasons: Vec<Reason>) {
        let is_equal = |known: &&mut Exception| {
            known.kind == Some(item.kind)
                && known.at == item.at
                && known.state == state
                && item.at != item.used
        };
        let mut recent = self.exceptions.iter_mut().rev().take(MAX_COMPARED);
        if let Some(known) = recent.find(is_equal) {
            known.uses += 1;
            return;
        }
        self.exceptions.push(Exception {
            kind: Some(item.kind),
            name: item.name.clone(),
            state,
            at: item.at.clone(),
            uses: 1,
            ignored_by_standard: reasons::are_ignored_by_standard(&reasons),
            reasons,
        });
    }
}

/// The number of exceptions that a new one is compared with, so that many of them don't take
/// quadratic time.
const MAX_COMPARED: usize = 1_000;
