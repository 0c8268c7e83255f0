//! Renews the lease while something else is awaited.

use std::convert::Infallible;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use tokio::time::sleep;

use crate::journal::record::entry::Entry;
use crate::journal::shared::Shared;
use crate::journal::store::Store;
use crate::journal::trace;

/// Awaits something, and meanwhile renews the lease of an entry, in the same task: if that hangs, so
/// does the lease.
pub(super) async fn alive<S: Store, F: Future>(
    shared: &Shared<S>,
    entry: &Entry,
    work: F,
) -> F::Output {
    let mut work = pin!(work);
    let mut beats = pin!(beat(shared, entry));
    poll_fn(|context| {
        let result = work.as_mut().poll(context);
        if result.is_pending() {
            let never: Poll<Infallible> = beats.as_mut().poll(context);
            debug_assert!(never.is_pending());
        }
        result
    })
    .await
}

/// Three in a lease, so that one may fail.
async fn beat<S: Store>(shared: &Shared<S>, entry: &Entry) -> Infallible {
    let pause = (shared.policy.lease / 3).max(SHORTEST_PAUSE);
    loop {
        sleep(pause).await;
        // A lease that cannot be renewed is no reason to give up a call that is under way: at worst
        // the entry is taken for unknown, and the call's outcome is recorded all the same.
        if let Err(error) = shared.store.renew(entry, shared.policy.lease).await {
            trace::not_renewed(&entry.key, &error);
        }
    }
}

const SHORTEST_PAUSE: Duration = Duration::from_millis(50);
