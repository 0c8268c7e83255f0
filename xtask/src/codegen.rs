//! `cargo xtask codegen`: reads specs, generates, and writes or compares.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use codegen::Report;
use codegen::disk;
use codegen::options::{Language, Options, Server};
use codegen::output::{Changes, OutputFiles};
use codegen::source::Sources;

use crate::check::{Differences, Meaning};
use crate::output::Output;
use crate::referred::{self, Map};
use crate::{paths, report};

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Write nothing; if anything would change, show a short diff and exit with 1
    #[arg(long)]
    check: bool,
    /// The language of the documentation; `tr` needs --out, because the committed client is in
    /// English
    #[arg(long, value_enum, value_name = "LANGUAGE", default_value = "en")]
    lang: Lang,
    /// Generate from these documents (name their overlays too) instead of specs/; needs --out
    #[arg(long, value_name = "FILE", num_args = 1..)]
    spec: Vec<PathBuf>,
    /// Read documents below this URL from a file or folder; may be repeated. Nothing is downloaded
    #[arg(long, value_name = "URL=PATH", value_parser = Map::parse, requires = "spec")]
    map: Vec<Map>,
    /// The output folder [default: paynet-api/src/generated]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The Rust path of the runtime in the generated code
    #[arg(long, value_name = "PATH", default_value = "crate::runtime", value_parser = rust_path)]
    runtime: String,
    /// Generate what a server of the operations needs too, compiled with this cargo feature if one is
    /// given [for specs/: sandbox]
    #[arg(long, value_name = "FEATURE", num_args = 0..=1, require_equals = true)]
    server: Option<Option<String>>,
    /// Write nothing; print this document (`softpos`) with its overlay applied and before any
    /// repair
    #[arg(long, value_name = "NAME", conflicts_with_all = ["check", "out"])]
    print: Option<String>,
    /// Report what became of each operation, parameter, body, response and schema: typed, left as
    /// JSON or not generated, and why
    #[arg(long)]
    report: bool,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    En,
    Tr,
}

impl Lang {
    /// The language's code, `en`.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Tr => "tr",
        }
    }
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::En => Self::English,
            Lang::Tr => Self::Turkish,
        }
    }
}

/// Runs the command.
///
/// # Errors
///
/// Returns one sentence for the user.
pub(crate) fn run(args: &Args) -> Result<(), String> {
    let sources = sources(args).map_err(|error| error.to_string())?;
    if let Some(name) = &args.print {
        return print_document(args, &sources, name);
    }
    let folder = output(args)?;
    let (files, diagnostics, report) = codegen::generate_and_report(&sources, &options(args));
    args.output.diagnostics(&diagnostics, &sources);
    if args.report {
        args.output.report(&report, &sources);
    }
    let files = files.ok_or("nothing was written; see above")?;
    if args.check {
        check(args, &folder, &files)?;
    } else {
        write(args, &folder, &files)?;
    }
    check_complete(&report)
}

/// Returns an error if a part of the documents was not generated.
fn check_complete(report: &Report) -> Result<(), String> {
    match report.missing() {
        0 => Ok(()),
        1 => Err("a part of the documents was not generated: `--report` says which".to_owned()),
        more => Err(format!(
            "{more} parts of the documents were not generated: `--report` says which"
        )),
    }
}

/// Parses a path of plain identifiers that means the same in every file, unlike those of `super`.
fn rust_path(text: &str) -> Result<String, String> {
    let is_identifier = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    let path = text.strip_prefix("::").unwrap_or(text);
    let is_relative = ["super", "self"].contains(&path.split("::").next().unwrap_or_default());
    if path.split("::").all(is_identifier) && !is_relative {
        Ok(text.to_owned())
    } else {
        Err(
            "not an absolute Rust path; examples are `crate::runtime` and `::client::runtime`"
                .to_owned(),
        )
    }
}

fn output(args: &Args) -> Result<PathBuf, String> {
    if let Some(out) = &args.out {
        return std::path::absolute(out).map_err(|error| error.to_string());
    }
    if args.lang == Lang::Tr {
        return Err("--lang tr needs --out DIR: the committed client is in English".into());
    }
    if !args.spec.is_empty() {
        return Err(
            "--spec needs --out DIR: the committed client is generated from all specs".into(),
        );
    }
    Ok(paths::generated())
}

fn sources(args: &Args) -> Result<Sources, disk::DiskError> {
    if args.spec.is_empty() {
        let (folder, prefix) = paths::specs();
        return disk::read_specs(&folder, prefix);
    }
    let files: Vec<(String, PathBuf)> = args
        .spec
        .iter()
        .map(|path| (paths::spec_name(path), path.clone()))
        .collect();
    referred::read(files, &args.map)
}

fn options(args: &Args) -> Options {
    let server = args.server.clone().map(|feature| Server { feature });
    Options {
        runtime: args.runtime.clone(),
        language: args.lang.into(),
        // The committed client has a sandbox.
        server: server.or_else(|| args.spec.is_empty().then(paths::server)),
    }
}

fn write(args: &Args, folder: &Path, files: &OutputFiles) -> Result<(), String> {
    let changes = disk::apply(folder, files).map_err(|error| error.to_string())?;
    args.output.print(&report::written(folder, &changes, files));
    Ok(())
}

fn print_document(args: &Args, sources: &Sources, name: &str) -> Result<(), String> {
    let (text, diagnostics) = codegen::read::print(sources, name);
    args.output.diagnostics(&diagnostics, sources);
    let text = text.ok_or_else(|| {
        let names = codegen::read::names_of(sources).join("`, `");
        format!("no document `{name}`; expected one of `{names}`")
    })?;
    report::print(&text);
    Ok(())
}

fn check(args: &Args, folder: &Path, files: &OutputFiles) -> Result<(), String> {
    let present = disk::read_output(folder).map_err(|error| error.to_string())?;
    let changes = Changes::between(&present, files);
    if changes.is_empty() {
        args.output.print(&report::written(folder, &changes, files));
        return Ok(());
    }
    // What becomes of other documents and folders is for whoever has them.
    let meaning = match *folder == paths::generated() && args.spec.is_empty() {
        true => Meaning::of(&present, files),
        false => Meaning::unknown("changes are classed for the committed client alone".to_owned()),
    };
    args.output.differences(&Differences {
        folder,
        present: &present,
        wanted: files,
        changes: &changes,
        meaning: &meaning,
    });
    let name = paths::name(folder);
    let command = command_without_check();
    Err(format!(
        "{name} does not match the specs: run `{command}` and commit what it changes"
    ))
}

/// Returns the same command without `--check`.
fn command_without_check() -> String {
    let args = std::env::args().skip(1).filter(|arg| arg != "--check");
    let words: Vec<String> = ["cargo".to_owned(), "xtask".to_owned()]
        .into_iter()
        .chain(args)
        .collect();
    words.join(" ")
}
