//! A store that fails or waits where a test says so.

use std::future::Future;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use paynet_api::journal::store::{NewEntry, Selection, Step};
use paynet_api::journal::{Entry, Event, Key, Page, State, Store, StoreError};
use tokio::sync::{Notify, watch};

/// A store that fails or waits where a test says so.
#[derive(Clone)]
pub(crate) struct Faulty<S> {
    store: S,
    /// Whether leases are over as soon as they begin, although their holders don't know it.
    leases_are_over: bool,
    troubles: Arc<Mutex<Vec<(At, Trouble)>>>,
    /// How often a lease should have been renewed.
    pub(crate) renewals: watch::Sender<u32>,
}

/// Where something goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum At {
    Plan,
    /// The step to this state.
    Step(State),
    Find,
    Renew,
}

/// What goes wrong.
#[derive(Clone)]
pub(crate) enum Trouble {
    /// Nothing is written.
    Fails,
    /// The database commits, and its answer is lost.
    AnswerIsLost,
    /// It waits before.
    Waits(Arc<Gate>),
}

/// Where something waits until the test goes on.
#[derive(Default)]
pub(crate) struct Gate {
    arrived: Notify,
    opened: Notify,
}

impl Gate {
    /// Waits until somebody waits.
    pub(crate) async fn arrived(&self) {
        self.arrived.notified().await;
    }

    /// Lets them go on.
    pub(crate) fn open(&self) {
        self.opened.notify_one();
    }
}

impl<S: Store> Faulty<S> {
    pub(crate) fn new(store: S) -> Self {
        Self {
            store,
            leases_are_over: false,
            troubles: Arc::default(),
            renewals: watch::Sender::new(0),
        }
    }

    /// Creates a store whose leases are over as soon as they begin, although their holders don't know
    /// it.
    pub(crate) fn with_leases_over(store: S) -> Self {
        Self {
            leases_are_over: true,
            ..Self::new(store)
        }
    }

    fn lease(&self, lease: Duration) -> Duration {
        if self.leases_are_over {
            Duration::ZERO
        } else {
            lease
        }
    }

    /// Lets something go wrong once, the first time that it is there.
    pub(crate) fn inject(&self, at: At, trouble: Trouble) {
        self.troubles.lock().unwrap().push((at, trouble));
    }

    /// Lets it wait once. Returns where it waits.
    pub(crate) fn gate(&self, at: At) -> Arc<Gate> {
        let gate = Arc::new(Gate::default());
        self.inject(at, Trouble::Waits(Arc::clone(&gate)));
        gate
    }

    fn take(&self, at: At) -> Option<Trouble> {
        let mut troubles = self.troubles.lock().unwrap();
        let index = troubles.iter().position(|(there, _)| *there == at)?;
        Some(troubles.remove(index).1)
    }

    async fn at<T>(
        &self,
        at: At,
        work: impl Future<Output = Result<T, StoreError>> + Send,
    ) -> Result<T, StoreError> {
        match self.take(at) {
            None => work.await,
            Some(Trouble::Fails) => Err(StoreError::new("invented: it fails")),
            Some(Trouble::AnswerIsLost) => {
                work.await?;
                Err(StoreError::new("invented: the answer is lost"))
            }
            Some(Trouble::Waits(gate)) => {
                gate.arrived.notify_one();
                gate.opened.notified().await;
                work.await
            }
        }
    }
}

impl<S: Store> Store for Faulty<S> {
    async fn plan(&self, new: &NewEntry<'_>) -> Result<Option<Entry>, StoreError> {
        let mut new = *new;
        new.lease = self.lease(new.lease);
        self.at(At::Plan, self.store.plan(&new)).await
    }

    async fn step(&self, step: &Step<'_>) -> Result<Option<Entry>, StoreError> {
        let mut step = *step;
        step.lease = step.lease.map(|lease| self.lease(lease));
        self.at(At::Step(step.to), self.store.step(&step)).await
    }

    async fn renew(&self, entry: &Entry, lease: Duration) -> Result<bool, StoreError> {
        self.renewals.send_modify(|count| *count += 1);
        let renewed = self.store.renew(entry, self.lease(lease));
        self.at(At::Renew, renewed).await
    }

    async fn find(&self, environment: &str, key: &Key) -> Result<Option<Entry>, StoreError> {
        self.at(At::Find, self.store.find(environment, key)).await
    }

    async fn list(
        &self,
        environment: &str,
        selection: Selection<'_>,
        page: Page,
    ) -> Result<Vec<Entry>, StoreError> {
        self.store.list(environment, selection, page).await
    }

    async fn history(&self, entry: &Entry) -> Result<Vec<Event>, StoreError> {
        self.store.history(entry).await
    }
}
