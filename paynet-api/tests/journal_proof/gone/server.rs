//! PostgreSQL's server is stopped, or may only be read. A server of the test's own.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use std::{fs, thread};

use paynet_api::journal::Postgres;
use sqlx::{Connection as _, Executor as _, PgConnection};

use super::case::{Trouble, every_moment};
use crate::database::Database;
use crate::postgres;

/// A server of the test's own.
struct Own {
    binaries: PathBuf,
    /// Where its socket is, and its data.
    folder: PathBuf,
    /// It ends with this.
    _server: Child,
    /// The server that was started again.
    again: Option<Child>,
}

impl Own {
    fn start() -> Option<Self> {
        let binaries = postgres::binaries()?;
        let (folder, server) = postgres::start(&binaries, postgres::FAST);
        Some(Self {
            binaries,
            folder: folder.into(),
            _server: server,
            again: None,
        })
    }

    fn url(&self) -> String {
        format!(
            "postgres://paynet@localhost/postgres?host={}",
            self.folder.display()
        )
    }

    async fn execute(&self, statements: &[&'static str]) {
        let mut connection = PgConnection::connect(&self.url()).await.unwrap();
        for statement in statements {
            connection.execute(*statement).await.unwrap();
        }
    }

    fn pid_file(&self) -> PathBuf {
        self.folder.join("data/postmaster.pid")
    }

    /// Waits until the server answers.
    async fn is_ready(&self) {
        while PgConnection::connect(&self.url()).await.is_err() {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Stops the server at once, as if the machine had crashed: it has to recover.
    fn stop(&self) {
        let pid = fs::read_to_string(self.pid_file()).unwrap();
        let pid = pid.lines().next().unwrap();
        let stopped = Command::new("kill").args(["-QUIT", pid]).status().unwrap();
        assert!(stopped.success());
        while Path::new("/proc").join(pid).exists() && self.pid_file().exists() {
            thread::sleep(Duration::from_millis(10));
        }
    }
}

/// The one that was started again ends too, so that the folder can be removed.
impl Drop for Own {
    fn drop(&mut self) {
        if let Some(mut again) = self.again.take() {
            self.stop();
            drop(again.wait());
        }
    }
}

/// The server is stopped, and started again.
struct Stopped(Own);

impl Trouble for Stopped {
    async fn begin(&mut self) {
        self.0.stop();
        if let Some(mut stopped) = self.0.again.take() {
            drop(stopped.wait());
        }
    }

    async fn end(&mut self) {
        let folder = &self.0.folder;
        let mut command =
            postgres::as_postgres("exec \"$0\" -D \"$1/data\" -k \"$1\" -c listen_addresses=");
        command.arg(self.0.binaries.join("postgres")).arg(folder);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        self.0.again = Some(command.spawn().unwrap());
        self.0.is_ready().await;
    }
}

/// The server becomes one that may only be read, as after a failover.
struct ReadOnly(Own);

impl Trouble for ReadOnly {
    async fn begin(&mut self) {
        let statements = [
            "ALTER SYSTEM SET default_transaction_read_only = on",
            "SELECT pg_reload_conf()",
        ];
        self.0.execute(&statements).await;
        self.has("on").await;
    }

    async fn end(&mut self) {
        let statements = [
            "SET default_transaction_read_only = off",
            "ALTER SYSTEM RESET default_transaction_read_only",
            "SELECT pg_reload_conf()",
        ];
        self.0.execute(&statements).await;
        self.has("off").await;
    }
}

impl ReadOnly {
    /// Waits until the server has read its configuration.
    async fn has(&self, value: &str) {
        loop {
            let mut connection = PgConnection::connect(&self.0.url()).await.unwrap();
            let shown = sqlx::query_scalar::<_, String>("SHOW default_transaction_read_only");
            if shown.fetch_one(&mut connection).await.unwrap() == value {
                return;
            }
        }
    }
}

#[tokio::test]
async fn nothing_is_sent_while_the_server_is_stopped() {
    let Some(own) = Own::start() else { return };
    let store = <Postgres as Database>::open(&own.url()).await.unwrap();
    every_moment(&store, &mut Stopped(own)).await;
}

#[tokio::test]
async fn nothing_is_sent_while_the_server_may_only_be_read() {
    let Some(own) = Own::start() else { return };
    let store = <Postgres as Database>::open(&own.url()).await.unwrap();
    every_moment(&store, &mut ReadOnly(own)).await;
}
