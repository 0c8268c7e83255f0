//! A sandbox, a folder with a journal, and runs of the command in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use paynet_api::sandbox::{Operation, Payment, Sandbox};
use paynet_api::{Amount, XactId};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A sandbox, and a folder of its own.
pub(crate) struct Bench {
    pub(crate) sandbox: Sandbox,
    pub(crate) folder: PathBuf,
}

/// How a run of the command ended.
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Bench {
    /// Starts a sandbox, and creates the journal `journal.db`.
    pub(crate) async fn new() -> Self {
        let bench = Self::without_journal().await;
        let migrated = bench.paynet(&["journal", "migrate"]);
        assert_eq!(migrated.code, Some(0), "{}", migrated.stderr);
        bench
    }

    pub(crate) async fn without_journal() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("command-{}-{number}", std::process::id());
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&folder).unwrap();
        let sandbox = Sandbox::start().await.unwrap();
        Self { sandbox, folder }
    }

    /// Adds sales of yesterday, of 15.00 TL each.
    pub(crate) fn sales<const N: usize>(&self) -> [XactId; N] {
        let amount = Amount::from_kurus(1500).unwrap();
        [(); N].map(|()| self.sandbox.add(Payment::sale(amount).ago(DAY)))
    }

    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.folder.join(name), content).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.folder.join(name)).unwrap()
    }

    /// Writes `batch.csv` with these lines below the header.
    pub(crate) fn batch<L: AsRef<str>>(&self, lines: impl IntoIterator<Item = L>) {
        let mut text = "transaction,amount,key\n".to_owned();
        for line in lines {
            text.push_str(line.as_ref());
            text.push('\n');
        }
        self.write("batch.csv", text);
    }

    /// Writes `batch.csv` with a refund in full of each sale: `order-1`, `order-2`, …
    pub(crate) fn whole(&self, sales: &[XactId]) {
        let lines = sales.iter().zip(1..);
        self.batch(lines.map(|(sale, number)| format!("{sale},full,order-{number}")));
    }

    /// Describes a run in the folder, with the journal, the sandbox and its key in the environment.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_paynet"));
        command
            .args(arguments)
            .current_dir(&self.folder)
            .env_clear();
        command.env("PAYNET_ENVIRONMENT", self.sandbox.base_url().as_str());
        command.env("PAYNET_DATABASE", "sqlite:journal.db");
        command.env("PAYNET_SECRET_KEY", self.sandbox.secret_key().expose());
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs the command to its end.
    pub(crate) fn paynet(&self, arguments: &[&str]) -> Ended {
        self.command(arguments).output().unwrap().into()
    }

    /// Sends `batch.csv`, as fast as it goes.
    pub(crate) fn refund(&self, more: &[&str]) -> Ended {
        self.paynet(&[&["refund", "batch.csv", "--yes", "--rate", "1000/s"], more].concat())
    }

    /// Starts to send `batch.csv`.
    pub(crate) fn start_refund(&self, more: &[&str]) -> Child {
        let arguments = [&["refund", "batch.csv", "--yes"], more].concat();
        self.command(&arguments).spawn().unwrap()
    }

    /// Returns how many refunds were requested.
    pub(crate) fn requested(&self) -> usize {
        let ledger = self.sandbox.ledger();
        let refunds = ledger
            .requests()
            .iter()
            .filter(|it| it.operation == Some(Operation::Refund));
        refunds.count()
    }

    /// Returns how many kuruş of each sale were refunded.
    pub(crate) fn reversed(&self, sales: &[XactId]) -> Vec<i64> {
        let ledger = self.sandbox.ledger();
        sales.iter().map(|sale| ledger.reversed(sale)).collect()
    }

    /// Waits until so many kuruş of each sale were refunded.
    pub(crate) async fn until_reversed(&self, sales: &[XactId], expected: &[i64]) {
        let waiting = async {
            while self.reversed(sales) != expected {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        let waited = tokio::time::timeout(Duration::from_secs(60), waiting).await;
        assert!(waited.is_ok(), "{:?}", self.reversed(sales));
    }

    /// Returns whether there is a result file, whole or not.
    pub(crate) fn has_result(&self) -> bool {
        let files = fs::read_dir(&self.folder).unwrap();
        let mut names = files.map(|file| file.unwrap().file_name());
        names.any(|name| name.to_string_lossy().contains("result"))
    }

    /// Returns the columns that the result file has in addition: state, code, when, evidence.
    pub(crate) fn results(&self) -> Vec<[String; 4]> {
        let mut reader = csv::Reader::from_path(self.folder.join("batch.result.csv")).unwrap();
        let records = reader.records().map(|record| {
            let record = record.unwrap();
            let added = &record.iter().collect::<Vec<_>>()[record.len() - 4..];
            [0, 1, 2, 3].map(|index| added[index].to_owned())
        });
        records.collect()
    }

    /// Returns the states of the result file.
    pub(crate) fn states(&self) -> Vec<String> {
        self.results()
            .into_iter()
            .map(|[state, ..]| state)
            .collect()
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        // What a failed test leaves behind is in the build folder.
        drop(fs::remove_dir_all(&self.folder));
    }
}

impl From<Output> for Ended {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Ended {
    /// Checks the exit code, and that the output contains these texts.
    #[track_caller]
    pub(crate) fn expect(&self, code: i32, texts: &[&str]) {
        let all = format!("{}\n{}", self.stdout, self.stderr);
        assert_eq!(self.code, Some(code), "{all}");
        for text in texts {
            assert!(all.contains(text), "`{text}` is not in: {all}");
        }
    }
}
