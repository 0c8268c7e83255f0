//! Takes the key and the transaction: the database decides who gets them.

use super::options::Options;
use crate::XactId;
use crate::journal::error::{JournalError, JournalErrorKind};
use crate::journal::journaled::Journaled;
use crate::journal::record::cause::Cause;
use crate::journal::record::entry::Entry;
use crate::journal::record::key::Key;
use crate::journal::record::request::StoredRequest;
use crate::journal::record::state::State;
use crate::journal::shared::Shared;
use crate::journal::store::{NewEntry, Store, StoreError};

/// What becomes of a request under its key.
pub(super) enum Claimed {
    /// It is planned, and this attempt holds the lease.
    Planned(Entry),
    /// Paynet accepted it earlier.
    Earlier(Entry),
}

/// How often the claim is tried if others change the entry meanwhile. Each time somebody else made
/// progress.
const TRIES: usize = 16;

/// Claims a key and a transaction for a request.
pub(super) async fn claim<S: Store, R: Journaled>(
    shared: &Shared<S>,
    key: &Key,
    request: &R,
    options: &Options,
) -> Result<Claimed, JournalError> {
    let stored = StoredRequest::of(request, options.store_notify_address);
    let new = NewEntry {
        environment: &shared.environment,
        key,
        operation: R::OPERATION,
        xact_id: request.transaction(),
        amount: request.part(),
        total: options.total,
        request: &stored,
        lease: shared.policy.lease,
        worker: &shared.worker,
        person: options.person.as_deref(),
        proof: "planned",
    };
    for _ in 0..TRIES {
        if let Some(planned) = shared.plan(&new).await? {
            return Ok(Claimed::Planned(planned));
        }
        if let Some(recorded) = shared.find(key).await? {
            let is_same =
                recorded.operation == R::OPERATION && stored.is_same_as(&recorded.request);
            if !is_same {
                return Err(JournalErrorKind::Conflict(recorded).into());
            }
            if let Some(claimed) = reclaim(shared, recorded, options).await? {
                return Ok(claimed);
            }
        }
        make_way(shared, key, request.transaction()).await?;
    }
    Err(StoreError::new("other workers changed the entry each time it was read").into())
}

/// Claims a key that names this request already. Returns `None` if it is to be tried again.
async fn reclaim<S: Store>(
    shared: &Shared<S>,
    recorded: Entry,
    options: &Options,
) -> Result<Option<Claimed>, JournalError> {
    let is_over = recorded.lease_over;
    match recorded.state {
        State::Accepted => Ok(Some(Claimed::Earlier(recorded))),
        State::NotSent if options.plans_again() => plan_again(shared, &recorded, options).await,
        // Nobody can have sent it: sending is a step of the holder's own.
        State::Planned if is_over => plan_again(shared, &recorded, options).await,
        State::Planned | State::Sending if !is_over => Err(JournalErrorKind::Busy(recorded).into()),
        State::Sending => match shared.give_up(&recorded).await? {
            Some(unknown) => Err(JournalErrorKind::Recorded(unknown).into()),
            None => Ok(None),
        },
        _ => Err(JournalErrorKind::Recorded(recorded).into()),
    }
}

/// Begins a new attempt. Returns `None` if somebody else was faster.
async fn plan_again<S: Store>(
    shared: &Shared<S>,
    recorded: &Entry,
    options: &Options,
) -> Result<Option<Claimed>, JournalError> {
    let planned = shared.step(recorded, Cause::PlannedAgain, "planned again", |step| {
        step.new_attempt = true;
        step.lease = Some(shared.policy.lease);
        step.only_if_lease_over = recorded.state.is_under_way();
        step.total = options.total;
        step.person = options.person.as_deref();
    });
    Ok(planned.await?.map(Claimed::Planned))
}

/// Gives up what is under way for the transaction, if its holder is gone.
async fn make_way<S: Store>(
    shared: &Shared<S>,
    key: &Key,
    xact_id: &XactId,
) -> Result<(), JournalError> {
    let entries = shared.of_transaction(xact_id).await?;
    let others = entries.into_iter().filter(|entry| entry.key != *key);
    for entry in others.filter(|entry| entry.state.is_under_way()) {
        if !entry.lease_over {
            return Err(JournalErrorKind::Busy(entry).into());
        }
        shared.give_up(&entry).await?;
    }
    Ok(())
}
