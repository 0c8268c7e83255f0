//! Whether what was found may be the reversal of another entry: Paynet's rows carry no reference of
//! the caller's, but the journal knows what else it sent.

use crate::journal::record::entry::Entry;
use crate::journal::record::key::Key;
use crate::{Evidence, Finding, Resolution};

/// What was found about an entry, with the journal's own knowledge.
pub(super) struct Attributed {
    pub(super) finding: Finding,
    /// Entries whose reversals may be the ones that were found.
    pub(super) may_be: Vec<Key>,
}

impl Attributed {
    /// Attributes what was found about an entry. If there are no more new reversals than entries of
    /// the transaction that went on since this one was planned, it says nothing about this one.
    pub(super) fn of(entry: &Entry, of_transaction: &[Entry], resolution: &Resolution) -> Self {
        // While this one was under way no other was.
        let since = |other: &&Entry| other.changed_at > entry.created_at;
        let others = of_transaction.iter().filter(since);
        let others = others.filter(|it| it.number != entry.number && it.state.counts());
        let may_be: Vec<Key> = others.map(|other| other.key.clone()).collect();
        match resolution.finding() {
            Finding::OneMore if new_rows(resolution) <= may_be.len() => Self {
                finding: Finding::StillUnknown,
                may_be,
            },
            finding => Self {
                finding,
                may_be: Vec::new(),
            },
        }
    }
}

/// Returns how many reversals are new. Where `detail` alone shows one, there is one at least.
fn new_rows(resolution: &Resolution) -> usize {
    let rows = resolution.evidence().iter().find_map(|it| match it {
        Evidence::Listed {
            before: Some(before),
            now,
            ..
        } => now.checked_sub(*before),
        _ => None,
    });
    rows.unwrap_or(1).max(1)
}
