//! How many runs there were, and what they left behind.

use std::collections::BTreeMap;
use std::fmt;

use paynet_api::journal::State;

use super::run::{Left, Plan};

/// The counts of some runs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counts {
    kinds: BTreeMap<&'static str, Cells>,
    states: BTreeMap<State, usize>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Cells {
    runs: usize,
    killed: usize,
    entries: usize,
    again: usize,
    requests: usize,
    moved: usize,
}

impl Counts {
    /// Counts one run.
    pub(crate) fn add(&mut self, plan: &Plan, left: &Left) {
        let cells = self.kinds.entry(plan.name).or_default();
        cells.runs += 1;
        cells.killed += left.killed;
        cells.entries += left.record.len();
        cells.again += left.record.iter().filter(|it| it.entry.attempt > 1).count();
        cells.requests += left.ledger.requests().len();
        cells.moved += left.ledger.movements().len();
        for recorded in &left.record {
            *self.states.entry(recorded.entry.state).or_default() += 1;
        }
    }

    /// Returns how many workers were killed.
    pub(crate) fn killed(&self) -> usize {
        self.kinds.values().map(|it| it.killed).sum()
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<34} {:>6} {:>7} {:>8} {:>14} {:>9} {:>10}",
            "killed at", "runs", "killed", "entries", "planned again", "requests", "movements"
        )?;
        for (name, it) in &self.kinds {
            writeln!(
                f,
                "{name:<34} {:>6} {:>7} {:>8} {:>14} {:>9} {:>10}",
                it.runs, it.killed, it.entries, it.again, it.requests, it.moved
            )?;
        }
        let states = self.states.iter();
        let states: Vec<String> = states
            .map(|(state, count)| format!("{count} {state}"))
            .collect();
        writeln!(
            f,
            "{} workers were killed; entries: {}",
            self.killed(),
            states.join(", ")
        )
    }
}
