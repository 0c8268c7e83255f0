//! A database by SQL, past the journal.

use std::fs;

use paynet_api::journal::Sqlite;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Executor as _};

use super::{Folder, TestStore};

/// A database that understands SQL.
pub(crate) trait Database: TestStore {
    /// Opens the same database once more.
    fn again(place: &Self::Place) -> impl Future<Output = Self> + Send;

    /// Applies the migrations.
    fn migrate(&self) -> impl Future<Output = ()> + Send;

    /// Executes a statement. Returns what the database says against it.
    fn execute(place: &Self::Place, sql: String)
    -> impl Future<Output = Result<(), String>> + Send;

    /// Returns everything that is stored.
    fn contents(place: &Self::Place) -> impl Future<Output = Vec<u8>> + Send;
}

impl Database for Sqlite {
    async fn again(place: &Folder) -> Self {
        Self::open(place.path().join("journal.db")).await.unwrap()
    }

    async fn migrate(&self) {
        Self::migrate(self).await.unwrap();
    }

    async fn execute(place: &Folder, sql: String) -> Result<(), String> {
        let options = SqliteConnectOptions::new().filename(place.path().join("journal.db"));
        let mut connection = options.connect().await.unwrap();
        let done = connection.execute(AssertSqlSafe(sql)).await;
        done.map(drop).map_err(|error| error.to_string())
    }

    /// Returns the bytes of all files, with those of the write-ahead log.
    async fn contents(place: &Folder) -> Vec<u8> {
        let files = fs::read_dir(place.path()).unwrap();
        files
            .flat_map(|file| fs::read(file.unwrap().path()).unwrap())
            .collect()
    }
}

#[cfg(feature = "journal-postgres")]
mod postgres {
    use paynet_api::journal::Postgres;
    use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection, Row as _};

    use super::Database;
    use crate::support::Schema;

    impl Database for Postgres {
        async fn again(place: &Schema) -> Self {
            Self::connect(place.url.as_str()).await.unwrap()
        }

        async fn migrate(&self) {
            Self::migrate(self).await.unwrap();
        }

        async fn execute(place: &Schema, sql: String) -> Result<(), String> {
            let mut connection = PgConnection::connect(&place.url).await.unwrap();
            let done = connection.execute(AssertSqlSafe(sql)).await;
            done.map(drop).map_err(|error| error.to_string())
        }

        /// Returns all rows of all tables, as text.
        async fn contents(place: &Schema) -> Vec<u8> {
            let mut connection = PgConnection::connect(&place.url).await.unwrap();
            let tables = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()";
            let tables = connection.fetch_all(tables).await.unwrap();
            assert_eq!(tables.len(), 3);
            let mut contents = String::new();
            for table in tables {
                let rows = format!("SELECT t::text FROM {} t", table.get::<String, _>(0));
                for row in connection.fetch_all(AssertSqlSafe(rows)).await.unwrap() {
                    contents += &row.get::<String, _>(0);
                }
            }
            contents.into_bytes()
        }
    }
}
