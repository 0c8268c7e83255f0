//! How many runs there were, by operation, by fault, and by outcome.

use std::collections::BTreeMap;
use std::fmt;

use paynet_api::Outcome;

use crate::verdict::{Case, Verdict};

/// The counts of some runs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counts(BTreeMap<Row, Cells>);

/// What a row is about: a table, and a name in it.
type Row = (&'static str, String);

/// What is counted of it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cells {
    pub(crate) runs: u64,
    pub(crate) applied: u64,
    pub(crate) accepted: u64,
    pub(crate) refused: u64,
    pub(crate) not_sent: u64,
    pub(crate) unknown: u64,
    /// The unknown ones that were carried out.
    pub(crate) carried_out: u64,
    pub(crate) forged: u64,
}

const OPERATIONS: &str = "operation";
const FAULTS: &str = "fault";
const ALL: &str = "all";

impl Counts {
    /// Counts one run.
    pub(crate) fn add(
        &mut self,
        case: &Case,
        outcome: Outcome,
        run: &crate::worker::Run,
        verdict: Verdict,
    ) {
        let fault = format!("{:?}, {}, {}", case.link, case.plan.side, case.plan.fault);
        let names = [
            (OPERATIONS, format!("{:?}", case.operation)),
            (FAULTS, fault),
            (ALL, "all".to_owned()),
        ];
        let one = Cells {
            runs: 1,
            applied: u64::from(run.seen.applied > 0),
            accepted: u64::from(outcome == Outcome::Accepted),
            refused: u64::from(outcome == Outcome::Refused),
            not_sent: u64::from(outcome == Outcome::NotSent),
            unknown: u64::from(outcome == Outcome::Unknown),
            carried_out: u64::from(outcome == Outcome::Unknown && run.truth.accepted > 0),
            forged: u64::from(verdict == Verdict::Forged),
        };
        for name in names {
            self.0.entry(name).or_default().add(one);
        }
    }

    /// Adds other counts.
    pub(crate) fn join(&mut self, others: Self) {
        for (row, cells) in others.0 {
            self.0.entry(row).or_default().add(cells);
        }
    }

    /// Returns the sum.
    pub(crate) fn all(&self) -> Cells {
        let row = (ALL, "all".to_owned());
        self.0.get(&row).copied().unwrap_or_default()
    }
}

impl Cells {
    fn add(&mut self, other: Self) {
        self.runs += other.runs;
        self.applied += other.applied;
        self.accepted += other.accepted;
        self.refused += other.refused;
        self.not_sent += other.not_sent;
        self.unknown += other.unknown;
        self.carried_out += other.carried_out;
        self.forged += other.forged;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for table in [OPERATIONS, FAULTS, ALL] {
            writeln!(
                f,
                "\n{table:<34} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8} {:>9} {:>7}",
                "runs",
                "applied",
                "accepted",
                "refused",
                "not sent",
                "unknown",
                "(carried)",
                "forged"
            )?;
            let rows = self.0.iter().filter(|((of, _), _)| *of == table);
            for ((_, name), it) in rows {
                writeln!(
                    f,
                    "{name:<34} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8} {:>9} {:>7}",
                    it.runs,
                    it.applied,
                    it.accepted,
                    it.refused,
                    it.not_sent,
                    it.unknown,
                    it.carried_out,
                    it.forged
                )?;
            }
        }
        Ok(())
    }
}
