//! PostgreSQL: the server that `PAYNET_TEST_POSTGRES` names, or one of the tests' own.
//!
//! Their own server is started once, from the binaries in `PATH` or of Debian, in a temporary folder
//! and without a port. It ends with the tests, however they end. Each test has a schema of its own.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs, io, process};

use paynet_api::journal::Postgres;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};

const VARIABLE: &str = "PAYNET_TEST_POSTGRES";

/// Tests need not survive a loss of power.
pub(crate) const FAST: &[&str] = &["-c", "fsync=off"];

/// A schema of a test's own.
pub(crate) struct Schema {
    /// The URL of the database, with the schema as its search path.
    pub(crate) url: String,
}

impl Schema {
    /// Creates a schema; `None` if there is no PostgreSQL.
    pub(crate) async fn create() -> Option<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let server = server()?;
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("paynet_test_{}_{number}", process::id());
        let mut connection = PgConnection::connect(server).await.unwrap();
        let create = format!("CREATE SCHEMA {name}");
        connection.execute(AssertSqlSafe(create)).await.unwrap();
        let separator = if server.contains('?') { '&' } else { '?' };
        let url = format!("{server}{separator}options[search_path]={name}");
        Some(Self { url })
    }

    /// Connects a store, with its tables.
    pub(crate) async fn store(&self) -> Postgres {
        let store = Postgres::connect(self.url.as_str()).await.unwrap();
        store.migrate().await.unwrap();
        store
    }
}

/// Returns the URL of the server, which is started if it has to be; `None` if there is none.
fn server() -> Option<&'static str> {
    static SERVER: OnceLock<Option<(String, Option<Child>)>> = OnceLock::new();
    let server = SERVER.get_or_init(|| {
        if let Ok(url) = env::var(VARIABLE) {
            return Some((url, None));
        }
        let Some(binaries) = binaries() else {
            let text = format!(
                "skipped: all tests with PostgreSQL, because there is neither a server ({VARIABLE}) nor its programs\n"
            );
            // Not by `eprint!`, which is shown for failed tests alone.
            io::stderr().write_all(text.as_bytes()).unwrap();
            return None;
        };
        let (folder, server) = start(&binaries, FAST);
        Some((format!("postgres://paynet@localhost/postgres?host={folder}"), Some(server)))
    });
    server.as_ref().map(|(url, _)| url.as_str())
}

/// Starts a server with these options. It ends when this process does, because its standard input ends then. Returns
/// its folder.
pub(crate) fn start(binaries: &Path, options: &[&str]) -> (String, Child) {
    let mut command = as_postgres(include_str!("postgres.sh"));
    command.arg("sh").arg(binaries).args(options);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut server = command.spawn().unwrap();
    let mut folder = String::new();
    let output = server.stdout.take().unwrap();
    BufReader::new(output).read_line(&mut folder).unwrap();
    assert!(!folder.is_empty(), "PostgreSQL does not start");
    (folder.trim_end().to_owned(), server)
}

/// Returns a command that runs a script, but not as root, whom PostgreSQL refuses.
pub(crate) fn as_postgres(script: &str) -> Command {
    let is_root = Command::new("id").arg("-u").output();
    let is_root = is_root.is_ok_and(|output| output.stdout == b"0\n");
    let mut command = match is_root {
        true => Command::new("runuser"),
        false => Command::new("sh"),
    };
    if is_root {
        command.args(["-u", "postgres", "--", "sh"]);
    }
    command.args(["-c", script]);
    command
}

/// Returns the folder of PostgreSQL's programs.
pub(crate) fn binaries() -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let debian = fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let debian = debian.flatten().map(|version| version.path().join("bin"));
    let mut folders = env::split_paths(&path).chain(debian);
    folders.find(|folder| {
        ["initdb", "postgres", "pg_isready"]
            .iter()
            .all(|it| folder.join(it).is_file())
    })
}
