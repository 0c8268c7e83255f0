//! A sandbox, a database and a list of tasks.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use paynet_api::journal::{Entry, Event, Journal, Page, State};
use paynet_api::sandbox::Sandbox;
use paynet_api::{BaseUrl, Paynet};

use crate::database::Database;
use crate::folder::Folder;
use crate::task::Task;
use crate::wire::{Server, Wire};
use crate::work_list::mixed;
use crate::worker::Order;

/// A sandbox, a database and a list of tasks.
pub(crate) struct Bench<D: Database> {
    pub(crate) sandbox: Sandbox,
    /// What is between the workers and the sandbox.
    pub(crate) wire: Wire,
    /// What is between the workers and the database's server.
    pub(crate) database: Option<Wire>,
    place: D::Place,
    folder: Folder,
    pub(crate) tasks: Vec<Task>,
}

/// What the journal says of a reversal.
#[derive(Debug)]
pub(crate) struct Recorded {
    pub(crate) entry: Entry,
    pub(crate) history: Vec<Event>,
}

impl<D: Database> Bench<D> {
    /// Creates one with the mixed list; `None` if there is no such database here.
    pub(crate) async fn new() -> Option<Self> {
        let sandbox = Sandbox::start().await.unwrap();
        let tasks = mixed(&sandbox).await;
        Self::with(sandbox, tasks).await
    }

    /// Creates one with other tasks.
    pub(crate) async fn with(sandbox: Sandbox, tasks: Vec<Task>) -> Option<Self> {
        let place = D::create().await?;
        let wire = Wire::start(Server::Tcp(sandbox.address())).await;
        let database = match D::server(&place) {
            Some(server) => Some(Wire::start(server).await),
            None => None,
        };
        let bench = Self {
            sandbox,
            wire,
            database,
            place,
            folder: Folder::new(),
            tasks,
        };
        bench.list("list", &bench.tasks);
        Some(bench)
    }

    /// Writes a list of tasks, and returns where it is.
    pub(crate) fn list(&self, name: &str, tasks: &[Task]) -> PathBuf {
        let file = self.folder.path().join(name);
        let lines: Vec<String> = tasks.iter().map(Task::to_string).collect();
        fs::write(&file, lines.join("\n")).unwrap();
        file
    }

    /// Returns what a worker is asked to do.
    pub(crate) fn order(&self) -> Order {
        let address = match &self.database {
            Some(wire) => D::through(&self.place, wire.address),
            None => D::address(&self.place),
        };
        Order {
            database: D::NAME.to_owned(),
            address,
            paynet: format!("http://{}", self.wire.address),
            secret_key: self.sandbox.secret_key().expose().to_owned(),
            name: "night-batch".to_owned(),
            lease: Duration::from_secs(60),
            list: self.folder.path().join("list"),
            at_once: 1,
            snapshots: true,
            file_limit: None,
            reads_only: false,
            dies_at: None,
        }
    }

    /// Reads the journal.
    pub(crate) async fn record(&self) -> Vec<Recorded> {
        let store = <D as Database>::open(&D::address(&self.place))
            .await
            .unwrap();
        let base = format!("http://{}", self.wire.address);
        let paynet = Paynet::builder(base.parse::<BaseUrl>().unwrap());
        let journal = Journal::new(paynet.build().unwrap(), store);
        let (mut record, mut next) = (Vec::new(), Some(Page::FIRST));
        while let Some(page) = next {
            let entries = journal.in_states(&State::ALL, page).await.unwrap();
            next = page.next(&entries);
            for entry in entries {
                let history = journal.history(&entry).await.unwrap();
                record.push(Recorded { entry, history });
            }
        }
        record
    }
}
