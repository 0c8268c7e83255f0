//! Somebody asked Paynet, and decides.

use crate::Invalid;
use crate::journal::error::{JournalError, JournalErrorKind};
use crate::journal::handle::Journal;
use crate::journal::record::cause::{Cause, Decision};
use crate::journal::record::entry::Entry;
use crate::journal::record::key::Key;
use crate::journal::store::Store;

impl<S: Store> Journal<S> {
    /// Records what somebody found out about an open entry: the way out where the resolver cannot
    /// find out more. Who it was and why goes into the history, as it is.
    ///
    /// Nothing proves a decision. If the call's own response is still recorded later, because the
    /// worker was only slow, the response replaces the decision.
    ///
    /// # Errors
    ///
    /// If nothing is open about the entry, there is none, or the database fails.
    pub async fn decide<K>(
        &self,
        key: K,
        decision: Decision,
        person: &str,
        why: &str,
    ) -> Result<Entry, JournalError>
    where
        K: TryInto<Key>,
        K::Error: Into<Invalid>,
    {
        let entry = self.given_up(key).await?;
        let decided = self
            .shared()
            .step(&entry, Cause::Decided(decision), why, |step| {
                step.person = Some(person);
            });
        let decided = decided.await?;
        decided.ok_or_else(|| JournalErrorKind::NotOpen(entry).into())
    }
}
