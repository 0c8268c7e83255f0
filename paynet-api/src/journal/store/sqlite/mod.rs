//! The journal in SQLite: a file on this machine, for one process or several.

mod sql;

use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};

use super::error::StoreError;
use super::migrations::migrator;
use super::rows;
use super::sql::{failed, is_unique_violation, store_by_sql};
use super::write::{NewEntry, Page, Selection, Step};
use crate::Amount;
use crate::journal::record::entry::Entry;
use crate::journal::record::event::Event;
use crate::journal::record::key::Key;

const MIGRATIONS: &[(&str, &str)] = &[(
    "reversals",
    include_str!("../migrations/sqlite/0001_reversals.sql"),
)];

/// How long to wait for other processes that write: nearly as long as the journal waits for its store.
const BUSY: Duration = Duration::from_secs(25);

/// The journal in a file of SQLite, which is compiled in: nothing has to be installed.
///
/// Several processes of one machine may use the file at once. It must be on a local disk: SQLite's
/// locks do not hold on network file systems. A committed entry survives a loss of power
/// (`synchronous = FULL`, write-ahead log).
///
/// # Examples
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = std::env::temp_dir().join(format!("paynet-doc-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # let file = folder.join("sqlite.db");
/// use paynet_api::journal::Sqlite;
///
/// let store = Sqlite::open(&file).await?;
/// store.migrate().await?;
/// # drop(store);
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Sqlite {
    pool: SqlitePool,
}

impl Sqlite {
    /// Opens a file, and creates it if there is none.
    ///
    /// # Errors
    ///
    /// If it cannot be opened, created or written, or is no database of SQLite.
    ///
    /// # Panics
    ///
    /// If not called within a Tokio runtime.
    pub async fn open(file: impl AsRef<Path>) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(BUSY)
            .foreign_keys(true);
        // One connection: writers of one process wait in its queue, which is fair, and not for
        // SQLite's lock, which is tried again after pauses.
        let pool = SqlitePoolOptions::new()
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None);
        let pool = pool.connect_with(options).await.map_err(failed)?;
        Ok(Self { pool })
    }

    /// Creates the tables, or brings them up to date. Call it at every start, or at every
    /// deployment: what was applied is not applied again, and several processes may call it at once.
    ///
    /// # Errors
    ///
    /// If the database cannot be written, or was migrated by a later version of this crate.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        // sqlx locks PostgreSQL while it migrates, and not SQLite.
        let transaction = self.pool.begin_with("BEGIN IMMEDIATE").await;
        let mut transaction = transaction.map_err(failed)?;
        // `run` takes no connection in a future that is `Send` (sqlx's own note beside `run_direct`).
        let migrator = migrator(MIGRATIONS);
        let migrated = migrator.run_direct(None, &mut *transaction, false).await;
        migrated.map_err(StoreError::new)?;
        transaction.commit().await.map_err(failed)
    }

    /// Closes the file. Later calls fail.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

store_by_sql!(Sqlite, sql, "BEGIN IMMEDIATE");
