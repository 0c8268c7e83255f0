//! A sandbox, a store and journals of it.

use std::time::Duration;

use paynet_api::journal::{
    Entry, Event, Journal, JournalBuilder, JournalError, JournalErrorKind, Sqlite, State, Store,
};
use paynet_api::sandbox::{Payment, Sandbox};
use paynet_api::{Amount, Outcome, Refund, XactId};

use super::{At, Faulty, Folder, Memory};

/// A store that the tests can create.
pub(crate) trait TestStore: Store + Clone + 'static {
    /// What has to live as long as the store.
    type Place;

    /// Creates an empty store; `None` if that is not possible here.
    fn fresh() -> impl Future<Output = Option<(Self, Self::Place)>> + Send;
}

impl TestStore for Sqlite {
    type Place = Folder;

    async fn fresh() -> Option<(Self, Folder)> {
        let folder = Folder::new();
        let store = Self::open(folder.path().join("journal.db")).await.unwrap();
        store.migrate().await.unwrap();
        Some((store, folder))
    }
}

#[cfg(feature = "journal-postgres")]
impl TestStore for paynet_api::journal::Postgres {
    type Place = super::Schema;

    async fn fresh() -> Option<(Self, super::Schema)> {
        let schema = super::Schema::create().await?;
        Some((schema.store().await, schema))
    }
}

impl TestStore for Memory {
    type Place = ();

    async fn fresh() -> Option<(Self, ())> {
        Some((Self::default(), ()))
    }
}

/// A sandbox, a store and a journal.
pub(crate) struct Bench<S: TestStore> {
    pub(crate) sandbox: Sandbox,
    pub(crate) store: S,
    pub(crate) journal: Journal<S>,
    pub(crate) place: S::Place,
}

impl<S: TestStore> Bench<S> {
    pub(crate) async fn new() -> Option<Self> {
        let (store, place) = S::fresh().await?;
        let sandbox = Sandbox::start().await.unwrap();
        let journal = Journal::builder(sandbox.client().unwrap(), store.clone())
            .worker("worker-1")
            .look_for(Duration::from_millis(1500))
            .build();
        Some(Self {
            sandbox,
            store,
            journal,
            place,
        })
    }

    /// Returns a builder of another worker's journal.
    pub(crate) fn worker(&self, name: &str) -> JournalBuilder<S> {
        Journal::builder(self.sandbox.client().unwrap(), self.store.clone()).worker(name)
    }

    /// Returns another worker's journal whose lease is over at once, on a store that fails or waits.
    pub(crate) fn dying_worker(&self, name: &str) -> (Journal<Faulty<S>>, Faulty<S>) {
        let store = Faulty::with_leases_over(self.store.clone());
        let journal = Journal::builder(self.sandbox.client().unwrap(), store.clone());
        (journal.worker(name).build(), store)
    }

    /// Leaves an entry behind on its way to a state: its worker is gone, and its lease is over. On the
    /// way to [`State::Accepted`], the refund has been carried out.
    pub(crate) async fn left_behind(&self, key: &str, refund: &Refund, on_the_way_to: State) {
        let (journal, store) = self.dying_worker("gone");
        let gate = store.gate(At::Step(on_the_way_to));
        tokio::select! {
            result = journal.refund(key, refund).of_total(lira(15)).into_future() => panic!("{result:?}"),
            () = gate.arrived() => {}
        }
    }

    /// Adds a sale of 15.00 TL, of an earlier day.
    pub(crate) fn sale(&self) -> XactId {
        let days = Duration::from_secs(3 * 24 * 60 * 60);
        self.sandbox.add(Payment::sale(lira(15)).ago(days))
    }

    /// Returns the entry with a key.
    pub(crate) async fn entry(&self, key: &str) -> Entry {
        self.journal.entry(key).await.unwrap().unwrap()
    }

    /// Returns the states of an entry's history, from the first.
    pub(crate) async fn states(&self, key: &str) -> Vec<State> {
        let history = self.history(key).await;
        history.iter().map(|event| event.to).collect()
    }

    /// Returns the history of an entry, after checking that its lines follow each other.
    pub(crate) async fn history(&self, key: &str) -> Vec<Event> {
        let entry = self.entry(key).await;
        let history = self.journal.history(&entry).await.unwrap();
        let mut before = None;
        for (event, revision) in history.iter().zip(1..) {
            assert_eq!((event.revision, event.from), (revision, before));
            before = Some(event.to);
        }
        assert_eq!(before, Some(entry.state));
        assert_eq!(i64::try_from(history.len()).unwrap(), entry.revision);
        history
    }

    /// Asserts what the sandbox reversed of a transaction, in kuruş.
    pub(crate) fn assert_reversed(&self, sale: &XactId, kurus: i64) {
        assert_eq!(self.sandbox.ledger().reversed(sale), kurus);
    }
}

/// Creates an amount.
pub(crate) fn lira(amount: i64) -> Amount {
    Amount::from_kurus(amount * 100).unwrap()
}

/// Creates a partial refund.
pub(crate) fn part(sale: &XactId, amount: i64) -> Refund {
    Refund::partial(sale.clone(), lira(amount))
}

/// Returns the state of the entry that was recorded before.
pub(crate) fn recorded(error: &JournalError) -> (State, Outcome) {
    match error.kind() {
        JournalErrorKind::Recorded(entry) => (entry.state, error.outcome()),
        other => panic!("{other:?}"),
    }
}
