//! `Tester`: schemathesis, found in `target/schemathesis` or in `PATH`.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::sandbox::Sandbox;
use crate::paths;

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// How many requests are made up for each operation, besides those at the borders of its schemas
    #[arg(long, value_name = "N", default_value_t = 100)]
    examples: u32,
    /// The seed of the tester, which prints the one it uses
    #[arg(long, value_name = "SEED")]
    seed: Option<u64>,
}

/// The version that the exemptions were found with.
const VERSION: &str = "4.32.5";

/// Checks that are skipped, each with the reason.
pub(crate) const EXEMPTIONS: [(&str, &str); 1] = [(
    "positive_data_acceptance",
    "a document says how a request looks, and not which transactions there are: Paynet refuses with 400 too",
)];

/// Where schemathesis is installed.
pub(crate) struct Tester(PathBuf);

impl Tester {
    /// Finds it.
    pub(crate) fn find() -> Result<Self, String> {
        let own = paths::schemathesis();
        let own = [own.join("bin"), own.join("Scripts")];
        let folders = env::var_os("PATH").unwrap_or_default();
        let folders = own.into_iter().chain(env::split_paths(&folders));
        let names = ["schemathesis", "schemathesis.exe"];
        let mut candidates = folders.flat_map(|folder| names.map(|name| folder.join(name)));
        let found = candidates.find(|path| path.is_file()).map(Self);
        found.ok_or_else(|| {
            let folder = paths::name(&paths::schemathesis());
            format!(
                "schemathesis is not installed: `python3 -m venv {folder} && \
                 {folder}/bin/pip install schemathesis=={VERSION}` installs it"
            )
        })
    }

    /// Tests the sandbox by a document, and returns whether no check failed. Its output is passed on.
    pub(crate) fn run(
        &self,
        document: &Path,
        sandbox: &Sandbox,
        args: &Args,
    ) -> Result<bool, String> {
        let exempt = EXEMPTIONS.map(|(check, _)| check).join(",");
        let key = format!("Authorization: Basic {}", sandbox.secret_key);
        let session = format!("Session-Key: {}", sandbox.session_key);
        let examples = args.examples.to_string();
        let mut command = Command::new(&self.0);
        command
            .arg("run")
            .arg(document)
            .args(["--url", &sandbox.url]);
        command.args(["--header", &key, "--header", &session]);
        command.args(["--exclude-checks", &exempt, "--max-examples", &examples]);
        command.args(["--no-color", "--continue-on-failure"]);
        // The keys are invented: a request that is printed can be sent again.
        command.args(["--output-sanitize", "false"]);
        command.args(["--generation-database", "none"]);
        command.current_dir(paths::schemathesis());
        if let Some(seed) = args.seed {
            command.args(["--seed", &seed.to_string()]);
        }
        let status = command.status();
        let status =
            status.map_err(|error| format!("could not start {}: {error}", self.0.display()))?;
        match status.code() {
            Some(0) => Ok(true),
            Some(1) => Ok(false),
            _ => Err(format!(
                "schemathesis could not read {}",
                document.display()
            )),
        }
    }
}
