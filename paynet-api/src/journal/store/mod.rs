//! What the journal needs of a database: [`Store`]. Implement it to keep the journal in tables of
//! your own.
//!
//! | store | feature | for |
//! | --- | --- | --- |
//! | [`Sqlite`] | `journal` | processes of one machine; nothing to install |
//! | `Postgres` | `journal-postgres` | several machines |
//!
//! All that a store decides is whether a row may be written: which state follows which, what counts
//! and what is sent is decided by the journal, with the store's rows as they were read.

mod error;
mod migrations;
#[cfg(feature = "journal-postgres")]
mod postgres;
mod rows;
mod sql;
mod sqlite;
mod timed;
mod write;

pub use error::StoreError;
#[cfg(feature = "journal-postgres")]
#[cfg_attr(docsrs, doc(cfg(feature = "journal-postgres")))]
pub use postgres::Postgres;
pub use sqlite::Sqlite;
pub(in crate::journal) use timed::Timed;
pub use write::{NewEntry, Page, Selection, Step};

use std::future::Future;

use super::record::entry::Entry;
use super::record::event::Event;
use super::record::key::Key;

/// A database that keeps the journal.
///
/// # Contract
///
/// - What [`plan`](Self::plan) and [`step`](Self::step) return as written is **committed**: it
///   survives a crash of the process, and of the machine as far as the database promises that. The
///   journal sends nothing before.
/// - An entry and its line of history are written in one transaction, both or none.
/// - Two constraints of the database decide, across all processes, and not a look before writing:
///   one entry per environment and key; and one per environment and transaction whose state
///   [is under way](super::State::is_under_way).
/// - The lease is set and compared by the store's clock alone, so that machines whose clocks differ
///   agree.
/// - History is never changed nor removed.
/// - A method that was dropped midway has written all or nothing.
///
/// A store never retries by itself, and never waits without end.
pub trait Store: Send + Sync {
    /// Writes a new entry as [`State::Planned`](super::State::Planned), with revision and attempt 1,
    /// and the first line of its history. Returns it; or `None`, with nothing written, if there is an
    /// entry with this key, or one of this transaction is under way.
    fn plan(
        &self,
        new: &NewEntry<'_>,
    ) -> impl Future<Output = Result<Option<Entry>, StoreError>> + Send;

    /// Changes an entry as the step says, increases its revision by 1, and adds a line to its history.
    /// Returns the entry as it is then; or `None`, with nothing written, if
    ///
    /// - it has another revision than [`Step::entry`],
    /// - [`Step::only_if_lease_over`] is set, and the lease is not over at this moment, or
    /// - it would be under way, and another entry of its transaction is.
    fn step(
        &self,
        step: &Step<'_>,
    ) -> impl Future<Output = Result<Option<Entry>, StoreError>> + Send;

    /// Sets the end of the lease to [`Step::lease`] from now on, if the entry is under way, and in this
    /// attempt. Returns whether it did. It is no change of the entry: revision and history stay.
    fn renew(
        &self,
        entry: &Entry,
        lease: std::time::Duration,
    ) -> impl Future<Output = Result<bool, StoreError>> + Send;

    /// Returns the entry with a key.
    fn find(
        &self,
        environment: &str,
        key: &Key,
    ) -> impl Future<Output = Result<Option<Entry>, StoreError>> + Send;

    /// Returns entries of an environment, in the order of their numbers.
    fn list(
        &self,
        environment: &str,
        selection: Selection<'_>,
        page: Page,
    ) -> impl Future<Output = Result<Vec<Entry>, StoreError>> + Send;

    /// Returns the history of an entry, in the order of its revisions.
    fn history(&self, entry: &Entry)
    -> impl Future<Output = Result<Vec<Event>, StoreError>> + Send;
}
