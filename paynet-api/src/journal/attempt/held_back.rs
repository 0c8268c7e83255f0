//! A planned request that is not sent after all.

use crate::Error;
use crate::Outcome;
use crate::journal::error::JournalErrorKind;
use crate::journal::limits::Excess;
use crate::journal::record::cause::Cause;
use crate::journal::record::entry::Entry;
use crate::journal::record::state::State;
use crate::journal::shared::Shared;
use crate::journal::store::{Store, StoreError};

/// Why a planned request is not sent.
pub(super) enum HeldBack {
    /// This entry of the transaction has another total.
    OtherTotal(Entry),
    /// It could exceed what was paid.
    CouldExceed(Excess),
    /// The transaction could not be looked up.
    LookUp(Error),
    /// The database could not be read or written.
    Store(StoreError),
    /// Its lease was over, and somebody else took a step.
    TakenOver,
    /// Its lease was over before the request was sent.
    TooLate,
}

impl From<StoreError> for HeldBack {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl HeldBack {
    /// Returns the line for the history.
    fn proof(&self) -> String {
        match self {
            Self::OtherTotal(recorded) => {
                format!("not sent: another total is recorded by {}", recorded.key)
            }
            Self::CouldExceed(excess) => format!("not sent: {excess}"),
            Self::LookUp(error) => {
                let kind = error.kind();
                format!("not sent: the transaction could not be looked up ({kind:?})")
            }
            Self::Store(_) => "not sent: the database failed before".to_owned(),
            Self::TakenOver | Self::TooLate => "not sent: its lease was over before".to_owned(),
        }
    }

    /// Returns the error.
    fn into_kind(self, entry: Entry) -> JournalErrorKind {
        match (self, entry.total) {
            (Self::OtherTotal(recorded), Some(given)) => {
                JournalErrorKind::OtherTotal { recorded, given }
            }
            (Self::OtherTotal(recorded), None) => JournalErrorKind::Conflict(recorded),
            (Self::CouldExceed(excess), _) => JournalErrorKind::CouldExceed { entry, excess },
            (Self::LookUp(error), _) => JournalErrorKind::LookUp { entry, error },
            (Self::Store(error), _) => JournalErrorKind::Store(error),
            (Self::TakenOver | Self::TooLate, _) if entry.state.is_under_way() => {
                JournalErrorKind::Busy(entry)
            }
            (Self::TakenOver | Self::TooLate, _) => JournalErrorKind::Recorded(entry),
        }
    }
}

/// Records that a planned request is not sent, as far as the database can be written: otherwise the
/// lease runs out. Returns the error for the caller.
pub(super) async fn hold_back<S: Store>(
    shared: &Shared<S>,
    planned: Entry,
    why: HeldBack,
) -> JournalErrorKind {
    let recorded = match &why {
        HeldBack::TakenOver => shared.find(&planned.key).await,
        why => not_sent(shared, &planned, &why.proof()).await,
    };
    why.into_kind(recorded.ok().flatten().unwrap_or(planned))
}

/// Records that nothing was sent in this attempt. The step before may have failed after the database
/// committed it, so the entry is read first.
async fn not_sent<S: Store>(
    shared: &Shared<S>,
    planned: &Entry,
    proof: &str,
) -> Result<Option<Entry>, StoreError> {
    let current = shared.find(&planned.key).await?;
    let Some(current) = current.filter(|current| current.attempt == planned.attempt) else {
        return Ok(None);
    };
    let cause = match current.state {
        State::Planned => Cause::HeldBack,
        _ => Cause::Ended(Outcome::NotSent),
    };
    shared.step(&current, cause, proof, |_| ()).await
}
