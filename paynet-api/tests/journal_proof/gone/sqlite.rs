//! SQLite's file is locked by another process.

use paynet_api::journal::Sqlite;
use sqlx::{Connection as _, Executor as _, SqliteConnection};

use super::case::{Trouble, every_moment};
use crate::database::Database;

/// Another connection, which writes and does not end.
struct Locked(SqliteConnection);

impl Trouble for Locked {
    async fn begin(&mut self) {
        self.0.execute("BEGIN IMMEDIATE").await.unwrap();
    }

    async fn end(&mut self) {
        self.0.execute("ROLLBACK").await.unwrap();
    }
}

#[tokio::test]
async fn nothing_is_sent_while_the_file_is_locked() {
    let place = <Sqlite as Database>::create().await.unwrap();
    let address = Sqlite::address(&place);
    let store = <Sqlite as Database>::open(&address).await.unwrap();
    let other = SqliteConnection::connect(&address).await.unwrap();
    every_moment(&store, &mut Locked(other)).await;
}
