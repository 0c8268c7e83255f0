//! The program that sends the requests: what is generated, a function per operation beside it, and
//! two files by hand, compiled in a workspace of its own under `target/conform`.

mod emit;
mod types;

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use codegen::disk;
use serde_json::{Value, json};

use super::plan::Case;
use super::subject::Subject;
use crate::documents::Document;
use crate::paths;

const MAIN: &str = include_str!("template/main.rs");
const CASE: &str = include_str!("template/case.rs");

/// The workspace of all drivers.
pub(crate) struct Driver {
    folder: PathBuf,
    /// Two runs at once go one after the other.
    _alone: File,
}

/// A compiled driver.
pub(crate) struct Built {
    program: PathBuf,
    cases: PathBuf,
}

/// What became of one request, as the driver saw it.
#[derive(Clone, Debug)]
pub(crate) struct Outcome {
    /// Why the request could not be built, or was not sent.
    pub(crate) unsent: Option<String>,
    /// Why there is no response: the judge is gone. Nothing was sent after that.
    pub(crate) lost: Option<String>,
    /// The status of the response.
    pub(crate) status: Option<u16>,
    /// Its headers `Content-Type` and `sl-violations`.
    pub(crate) content_type: Option<String>,
    pub(crate) violations: Option<String>,
    /// Its body, as far as it is UTF-8.
    pub(crate) body: Option<String>,
    /// Why it was not decoded.
    pub(crate) undecoded: Option<String>,
    /// The decoded value, encoded again; an error where that could not be decoded to the same.
    pub(crate) again: Option<Result<String, String>>,
}

impl Driver {
    /// A workspace with a crate for each of these.
    pub(crate) fn of(documents: &[Document]) -> Result<Self, String> {
        let folder = paths::conform();
        let fail = |error: io::Error| format!("could not write {}: {error}", folder.display());
        let driver = Self {
            _alone: alone(&folder).map_err(fail)?,
            folder: folder.clone(),
        };
        driver.create(documents).map_err(fail)?;
        Ok(driver)
    }

    fn create(&self, documents: &[Document]) -> io::Result<()> {
        let mut members = Vec::new();
        for document in documents {
            let folder = self.folder.join(&document.package);
            write(&folder.join("Cargo.toml"), &manifest(&document.package))?;
            write(&folder.join("src").join("main.rs"), MAIN)?;
            write(&folder.join("src").join("case.rs"), CASE)?;
            members.push(format!("{:?}", document.package));
        }
        let members = members.join(", ");
        let workspace = format!(
            "[workspace]\nresolver = \"3\"\nmembers = [{members}]\n\n[profile.dev]\ndebug = false\n"
        );
        write(&self.folder.join("Cargo.toml"), &workspace)?;
        // The versions that this workspace is built with, which are there already.
        let lock = "Cargo.lock";
        fs::copy(paths::root().join(lock), self.folder.join(lock))?;
        Ok(())
    }

    /// Compiles the driver of one document.
    pub(crate) fn build(&self, document: &Document, subject: &Subject) -> Result<Built, String> {
        let folder = self.folder.join(&document.package);
        let source = folder.join("src");
        let tree = emit::with_operations(subject);
        disk::apply(&source.join("api"), &tree).map_err(|error| error.to_string())?;
        let target = self.folder.join("target");
        let output = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()))
            .args(["build", "--quiet", "--message-format", "short", "--package"])
            .arg(&document.package)
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", &target)
            .env("CARGO_INCREMENTAL", "0")
            .env_remove("RUSTFLAGS")
            .output()
            .map_err(|error| format!("could not start cargo: {error}"))?;
        if !output.status.success() {
            let errors = String::from_utf8_lossy(&output.stderr);
            let errors: Vec<&str> = errors.lines().take(8).collect();
            return Err(format!(
                "its driver does not compile: {}",
                errors.join("\n      ")
            ));
        }
        let name = format!("{}{}", document.package, std::env::consts::EXE_SUFFIX);
        Ok(Built {
            program: target.join("debug").join(name),
            cases: folder.join("cases.json"),
        })
    }
}

impl Built {
    /// Sends the requests to the judge, up to one that it does not answer.
    pub(crate) fn run(&self, cases: &[Case], server: &str) -> Result<Vec<Outcome>, String> {
        let fail = |error: io::Error| format!("could not run {}: {error}", self.program.display());
        let list: Vec<_> = cases.iter().map(as_json).collect();
        write(&self.cases, &json!(list).to_string()).map_err(fail)?;
        let output = Command::new(&self.program)
            .arg(server)
            .arg(&self.cases)
            .output()
            .map_err(fail)?;
        let text = String::from_utf8_lossy(&output.stdout);
        let lines = text.lines().map(serde_json::from_str);
        let outcomes: Vec<Outcome> = lines.map_while(Result::ok).map(Outcome::of).collect();
        let is_lost = outcomes.last().is_some_and(|last| last.lost.is_some());
        if outcomes.len() == cases.len() || is_lost {
            return Ok(outcomes);
        }
        let said = String::from_utf8_lossy(&output.stderr);
        let last = cases.get(outcomes.len()).map_or("", |case| &case.call);
        Err(format!("the driver stopped at {last}: {}", said.trim()))
    }
}

impl Outcome {
    /// A line that the driver printed.
    fn of(line: Value) -> Self {
        let text = |key: &str| line[key].as_str().map(str::to_owned);
        let again = |key: &str| line["again"][key].as_str().map(str::to_owned);
        Self {
            unsent: text("unsent"),
            lost: text("lost"),
            status: line["status"].as_u64().and_then(|it| it.try_into().ok()),
            content_type: text("content_type"),
            violations: text("violations"),
            body: text("body"),
            undecoded: text("undecoded"),
            again: again("Ok").map(Ok).or_else(|| again("Err").map(Err)),
        }
    }
}

fn as_json(case: &Case) -> Value {
    json!({
        "operation": case.operation,
        "fields": case.fields,
        "variant": case.variant,
        "code": case.code.map(|code| code.to_string()),
    })
}

fn manifest(package: &str) -> String {
    let runtime = paths::runtime();
    let name = runtime.file_name().unwrap_or_default().to_string_lossy();
    format!(
        "[package]\nname = {package:?}\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
         [dependencies]\n{name} = {{ path = {runtime:?} }}\nserde_json = \"1\"\n\
         tokio = {{ version = \"1\", default-features = false, features = [\"rt\"] }}\n"
    )
}

/// Waits until no other run uses the folder.
fn alone(folder: &Path) -> io::Result<File> {
    fs::create_dir_all(folder)?;
    let file = File::create(folder.join("lock"))?;
    file.lock()?;
    Ok(file)
}

/// Writes a file, unless it has that text: cargo compiles what is younger than its last result.
fn write(path: &Path, text: &str) -> io::Result<()> {
    if fs::read_to_string(path).is_ok_and(|present| present == text) {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, text)
}
