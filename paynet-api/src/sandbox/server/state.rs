//! What the tasks of a sandbox share.

use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::runtime::Handle;
use tokio::sync::watch;

use super::tasks::Tasks;
use crate::sandbox::faults::Faults;
use crate::sandbox::ledger::Ledger;

/// What the tasks of a sandbox share.
#[derive(Debug)]
pub(crate) struct State {
    ledger: Mutex<Ledger>,
    faults: Mutex<Faults>,
    pub(super) tasks: Tasks,
    pub(super) http: reqwest::Client,
    /// How many notifications are under way.
    pub(super) posting: watch::Sender<usize>,
}

impl State {
    pub(super) fn new(ledger: Ledger, http: reqwest::Client) -> Self {
        Self {
            ledger: Mutex::new(ledger),
            faults: Mutex::default(),
            tasks: Tasks::new(Handle::current()),
            http,
            posting: watch::Sender::new(0),
        }
    }

    /// Locks the ledger. Nothing waits while it is locked.
    pub(crate) fn ledger(&self) -> MutexGuard<'_, Ledger> {
        self.ledger.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Locks the faults.
    pub(crate) fn faults(&self) -> MutexGuard<'_, Faults> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
