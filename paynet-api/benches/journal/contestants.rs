//! Who is compared: the same refund with and without a journal, on each database.

use std::pin::Pin;
use std::sync::Arc;

use paynet_api::journal::{Journal, Postgres, Sqlite, Store};
use paynet_api::{Paynet, Refund};

use crate::folder::Folder;
use crate::postgres;

/// A way to send refunds.
pub(crate) struct Contestant {
    pub(crate) name: &'static str,
    /// Returns how a client sends a refund.
    pub(crate) of: Box<dyn Fn(Paynet) -> Call>,
}

pub(crate) type Call = Arc<dyn Fn(Refund) -> Sent + Send + Sync>;
type Sent = Pin<Box<dyn Future<Output = ()> + Send>>;

/// The databases, which live as long as the bench.
pub(crate) struct Databases {
    sqlite: Sqlite,
    /// `None` if there is no PostgreSQL here.
    postgres: Option<Postgres>,
    _folder: Folder,
    /// Ends with it.
    _server: Option<std::process::Child>,
}

impl Databases {
    pub(crate) async fn create() -> Self {
        let folder = Folder::new();
        let sqlite = Sqlite::open(folder.path().join("journal.db"))
            .await
            .unwrap();
        sqlite.migrate().await.unwrap();
        let started = postgres::binaries().map(|binaries| postgres::start(&binaries, &[]));
        let (socket, server) = started.unzip();
        let postgres = match socket {
            Some(socket) => {
                let url = format!("postgres://paynet@localhost/postgres?host={socket}");
                let store = Postgres::connect(url).await.unwrap();
                store.migrate().await.unwrap();
                Some(store)
            }
            None => None,
        };
        Self {
            sqlite,
            postgres,
            _folder: folder,
            _server: server,
        }
    }

    /// Returns the contestants, first the one that the others are compared with.
    pub(crate) fn contestants(&self) -> Vec<Contestant> {
        let mut contestants = vec![
            without("no journal", false),
            without("no journal, snapshot", true),
            with("SQLite, no snapshot", &self.sqlite, false),
            with("SQLite", &self.sqlite, true),
        ];
        if let Some(postgres) = &self.postgres {
            contestants.push(with("PostgreSQL, no snapshot", postgres, false));
            contestants.push(with("PostgreSQL", postgres, true));
        }
        contestants
    }
}

fn without(name: &'static str, snapshot: bool) -> Contestant {
    let of = move |paynet: Paynet| -> Call {
        Arc::new(move |refund| {
            let paynet = paynet.clone();
            Box::pin(async move {
                if snapshot {
                    paynet.snapshot(&refund).await.unwrap();
                }
                paynet.transaction().refund(&refund).await.unwrap();
            })
        })
    };
    let of = Box::new(of);
    Contestant { name, of }
}

fn with<S: Store + Clone + 'static>(name: &'static str, store: &S, snapshot: bool) -> Contestant {
    let store = store.clone();
    let of = move |paynet: Paynet| -> Call {
        let builder = Journal::builder(paynet, store.clone());
        let journal = match snapshot {
            true => builder.build(),
            false => builder.without_snapshots().build(),
        };
        Arc::new(move |refund| {
            let journal = journal.clone();
            // The transaction of the sandbox is new in each pass, and so is the environment.
            let key = refund.xact_id.as_str().to_owned();
            Box::pin(async move {
                journal.refund(key, &refund).await.unwrap();
            })
        })
    };
    let of = Box::new(of);
    Contestant { name, of }
}
