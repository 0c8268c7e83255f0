//! Prism's process: found in `target/prism` or in `PATH`, started on a free port of loopback, and
//! stopped when it is dropped.

use std::fs::File;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use std::{env, fs, io};

use crate::paths;

/// The version that the quirks were found with.
const VERSION: &str = "5.14.2";

/// Large documents take long to read: minutes for one of Stripe's size.
const PATIENCE: Duration = Duration::from_secs(1800);

/// Where Prism is installed.
pub(crate) struct Program(PathBuf);

/// A running Prism.
pub(crate) struct Prism {
    child: Child,
    url: String,
    log: PathBuf,
}

/// Finds Prism.
pub(crate) fn find() -> Result<Program, String> {
    let own = paths::prism().join("node_modules").join(".bin");
    let folders = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(own).chain(env::split_paths(&folders));
    let names = ["prism", "prism.cmd"];
    let mut candidates = folders.flat_map(|folder| names.map(|name| folder.join(name)));
    let found = candidates.find(|path| path.is_file()).map(Program);
    found.ok_or_else(|| {
        let prefix = paths::name(&paths::prism());
        format!(
            "the judge is not installed: \
             `npm install --prefix {prefix} @stoplight/prism-cli@{VERSION}` installs it"
        )
    })
}

impl Prism {
    /// Starts it on a document, and waits until it listens. What it prints is kept in a file.
    pub(crate) fn start(program: &Program, document: &Path) -> Result<Self, String> {
        let fail = |error: io::Error| format!("could not start {}: {error}", program.0.display());
        let address = free().map_err(fail)?;
        let log = paths::conform().join("prism.log");
        let out = File::create(&log).map_err(fail)?;
        let child = Command::new(&program.0)
            .args([
                "mock",
                "--multiprocess",
                "false",
                "--cors",
                "false",
                "--host",
            ])
            .arg(address.ip().to_string())
            .arg("--port")
            .arg(address.port().to_string())
            .arg(document)
            .stdin(Stdio::null())
            .stderr(out.try_clone().map_err(fail)?)
            .stdout(out)
            .spawn()
            .map_err(fail)?;
        let mut prism = Self {
            child,
            url: format!("http://{address}"),
            log,
        };
        prism.wait(address)?;
        Ok(prism)
    }

    /// Its base URL.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Its address and port.
    pub(crate) fn authority(&self) -> &str {
        self.url.strip_prefix("http://").unwrap_or_default()
    }

    fn wait(&mut self, address: SocketAddr) -> Result<(), String> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_ok() {
                return Ok(());
            }
            if self.child.try_wait().is_ok_and(|status| status.is_some()) {
                break;
            }
            sleep(Duration::from_millis(50));
        }
        Err(format!("the judge does not read it: {}", self.last_words()))
    }

    /// The error that it printed, in one line.
    pub(crate) fn last_words(&mut self) -> String {
        // What it prints is complete when it has ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
        let said = fs::read_to_string(&self.log).unwrap_or_default();
        let mut lines = said.lines().map(str::trim);
        let is_error = |line: &&str| line.contains("Error") && !line.starts_with("at ");
        let error = lines.find(is_error).or_else(|| said.lines().last());
        error
            .unwrap_or("it printed nothing")
            .chars()
            .take(200)
            .collect()
    }
}

impl Drop for Prism {
    fn drop(&mut self) {
        // It may have stopped by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A free port of loopback.
fn free() -> io::Result<SocketAddr> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()
}
