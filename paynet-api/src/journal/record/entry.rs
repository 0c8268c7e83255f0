//! An entry: one reversal in the journal.

use std::fmt;
use std::time::SystemTime;

use super::key::Key;
use super::operation::Operation;
use super::request::StoredRequest;
use super::state::State;
use crate::{Amount, DateTime, XactId};

/// One reversal in the journal, as it was when it was read. `Display` prints it in one line.
///
/// Its fields are public because stores create entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The store's own number. Later entries have greater ones.
    pub number: i64,
    /// Counts the lines of its history, from 1. A step names the revision that it was decided on,
    /// and changes nothing if the entry has another one by then.
    pub revision: i64,
    /// The system that the request is for: `production`, `sandbox`, or the base URL of another.
    pub environment: String,
    /// The caller's own key, unique in the environment.
    pub key: Key,
    /// What is requested.
    pub operation: Operation,
    /// Of which transaction.
    pub xact_id: XactId,
    /// The part that is reversed; `None` is the whole transaction.
    pub amount: Option<Amount>,
    /// The amount of the sale, if the caller said so.
    pub total: Option<Amount>,
    /// The request.
    pub request: StoredRequest,
    /// What Paynet showed before the request was sent: a [`Snapshot`](crate::Snapshot) as JSON.
    pub snapshot: Option<String>,
    /// The state.
    pub state: State,
    /// Paynet's result code, if the call failed with one.
    pub code: Option<i64>,
    /// The name of the worker that holds or held the lease.
    pub worker: String,
    /// How often the request was planned, from 1. The lease belongs to one attempt.
    pub attempt: i64,
    /// Whether the lease is over, by the store's clock. Only an entry that is under way has one.
    pub lease_over: bool,
    /// When it was planned first, on the store's clock.
    pub created_at: SystemTime,
    /// When the last line of its history was written, on the store's clock.
    pub changed_at: SystemTime,
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} of ", self.key, self.operation)?;
        match self.amount {
            Some(amount) => write!(f, "{amount} TL of {}", self.xact_id)?,
            None => write!(f, "all of {}", self.xact_id)?,
        }
        write!(f, " in {}: {}", self.environment, self.state)?;
        if let Some(code) = self.code {
            write!(f, ", code {code}")?;
        }
        let (worker, attempt) = (&self.worker, self.attempt);
        let since = Instant(self.changed_at);
        write!(f, ", since {since} (attempt {attempt}, by {worker})")
    }
}

/// An instant in UTC, to the second.
pub(super) struct Instant(pub(super) SystemTime);

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.duration_since(SystemTime::UNIX_EPOCH);
        let seconds = i64::try_from(seconds.unwrap_or_default().as_secs());
        match DateTime::from_unix(seconds.unwrap_or(i64::MAX), 0) {
            Ok(instant) => f.write_str(instant.as_str()),
            Err(_) => f.write_str("an unknown time"),
        }
    }
}
