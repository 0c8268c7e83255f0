//! The journal: the handle that all workers of a process share.

use std::fmt;
use std::sync::Arc;

use super::attempt::Attempt;
use super::builder::JournalBuilder;
use super::error::{JournalError, JournalErrorKind};
use super::record::entry::Entry;
use super::record::event::Event;
use super::record::key::Key;
use super::record::state::State;
use super::shared::Shared;
use super::store::{Page, Selection, Store};
use crate::{CaptureCancellation, Invalid, Paynet, PreauthCancellation, Refund, XactId};

/// A durable record of each reversal. Cheap to clone: all clones share the same database. See the
/// [module](super).
pub struct Journal<S> {
    shared: Arc<Shared<S>>,
}

impl<S: Store + 'static> Journal<S> {
    /// Creates a journal of a client's reversals in a database.
    pub fn new(paynet: Paynet, store: S) -> Self {
        Self::builder(paynet, store).build()
    }

    /// Creates a builder.
    pub fn builder(paynet: Paynet, store: S) -> JournalBuilder<S> {
        JournalBuilder::new(paynet, store)
    }

    /// Requests a refund under a key of the caller's own: once, however often it is called.
    ///
    /// # Errors
    ///
    /// See [`JournalErrorKind`](super::JournalErrorKind).
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # #[cfg(feature = "sandbox")] {
    /// # use paynet_api::journal::{Journal, Sqlite};
    /// # use paynet_api::{Amount, Refund, sandbox::Sandbox};
    /// # let folder = std::env::temp_dir().join(format!("paynet-doc-refund-{}", std::process::id()));
    /// # std::fs::create_dir_all(&folder)?;
    /// # let store = Sqlite::open(folder.join("journal.db")).await?;
    /// # store.migrate().await?;
    /// # let sandbox = Sandbox::start().await?;
    /// # let sale = sandbox.sale(Amount::from_kurus(1500)?);
    /// # let journal = Journal::new(sandbox.client()?, store);
    /// let refund = Refund::full(sale);
    /// let receipt = journal.refund("order-1001", &refund).await?;
    /// assert!(receipt.response().is_some());
    ///
    /// // The same key and the same request: the record, and no second call.
    /// let again = journal.refund("order-1001", &refund).await?;
    /// assert!(again.response().is_none());
    /// # std::fs::remove_dir_all(&folder)?;
    /// # }
    /// # Ok(())
    /// # }
    /// ```
    pub fn refund<K>(&self, key: K, refund: &Refund) -> Attempt<S, Refund>
    where
        K: TryInto<Key>,
        K::Error: Into<Invalid>,
    {
        self.attempt(key, refund)
    }

    /// Requests the cancellation of a capture under a key of the caller's own: once, however often it
    /// is called.
    ///
    /// # Errors
    ///
    /// See [`JournalErrorKind`](super::JournalErrorKind).
    pub fn cancel_capture<K>(
        &self,
        key: K,
        cancellation: &CaptureCancellation,
    ) -> Attempt<S, CaptureCancellation>
    where
        K: TryInto<Key>,
        K::Error: Into<Invalid>,
    {
        self.attempt(key, cancellation)
    }

    /// Requests the cancellation of a pre-authorization under a key of the caller's own: once, however
    /// often it is called.
    ///
    /// # Errors
    ///
    /// See [`JournalErrorKind`](super::JournalErrorKind).
    pub fn cancel_preauth<K>(
        &self,
        key: K,
        cancellation: &PreauthCancellation,
    ) -> Attempt<S, PreauthCancellation>
    where
        K: TryInto<Key>,
        K::Error: Into<Invalid>,
    {
        self.attempt(key, cancellation)
    }

    fn attempt<K, R: Clone>(&self, key: K, request: &R) -> Attempt<S, R>
    where
        K: TryInto<Key>,
        K::Error: Into<Invalid>,
    {
        let key = key.try_into().map_err(Into::into);
        Attempt::new(Arc::clone(&self.shared), key, request.clone())
    }
}

impl<S: Store> Journal<S> {
    /// Returns the entry with a key, if there is one.
    ///
    /// # Errors
    ///
    /// If the key is invalid, or the database cannot be read.
    pub async fn entry<K>(&self, key: K) -> Result<Option<Entry>, JournalError>
    where
        K: TryInto<Key>,
        K::Error: Into<Invalid>,
    {
        let key = key.try_into().map_err(Into::into);
        let key = key.map_err(JournalErrorKind::InvalidKey)?;
        Ok(self.shared.find(&key).await?)
    }

    /// Returns the history of an entry, from its first line.
    ///
    /// # Errors
    ///
    /// If the database cannot be read.
    pub async fn history(&self, entry: &Entry) -> Result<Vec<Event>, JournalError> {
        Ok(self.shared.store.history(entry).await?)
    }

    /// Returns all entries of a transaction, in the order in which they were planned.
    ///
    /// # Errors
    ///
    /// If the database cannot be read.
    pub async fn of_transaction(&self, xact_id: &XactId) -> Result<Vec<Entry>, JournalError> {
        Ok(self.shared.of_transaction(xact_id).await?)
    }

    /// Returns entries in one of these states, in the order in which they were planned, page by page.
    ///
    /// # Errors
    ///
    /// If the database cannot be read.
    pub async fn in_states(
        &self,
        states: &[State],
        page: Page,
    ) -> Result<Vec<Entry>, JournalError> {
        let selection = Selection::States(states);
        let Shared {
            store, environment, ..
        } = &*self.shared;
        Ok(store.list(environment, selection, page).await?)
    }
}

impl<S> Journal<S> {
    /// Returns the name of the system that the client's reversals are for: `production`, `sandbox`,
    /// or the base URL of another.
    #[must_use]
    pub fn environment(&self) -> &str {
        &self.shared.environment
    }

    /// Returns the name of the worker.
    #[must_use]
    pub fn worker(&self) -> &str {
        &self.shared.worker
    }

    pub(super) fn shared(&self) -> &Shared<S> {
        &self.shared
    }
}

impl<S> JournalBuilder<S> {
    /// Builds the journal. Call [`recover`](Journal::recover) on it first.
    pub fn build(self) -> Journal<S> {
        Journal {
            shared: Arc::new(self.into_shared()),
        }
    }
}

impl<S> Clone for Journal<S> {
    fn clone(&self) -> Self {
        Self {
            shared: Arc::clone(&self.shared),
        }
    }
}

impl<S> fmt::Debug for Journal<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Journal")
            .field("environment", &self.shared.environment)
            .field("worker", &self.shared.worker)
            .field("policy", &self.shared.policy)
            .finish_non_exhaustive()
    }
}
