//! The journal in PostgreSQL: for several machines.

mod sql;

use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};

use super::error::StoreError;
use super::migrations::migrator;
use super::rows;
use super::sql::{failed, is_unique_violation, store_by_sql};
use super::write::{NewEntry, Page, Selection, Step};
use crate::journal::record::entry::Entry;
use crate::journal::record::event::Event;
use crate::journal::record::key::Key;
use crate::{Amount, Secret};

const MIGRATIONS: &[(&str, &str)] = &[(
    "reversals",
    include_str!("../migrations/postgres/0001_reversals.sql"),
)];

const CONNECTIONS: u32 = 10;
/// How long to wait for a connection.
const ACQUIRE: Duration = Duration::from_secs(10);

/// The journal in a database of PostgreSQL, 12 or later: its constraints decide across all machines.
///
/// A committed entry survives a crash as far as the server promises that: `synchronous_commit` is
/// left as it is. With `off`, a crash of the server itself may lose the last entries although their
/// requests were sent.
///
/// A worker that stands still in the middle of a write is disconnected by the server after ten seconds,
/// and its write undone, so that others need not wait for it.
///
/// # Examples
///
/// ```no_run
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use paynet_api::journal::Postgres;
///
/// let store = Postgres::connect("postgres://shop@db.internal/shop?sslmode=verify-full").await?;
/// store.migrate().await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Postgres {
    pool: PgPool,
}

impl Postgres {
    /// Connects to a database, by a URL such as `postgres://user:password@host/database`. The tables
    /// are in the first schema of the connection's `search_path`. `sslmode=verify-full` encrypts the
    /// connection and checks the server's name; by default it may be plain.
    ///
    /// # Errors
    ///
    /// If the URL is invalid, or no connection can be established.
    ///
    /// # Panics
    ///
    /// If not called within a Tokio runtime.
    pub async fn connect(url: impl Into<Secret>) -> Result<Self, StoreError> {
        let url = url.into();
        let options: PgConnectOptions = url.expose().parse().map_err(failed)?;
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(ACQUIRE);
        let pool = pool.connect_with(options).await.map_err(failed)?;
        Ok(Self { pool })
    }

    /// Creates the tables, or brings them up to date. Call it at every start, or at every
    /// deployment: what was applied is not applied again, and several machines may call it at once.
    ///
    /// # Errors
    ///
    /// If the database cannot be written, or was migrated by a later version of this crate.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        let migrator = migrator(MIGRATIONS);
        migrator.run(&self.pool).await.map_err(StoreError::new)
    }

    /// Closes all connections. Later calls fail.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

// A worker that stands still within a transaction keeps its locks, and the server may not notice for
// hours that a machine is gone: others would wait for it. It is set for the transaction alone, in the
// message that begins it, so that poolers between client and server need not know it.
store_by_sql!(
    Postgres,
    sql,
    "BEGIN; SET LOCAL idle_in_transaction_session_timeout = '10s'"
);
