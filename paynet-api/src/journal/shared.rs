//! What all clones of a journal share.

use std::time::Duration;

use super::record::cause::Cause;
use super::record::entry::Entry;
use super::record::key::Key;
use super::record::state::State;
use super::store::{NewEntry, Page, Selection, Step, Store, StoreError, Timed};
use super::trace;
use crate::{Paynet, XactId};

/// What all clones of a journal share.
pub(super) struct Shared<S> {
    pub(super) paynet: Paynet,
    pub(super) store: Timed<S>,
    pub(super) environment: String,
    pub(super) worker: String,
    pub(super) policy: Policy,
}

/// How a journal works.
#[derive(Clone, Copy, Debug)]
pub(super) struct Policy {
    /// How long a holder may be silent before it is taken for gone.
    pub(super) lease: Duration,
    /// Whether a snapshot is taken before a request is sent.
    pub(super) snapshot: bool,
    /// How long the resolver looks.
    pub(super) look_for: Duration,
}

impl<S: Store> Shared<S> {
    /// Plans a new entry. Returns it; `None` if its key or its transaction is taken.
    pub(super) async fn plan(&self, new: &NewEntry<'_>) -> Result<Option<Entry>, StoreError> {
        trace::begins(new.key, State::Planned);
        let planned = self.store.plan(new).await;
        trace::ends(new.key, State::Planned, &planned);
        planned
    }

    /// Returns the entry with a key.
    pub(super) async fn find(&self, key: &Key) -> Result<Option<Entry>, StoreError> {
        self.store.find(&self.environment, key).await
    }

    /// Returns all entries of a transaction.
    pub(super) async fn of_transaction(&self, xact_id: &XactId) -> Result<Vec<Entry>, StoreError> {
        self.all(Selection::Transaction(xact_id)).await
    }

    /// Returns all entries of a selection, as they are page by page.
    pub(super) async fn all(&self, selection: Selection<'_>) -> Result<Vec<Entry>, StoreError> {
        let mut all = Vec::new();
        let mut next = Some(Page::FIRST);
        while let Some(page) = next {
            let entries = self.store.list(&self.environment, selection, page).await?;
            next = page.next(&entries);
            all.extend(entries);
        }
        Ok(all)
    }

    /// Takes a step that follows from a cause, completed by the caller. Returns the entry as it is
    /// then; `None` if the cause cannot happen in its state, or the entry has changed meanwhile.
    pub(super) async fn step<'a>(
        &'a self,
        entry: &'a Entry,
        cause: Cause,
        proof: &'a str,
        complete: impl FnOnce(&mut Step<'a>) + Send,
    ) -> Result<Option<Entry>, StoreError> {
        let Some(to) = entry.state.after(cause) else {
            return Ok(None);
        };
        let mut step = Step::to(entry, to, &self.worker, proof);
        complete(&mut step);
        trace::begins(&entry.key, to);
        let taken = self.store.step(&step).await;
        trace::ends(&entry.key, to, &taken);
        taken
    }

    /// Gives up what another holder left behind, if its lease is over: nobody can have sent what is
    /// planned, and what was being sent is unknown. Returns the entry as it is then; `None` if the
    /// holder is alive, or the entry has changed meanwhile.
    pub(super) async fn give_up(&self, entry: &Entry) -> Result<Option<Entry>, StoreError> {
        if !entry.lease_over {
            return Ok(None);
        }
        self.abandon(entry, "its lease is over", |step| {
            step.only_if_lease_over = true
        })
        .await
    }

    /// Gives up what a holder that is gone left behind.
    pub(super) async fn abandon(
        &self,
        entry: &Entry,
        why: &str,
        complete: impl FnOnce(&mut Step<'_>) + Send,
    ) -> Result<Option<Entry>, StoreError> {
        let planned = entry.state.after(Cause::HeldBack).is_some();
        let (cause, proof) = match planned {
            true => (
                Cause::HeldBack,
                format!("abandoned before it was sent: {why}"),
            ),
            false => (
                Cause::HolderGone,
                format!("nobody knows what became of it: {why}"),
            ),
        };
        self.step(entry, cause, &proof, |step| complete(step)).await
    }
}
