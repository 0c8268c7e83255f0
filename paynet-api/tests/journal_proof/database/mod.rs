//! The databases that the journal is proven with.

use paynet_api::journal::Sqlite;
use paynet_api::journal::store::{Store, StoreError};

mod postgres;

use std::net::SocketAddr;

use crate::folder::Folder;
use crate::wire::Server;

/// A database that the journal is proven with: another process can open it by its address.
pub(crate) trait Database: Store + Clone + 'static {
    const NAME: &'static str;
    /// What has to live as long as the database.
    type Place: Send + Sync;

    /// Creates an empty database, without tables; `None` if that is not possible here.
    fn create() -> impl Future<Output = Option<Self::Place>> + Send;

    /// Returns its address.
    fn address(place: &Self::Place) -> String;

    /// Returns where its server is; `None` if there is none.
    fn server(_: &Self::Place) -> Option<Server> {
        None
    }

    /// Returns the address of the same database behind a proxy.
    fn through(place: &Self::Place, _: SocketAddr) -> String {
        Self::address(place)
    }

    /// Opens the database with an address, and brings its tables up to date.
    fn open(address: &str) -> impl Future<Output = Result<Self, StoreError>> + Send;
}

impl Database for Sqlite {
    const NAME: &'static str = "SQLite";
    type Place = Folder;

    async fn create() -> Option<Folder> {
        Some(Folder::new())
    }

    fn address(place: &Folder) -> String {
        let file = place.path().join("journal.db");
        file.into_os_string().into_string().unwrap()
    }

    async fn open(address: &str) -> Result<Self, StoreError> {
        let store = Self::open(address).await?;
        store.migrate().await?;
        Ok(store)
    }
}
