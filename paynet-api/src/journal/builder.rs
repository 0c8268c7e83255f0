//! Builds a journal.

use std::fmt;
use std::hash::{BuildHasher as _, RandomState};
use std::process;
use std::time::Duration;

use super::environment::environment;
use super::shared::{Policy, Shared};
use super::store::Timed;
use crate::Paynet;

/// Builds a [journal](super::Journal).
#[must_use]
pub struct JournalBuilder<S> {
    paynet: Paynet,
    store: S,
    worker: Option<String>,
    store_timeout: Duration,
    policy: Policy,
}

impl<S> JournalBuilder<S> {
    pub(super) const fn new(paynet: Paynet, store: S) -> Self {
        let policy = Policy {
            lease: Duration::from_secs(60),
            snapshot: true,
            look_for: Duration::from_secs(60),
        };
        Self {
            paynet,
            store,
            worker: None,
            store_timeout: Duration::from_secs(30),
            policy,
        }
    }

    /// Names this worker, for the history, and so that [`recover`](super::Journal::recover) knows what
    /// an earlier process of the same name left behind. No other process that runs may have the name.
    /// It is stored and printed as it is. By default it is random.
    pub fn worker(mut self, name: impl Into<String>) -> Self {
        self.worker = Some(name.into()).filter(|name| !name.is_empty());
        self
    }

    /// Sets how long a worker may be silent before others take it for gone; 60 seconds by default. It
    /// is renewed while a call is under way, so it may be shorter than a call. A worker that is only
    /// slow is no danger: its entry is taken for unknown, and nothing is sent again. A worker that
    /// cannot begin a call within its lease does not make it.
    pub const fn lease(mut self, lease: Duration) -> Self {
        self.policy.lease = lease;
        self
    }

    /// Takes no snapshots before requests are sent. A partial refund whose outcome is unknown can then
    /// hardly be resolved.
    pub const fn without_snapshots(mut self) -> Self {
        self.policy.snapshot = false;
        self
    }

    /// Sets how long [`resolve`](super::Journal::resolve) looks at one entry; 60 seconds by default.
    pub const fn look_for(mut self, time: Duration) -> Self {
        self.policy.look_for = time;
        self
    }

    /// Sets how long the database may take for one statement or transaction; 30 seconds by default.
    /// What takes longer has failed: nothing is sent then, or the caller gets the outcome and
    /// [learns](super::Receipt::not_stored) that it could not be stored.
    pub const fn store_timeout(mut self, time: Duration) -> Self {
        self.store_timeout = time;
        self
    }
}

impl<S> JournalBuilder<S> {
    /// Returns what all clones of the journal share.
    pub(super) fn into_shared(self) -> Shared<S> {
        Shared {
            environment: environment(&self.paynet),
            worker: self.worker.unwrap_or_else(random_name),
            paynet: self.paynet,
            store: Timed {
                store: self.store,
                limit: self.store_timeout,
            },
            policy: self.policy,
        }
    }
}

/// Returns a name that no other process has. Its randomness is that of the standard library's hash
/// maps.
fn random_name() -> String {
    let random = RandomState::new().hash_one(process::id());
    format!("worker-{random:016x}")
}

impl<S> fmt::Debug for JournalBuilder<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JournalBuilder")
            .field("worker", &self.worker)
            .field("policy", &self.policy)
            .finish_non_exhaustive()
    }
}
