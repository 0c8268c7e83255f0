//! What a worker is asked to do: by its environment, because it is a process of its own.

use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;
use std::{env, fmt};

use rustix::process::geteuid;

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
    /// Whether it takes snapshots.
    pub(crate) snapshots: bool,
    /// How many bytes its files may have, as if the disk were full then.
    pub(crate) file_limit: Option<u64>,
    /// Whether it runs as a user who may not write the database's folder.
    pub(crate) reads_only: bool,
    /// The point at which it kills itself.
    pub(crate) dies_at: Option<u64>,
}

/// The user and the group who own nothing.
const NOBODY: u32 = 65_534;

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
            snapshots: text("SNAPSHOTS").is_some(),
            file_limit: None,
            reads_only: false,
            dies_at: number("DIES_AT"),
        })
    }

    /// Returns this program, with the limits of the order.
    fn program(&self) -> Command {
        let program = env::current_exe().unwrap();
        let mut command = match self.file_limit {
            Some(bytes) => {
                let mut shell = Command::new("sh");
                // Writing more fails, instead of ending the process. The unit is 512 bytes.
                let script = format!(
                    "trap '' XFSZ; ulimit -f {}; exec \"$0\" \"$@\"",
                    bytes / 512
                );
                shell.arg("-c").arg(script).arg(program);
                shell
            }
            None => Command::new(program),
        };
        // Permissions don't stop root.
        if self.reads_only && geteuid().is_root() {
            command.uid(NOBODY).gid(NOBODY);
        }
        command
    }

    /// Returns the command of the process.
    pub(crate) fn command(&self) -> Command {
        let mut command = self.program();
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
        if self.snapshots {
            set("SNAPSHOTS", &"yes");
        }
        if let Some(point) = self.dies_at {
            set("DIES_AT", &point);
        }
        command
    }
}
