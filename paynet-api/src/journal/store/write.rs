//! What a store is asked to write and to list.

use std::time::Duration;

use crate::journal::record::entry::Entry;
use crate::journal::record::key::Key;
use crate::journal::record::operation::Operation;
use crate::journal::record::request::StoredRequest;
use crate::journal::record::state::State;
use crate::{Amount, XactId};

/// A new entry. Its fields are those of [`Entry`] and [`Event`](crate::journal::Event).
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct NewEntry<'a> {
    /// The system that the request is for.
    pub environment: &'a str,
    /// The caller's own key.
    pub key: &'a Key,
    /// What is requested.
    pub operation: Operation,
    /// Of which transaction.
    pub xact_id: &'a XactId,
    /// The part that is reversed; `None` is the whole transaction.
    pub amount: Option<Amount>,
    /// The amount of the sale, if the caller said so.
    pub total: Option<Amount>,
    /// The request.
    pub request: &'a StoredRequest,
    /// How long the lease of the new entry is.
    pub lease: Duration,
    /// The worker, which holds the lease.
    pub worker: &'a str,
    /// Who asked for it, if the caller said so.
    pub person: Option<&'a str>,
    /// Why, in words, for the history.
    pub proof: &'a str,
}

/// A change of an entry. What is `None` stays as it is, except for the lease.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Step<'a> {
    /// The entry as it was when the step was decided.
    pub entry: &'a Entry,
    /// The state that follows; it may be the same.
    pub to: State,
    /// Whether the step is taken only if the entry's lease is over.
    pub only_if_lease_over: bool,
    /// The lease from now on. `None`: there is none, because nothing is under way.
    pub lease: Option<Duration>,
    /// Whether a new attempt begins: the attempt is increased by 1, and [`worker`](Self::worker)
    /// becomes the entry's.
    pub new_attempt: bool,
    /// The amount of the sale, if the caller of a new attempt said so.
    pub total: Option<Amount>,
    /// The snapshot.
    pub snapshot: Option<&'a str>,
    /// Paynet's result code.
    pub code: Option<i64>,
    /// The worker that takes the step, for the history.
    pub worker: &'a str,
    /// Who asked for it, if the caller said so.
    pub person: Option<&'a str>,
    /// What proves it, or why, in words, for the history.
    pub proof: &'a str,
}

impl<'a> Step<'a> {
    /// Creates a step to a state, which changes nothing else and ends the lease.
    pub(in crate::journal) const fn to(
        entry: &'a Entry,
        to: State,
        worker: &'a str,
        proof: &'a str,
    ) -> Self {
        Self {
            entry,
            to,
            only_if_lease_over: false,
            lease: None,
            new_attempt: false,
            total: None,
            snapshot: None,
            code: None,
            worker,
            person: None,
            proof,
        }
    }
}

/// Which entries are listed.
#[derive(Clone, Copy, Debug)]
pub enum Selection<'a> {
    /// Those of a transaction.
    Transaction(&'a XactId),
    /// Those in one of these states.
    States(&'a [State]),
}

/// Which part of a list is returned.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// Entries with a greater number than this.
    pub after: i64,
    /// At most so many.
    pub limit: u32,
}

impl Page {
    /// The first page, of 500 entries.
    pub const FIRST: Self = Self {
        after: 0,
        limit: 500,
    };

    /// Returns the page after these entries; `None` if they were the last.
    #[must_use]
    pub fn next(self, entries: &[Entry]) -> Option<Self> {
        let is_full = u32::try_from(entries.len()).is_ok_and(|count| count >= self.limit);
        let last = entries.last().filter(|_| is_full)?;
        Some(Self {
            after: last.number,
            ..self
        })
    }
}
