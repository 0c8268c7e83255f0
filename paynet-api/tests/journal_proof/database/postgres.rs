//! PostgreSQL, behind a proxy if need be.

use std::net::SocketAddr;

use paynet_api::journal::Postgres;
use paynet_api::journal::store::StoreError;
use sqlx::postgres::PgConnectOptions;

use super::Database;
use crate::postgres::Schema;
use crate::wire::Server;

impl Database for Postgres {
    const NAME: &'static str = "PostgreSQL";
    type Place = Schema;

    async fn create() -> Option<Schema> {
        Schema::create().await
    }

    fn address(place: &Schema) -> String {
        place.url.clone()
    }

    fn server(place: &Schema) -> Option<Server> {
        Some(server(&place.url))
    }

    fn through(place: &Schema, proxy: SocketAddr) -> String {
        through(&place.url, proxy)
    }

    async fn open(address: &str) -> Result<Self, StoreError> {
        let store = Self::connect(address).await?;
        store.migrate().await?;
        Ok(store)
    }
}

/// Returns where the server of a URL is.
pub(crate) fn server(url: &str) -> Server {
    let options: PgConnectOptions = url.parse().unwrap();
    let port = options.get_port();
    if let Some(folder) = options.get_socket() {
        return Server::Unix(folder.join(format!(".s.PGSQL.{port}")));
    }
    let host = (options.get_host(), port);
    let mut addresses = std::net::ToSocketAddrs::to_socket_addrs(&host).unwrap();
    Server::Tcp(addresses.next().unwrap())
}

/// Returns a URL that leads to the same database through a proxy.
pub(crate) fn through(url: &str, proxy: SocketAddr) -> String {
    let (server, query) = url.split_once('?').unwrap_or((url, ""));
    let (_, server) = server.split_once("://").unwrap();
    let (authority, database) = server.split_once('/').unwrap();
    let user = authority.rsplit_once('@').map_or("", |(user, _)| user);
    let others = query.split('&').filter(|it| !it.starts_with("host="));
    let query = others.collect::<Vec<_>>().join("&");
    format!("postgres://{user}@{proxy}/{database}?{query}")
}
