//! Records the outcome of a call.

use std::fmt::Write as _;

use crate::journal::record::cause::Cause;
use crate::journal::record::entry::Entry;
use crate::journal::shared::Shared;
use crate::journal::store::{Store, StoreError};
use crate::{Acceptance, Accepted, Error, Outcome};

/// How a call ended: what is recorded of it. The provider's message is not, because it may hold
/// anything.
pub(super) struct Ending {
    outcome: Outcome,
    code: Option<i64>,
    proof: String,
}

impl Ending {
    pub(super) fn of<R>(result: &Result<Accepted<R>, Error>) -> Self {
        match result {
            Ok(accepted) => Self {
                outcome: Outcome::Accepted,
                code: None,
                proof: accepted_by(accepted.acceptance(), accepted.raw().status()),
            },
            Err(error) => Self {
                outcome: error.outcome(),
                code: error.code(),
                proof: failed_with(error),
            },
        }
    }
}

fn accepted_by(acceptance: Acceptance, status: u16) -> String {
    match acceptance {
        Acceptance::New => format!("Paynet accepted it: status {status}"),
        Acceptance::Earlier => {
            format!("Paynet says that it had accepted it earlier: status {status}")
        }
    }
}

fn failed_with(error: &Error) -> String {
    let mut proof = format!("{}: {:?}", error.outcome(), error.kind());
    // Writing to a string does not fail.
    if let Some(status) = error.status() {
        let _ = write!(proof, ", status {status}");
    }
    if let Some(code) = error.code() {
        let _ = write!(proof, ", code {code}");
    }
    if let Some(label) = error.code_label() {
        let _ = write!(proof, " ({label})");
    }
    proof
}

/// How often the outcome is recorded if somebody else changes the entry meanwhile, or the database
/// fails once: the connection may have broken after the commit.
const TRIES: usize = 4;

/// Records the outcome of a call, also if its holder was taken for gone meanwhile. Returns the entry
/// as it is then.
pub(super) async fn conclude<S: Store>(
    shared: &Shared<S>,
    sending: &Entry,
    ending: &Ending,
) -> Result<Entry, StoreError> {
    let cause = Cause::Ended(ending.outcome);
    let mut current = sending.clone();
    let mut failed = None;
    for _ in 0..TRIES {
        if current.state.after(cause).is_none() || current.attempt != sending.attempt {
            // It was recorded, and only the database's answer was lost.
            return Ok(current);
        }
        let taken = shared.step(&current, cause, &ending.proof, |step| {
            step.code = ending.code
        });
        match taken.await {
            Ok(Some(entry)) => return Ok(entry),
            Ok(None) => {}
            Err(error) if failed.is_none() => failed = Some(error),
            Err(error) => return Err(error),
        }
        if let Some(found) = shared.find(&sending.key).await? {
            current = found;
        }
    }
    Err(failed.unwrap_or_else(|| StoreError::new("others changed the entry each time it was read")))
}
