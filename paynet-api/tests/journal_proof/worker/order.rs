//! What a worker is asked to do: by its environment, because it is a process of its own.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;
use std::{env, fmt};

/// What a worker is asked to do.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    /// The name of the database's kind.
    pub(crate) database: String,
    /// Where the database is.
    pub(crate) address: String,
    /// The base URL of the service.
    pub(crate) paynet: String,
    /// Its secret key, which is an invented one.
    pub(crate) secret_key: String,
    /// The name of the worker.
    pub(crate) name: String,
    pub(crate) lease: Duration,
    /// The file with its tasks.
    pub(crate) list: PathBuf,
    /// How many calls are under way at a time.
    pub(crate) at_once: usize,
    /// Whether it waits for what is under way.
    pub(crate) waits: bool,
    /// The point at which it kills itself.
    pub(crate) dies_at: Option<u64>,
}

const PREFIX: &str = "PROOF_";

impl Order {
    /// Reads the order of this process; `None` if it has none.
    pub(super) fn from_environment() -> Option<Self> {
        let text = |name: &str| env::var(format!("{PREFIX}{name}")).ok();
        let number = |name: &str| text(name)?.parse::<u64>().ok();
        Some(Self {
            database: text("DATABASE")?,
            address: text("ADDRESS")?,
            paynet: text("PAYNET")?,
            secret_key: text("KEY")?,
            name: text("NAME")?,
            lease: Duration::from_millis(number("LEASE")?),
            list: text("LIST")?.into(),
            at_once: number("AT_ONCE")?.try_into().unwrap(),
            waits: text("WAITS").is_some(),
            dies_at: number("DIES_AT"),
        })
    }

    /// Returns the command of the process.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env::current_exe().unwrap());
        command.args(["--exact", "worker::worker", "--ignored", "--nocapture"]);
        let mut set = |name: &str, value: &dyn fmt::Display| {
            command.env(format!("{PREFIX}{name}"), value.to_string());
        };
        set("DATABASE", &self.database);
        set("ADDRESS", &self.address);
        set("PAYNET", &self.paynet);
        set("KEY", &self.secret_key);
        set("NAME", &self.name);
        set("LEASE", &self.lease.as_millis());
        set("LIST", &self.list.display());
        set("AT_ONCE", &self.at_once);
        if self.waits {
            set("WAITS", &"yes");
        }
        if let Some(point) = self.dies_at {
            set("DIES_AT", &point);
        }
        command
    }
}
