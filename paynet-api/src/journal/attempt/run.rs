//! From the claim to the outcome.

use std::time::Instant;

use super::claim::{Claimed, claim};
use super::conclude::{Ending, conclude};
use super::heartbeat::alive;
use super::held_back::{HeldBack, hold_back};
use super::options::Options;
use crate::Snapshot;
use crate::journal::error::{JournalError, JournalErrorKind};
use crate::journal::journaled::Journaled;
use crate::journal::limits;
use crate::journal::receipt::Receipt;
use crate::journal::record::cause::Cause;
use crate::journal::record::entry::Entry;
use crate::journal::record::key::Key;
use crate::journal::shared::Shared;
use crate::journal::store::{Store, StoreError};

/// Records a request, sends it, and records its outcome.
pub(super) async fn run<S: Store, R: Journaled>(
    shared: &Shared<S>,
    key: &Key,
    request: &R,
    options: &Options,
) -> Result<Receipt<R::Response>, JournalError> {
    let planned = match claim(shared, key, request, options).await? {
        Claimed::Planned(entry) => entry,
        Claimed::Earlier(entry) => return Ok(Receipt::earlier(entry)),
    };
    let sending = match prepare(shared, &planned, request, options).await {
        Ok(sending) => sending,
        Err(why) => return Err(hold_back(shared, planned, why).await.into()),
    };
    let result = alive(shared, &sending, request.send(&shared.paynet)).await;
    let ending = Ending::of(&result);
    let (entry, not_stored) = match conclude(shared, &sending, &ending).await {
        Ok(entry) => (entry, None),
        Err(error) => (sending, Some(error)),
    };
    match result {
        Ok(accepted) => Ok(Receipt::now(entry, accepted, not_stored)),
        Err(error) => {
            let failed = JournalError::from(JournalErrorKind::Call { entry, error });
            Err(failed.with_not_stored(not_stored))
        }
    }
}

/// Checks a planned request, takes the snapshot, and records that the request is sent from now on.
/// Nothing is sent unless this has been committed.
async fn prepare<S: Store, R: Journaled>(
    shared: &Shared<S>,
    planned: &Entry,
    request: &R,
    options: &Options,
) -> Result<Entry, HeldBack> {
    let proof = limit(shared, planned, options).await?;
    let snapshot = if options.snapshot {
        let snapshot = alive(shared, planned, shared.paynet.snapshot(request)).await;
        Some(stored(&snapshot.map_err(HeldBack::LookUp)?)?)
    } else {
        None
    };
    let lease_began = Instant::now();
    let sending = shared.step(planned, Cause::Sends, &proof, |step| {
        step.lease = Some(shared.policy.lease);
        step.snapshot = snapshot.as_deref();
        step.person = options.person.as_deref();
    });
    let sending = sending.await?.ok_or(HeldBack::TakenOver)?;
    // This process may have been stopped for a while, or the database may have been slow. What others
    // take for unknown may be resolved or decided by now, so it must not begin only then.
    if lease_began.elapsed() < shared.policy.lease {
        Ok(sending)
    } else {
        Err(HeldBack::TooLate)
    }
}

/// Checks that a planned request cannot exceed what was paid. Returns the line for the history.
async fn limit<S: Store>(
    shared: &Shared<S>,
    planned: &Entry,
    options: &Options,
) -> Result<String, HeldBack> {
    let entries = shared.of_transaction(&planned.xact_id).await?;
    if let Some(recorded) = limits::other_total(planned, &entries) {
        return Err(HeldBack::OtherTotal(recorded.clone()));
    }
    match (
        limits::check(planned, &entries),
        &options.although_it_could_exceed,
    ) {
        (Ok(()), _) => Ok("about to be sent".to_owned()),
        (Err(excess), Some(why)) => Ok(format!("about to be sent, although {excess}: {why}")),
        (Err(excess), None) => Err(HeldBack::CouldExceed(excess)),
    }
}

fn stored(snapshot: &Snapshot) -> Result<String, StoreError> {
    serde_json::to_string(snapshot).map_err(StoreError::new)
}
