//! What became of each part that the documents ask for: typed, kept as JSON, or not generated, and why.
//!
//! Every operation, parameter, body, response, each of several media types of the last two, callback and component schema is in
//! exactly one of the three counts: they are counted in the documents as they were given, and looked up in what was generated.

mod generated;
mod parts;
mod print;
mod reasons;

pub use parts::{Counts, Exception, Reason, State};

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostics;
use crate::ir::Api;
use crate::read::{Item, ItemKind};

use self::generated::Generated;
use self::reasons::Reasons;

/// What became of each part of the documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    counts: BTreeMap<ItemKind, Counts>,
    exceptions: Vec<Exception>,
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
            match item.kind {
                // What has it is counted as missing.
                ItemKind::Content if owner == State::NotGenerated => continue,
                ItemKind::Content => {}
                _ => owner = state,
            }
            report.counts.entry(item.kind).or_default().add(state);
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
    pub fn counts(&self, part: ItemKind) -> Counts {
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
            known.kind == Some(item.kind)
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
            kind: Some(item.kind),
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
