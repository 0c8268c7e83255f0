//! What the journal knows of each refund of the file, before anything is sent.

use std::path::Path;

use paynet_api::RefundAmount;
use paynet_api::journal::{Entry, Journal, JournalError, Operation, State, Store};

use crate::exit::Failure;
use crate::file::{Row, wrong_file};
use crate::language::{Language, text};
use crate::{print, words};

/// What is known of a refund of the file.
#[derive(Debug)]
pub(super) enum Known {
    /// The journal does not have it.
    New,
    /// It is proven that it was not sent. It is sent now: that cannot refund twice, and whoever runs
    /// a file again wants what is missing.
    NotSent,
    /// It is recorded, and not sent again.
    Recorded(Entry),
    /// The key names another refund.
    Conflict(Entry),
}

impl Known {
    /// Returns whether the refund is to be sent.
    pub(super) const fn is_to_be_sent(&self) -> bool {
        matches!(self, Self::New | Self::NotSent)
    }
}

/// Looks all refunds up.
pub(super) async fn plan<S: Store>(
    journal: &Journal<S>,
    rows: &[Row],
) -> Result<Vec<Known>, JournalError> {
    let mut plan = Vec::with_capacity(rows.len());
    for row in rows {
        let entry = journal.entry(&row.key).await?;
        plan.push(entry.map_or(Known::New, |entry| known(row, entry)));
    }
    Ok(plan)
}

fn known(row: &Row, entry: Entry) -> Known {
    let amount = entry
        .amount
        .map_or(RefundAmount::Full, RefundAmount::Partial);
    let is_same = entry.operation == Operation::Refund
        && (&entry.xact_id, amount) == (&row.transaction, row.amount);
    match entry.state {
        _ if !is_same => Known::Conflict(entry),
        State::NotSent => Known::NotSent,
        // Its holder is gone, and cannot have sent it.
        State::Planned if entry.lease_over => Known::NotSent,
        _ => Known::Recorded(entry),
    }
}

/// Refuses a file with a key that names another refund in the journal.
pub(super) fn refuse_conflicts(
    file: &Path,
    rows: &[Row],
    plan: &[Known],
    language: Language,
) -> Result<(), Failure> {
    let file = file.display().to_string();
    let mut count = 0;
    for (row, known) in rows.iter().zip(plan) {
        let Known::Conflict(entry) = known else {
            continue;
        };
        count += 1;
        let (line, column) = (row.line, row.key_column());
        let entry = words::entry(entry, language);
        print::aside(&text!(
            language,
            "{file}:{line}:{column}: the key names another refund in the journal, {entry}: give this one its own",
            "{file}:{line}:{column}: anahtar kayıt defterinde başka bir iadenin, {entry}: buna kendi anahtarını verin",
        ));
    }
    match count {
        0 => Ok(()),
        count => Err(wrong_file(&file, count, language)),
    }
}

/// Returns the places of the refunds that are to be sent.
pub(super) fn places(plan: &[Known]) -> impl Iterator<Item = usize> {
    let sent = plan
        .iter()
        .enumerate()
        .filter(|(_, known)| known.is_to_be_sent());
    sent.map(|(place, _)| place)
}
