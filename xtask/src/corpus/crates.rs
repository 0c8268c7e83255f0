//! Compiles generated clients: a crate per document, in a workspace below `target/corpus`.
//!
//! Each crate has one dependency. They share a target folder, so that it is compiled once.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use codegen::disk;
use codegen::output::OutputFiles;

use crate::documents::Document;
use crate::paths;

/// The crate that is compiled first, so that the dependency is compiled.
const FIRST: &str = "dependency";

/// The scratch workspace.
pub(crate) struct Crates {
    folder: PathBuf,
}

/// The result of a compilation.
pub(crate) struct Checked {
    /// From the start of cargo to its end.
    pub(crate) seconds: Duration,
    /// Errors, warnings among them.
    pub(crate) errors: Vec<String>,
}

impl Crates {
    /// Creates a workspace with a crate for each document, and compiles the dependency.
    pub(crate) fn of(documents: &[Document]) -> Result<Self, String> {
        let crates = Self {
            folder: paths::corpus(),
        };
        let packages = documents.iter().map(|document| &*document.package);
        let packages: Vec<&str> = std::iter::once(FIRST).chain(packages).collect();
        crates
            .create(&packages)
            .map_err(|error| format!("could not write {}: {error}", crates.folder.display()))?;
        let checked = crates.cargo_check(FIRST)?;
        match checked.errors.is_empty() {
            true => Ok(crates),
            false => Err(format!(
                "the runtime does not compile: {}",
                checked.errors.join("\n")
            )),
        }
    }

    /// Compiles the client of a document, with warnings denied.
    pub(crate) fn check(
        &self,
        document: &Document,
        files: &OutputFiles,
    ) -> Result<Checked, String> {
        let source = self.folder.join(&document.package).join("src");
        disk::apply(&source.join("api"), files).map_err(|error| error.to_string())?;
        let root = source.join("lib.rs");
        // Written each time: cargo compiles files that are newer than its last result.
        write(&root, &library("pub mod api;\n"))
            .map_err(|error| format!("could not write {}: {error}", root.display()))?;
        self.cargo_check(&document.package)
    }

    fn create(&self, packages: &[&str]) -> io::Result<()> {
        let mut members = String::new();
        for package in packages {
            let _ = write!(members, "{package:?}, ");
            let folder = self.folder.join(package);
            write(&folder.join("Cargo.toml"), &manifest(package))?;
            let root = folder.join("src").join("lib.rs");
            if !root.exists() {
                write(&root, &library(""))?;
            }
        }
        let workspace = format!("[workspace]\nresolver = \"3\"\nmembers = [{members}]\n");
        write(&self.folder.join("Cargo.toml"), &workspace)?;
        // The versions of this workspace, which have been downloaded.
        fs::copy(
            paths::root().join("Cargo.lock"),
            self.folder.join("Cargo.lock"),
        )?;
        Ok(())
    }

    fn cargo_check(&self, package: &str) -> Result<Checked, String> {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
        command
            .args([
                "check",
                "--quiet",
                "--message-format",
                "short",
                "--package",
                package,
            ])
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.folder.join("target"))
            // An earlier run must not make this one faster.
            .env("CARGO_INCREMENTAL", "0")
            .env_remove("RUSTFLAGS");
        let start = Instant::now();
        let output = command.output();
        let seconds = start.elapsed();
        let output = output.map_err(|error| format!("could not start cargo: {error}"))?;
        let errors = if output.status.success() {
            Vec::new()
        } else {
            errors(&String::from_utf8_lossy(&output.stderr))
        };
        Ok(Checked { seconds, errors })
    }
}

/// Returns the manifest of a crate that depends on the runtime alone, and whose warnings are
/// errors.
fn manifest(package: &str) -> String {
    let runtime = paths::runtime();
    let name = runtime.file_name().unwrap_or_default().to_string_lossy();
    format!(
        "[package]\nname = {package:?}\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
         [dependencies]\n{name} = {{ path = {runtime:?}, features = [\"sandbox\"] }}\n\n\
         [lints.rust]\nwarnings = \"deny\"\n"
    )
}

fn library(text: &str) -> String {
    format!("//! Generated for `cargo xtask corpus`.\n{text}")
}

/// Returns the lines that report an error, or the whole output if there are none.
fn errors(output: &str) -> Vec<String> {
    let is_error = |line: &&str| line.contains(": error") && !line.contains("could not compile");
    let lines: Vec<String> = output.lines().filter(is_error).map(str::to_owned).collect();
    if lines.is_empty() {
        return vec![output.trim().to_owned()];
    }
    lines
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, text)
}
