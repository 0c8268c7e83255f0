//! A store that does not wait without end.

use std::future::Future;
use std::time::Duration;

use tokio::time::timeout;

use super::Store;
use super::error::StoreError;
use super::write::{NewEntry, Page, Selection, Step};
use crate::journal::record::entry::Entry;
use crate::journal::record::event::Event;
use crate::journal::record::key::Key;

/// A store whose methods fail if they take too long: a connection whose other end is gone may say
/// nothing for many minutes.
pub(in crate::journal) struct Timed<S> {
    pub(in crate::journal) store: S,
    pub(in crate::journal) limit: Duration,
}

impl<S> Timed<S> {
    async fn in_time<T>(
        &self,
        work: impl Future<Output = Result<T, StoreError>> + Send,
    ) -> Result<T, StoreError> {
        let late = |_| StoreError::new("it did not answer in time");
        timeout(self.limit, work).await.map_err(late)?
    }
}

impl<S: Store> Store for Timed<S> {
    async fn plan(&self, new: &NewEntry<'_>) -> Result<Option<Entry>, StoreError> {
        self.in_time(self.store.plan(new)).await
    }

    async fn step(&self, step: &Step<'_>) -> Result<Option<Entry>, StoreError> {
        self.in_time(self.store.step(step)).await
    }

    async fn renew(&self, entry: &Entry, lease: Duration) -> Result<bool, StoreError> {
        self.in_time(self.store.renew(entry, lease)).await
    }

    async fn find(&self, environment: &str, key: &Key) -> Result<Option<Entry>, StoreError> {
        self.in_time(self.store.find(environment, key)).await
    }

    async fn list(
        &self,
        environment: &str,
        selection: Selection<'_>,
        page: Page,
    ) -> Result<Vec<Entry>, StoreError> {
        let listed = self.store.list(environment, selection, page);
        self.in_time(listed).await
    }

    async fn history(&self, entry: &Entry) -> Result<Vec<Event>, StoreError> {
        self.in_time(self.store.history(entry)).await
    }
}
