//! `cargo xtask docs`: reads the provider's documentation and compares it with the specs.
//!
//! ```text
//! page text → page::Page         facts, samples, documents and sections, each with its line
//! specs     → spec::Specs        facts, citations and acknowledgements, after overlays
//!   ↓
//! compare::all                   findings: everything in which they differ
//!   ↓
//! settle                         what is acknowledged, and acknowledgements that nothing needs
//!   ↓
//! report                         text, JSON or Markdown
//! ```

mod compare;
mod facts;
mod fetch;
mod finding;
mod input;
mod json;
mod lock;
mod page;
mod report;
mod settle;
mod spec;
#[cfg(test)]
mod tests;

use std::fs;
use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use codegen::diagnostic::Coloring;
use codegen::disk;
use codegen::source::Sources;

use self::finding::Kind;
use self::lock::Lock;
use self::page::Page;
use self::report::Report;
use self::settle::Settled;
use self::spec::Specs;
use crate::{paths, report as output};

/// Options of the command.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER)]
pub(crate) struct Args {
    /// Files, folders of `.md` files or `https` addresses; `NAME=PAGE` if `x-source` cites it by
    /// another name. Without any, only the specs and the lock are checked
    #[arg(value_name = "PAGE|FOLDER|URL")]
    pages: Vec<String>,
    /// How findings are printed; `json` is one object per line
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// Print the acknowledged differences too, with their reasons
    #[arg(long)]
    acknowledged: bool,
    /// Record the pages in specs/docs.lock, if nothing differs but the lock
    #[arg(long, requires = "pages")]
    lock: bool,
}

const AFTER: &str = "Exit codes:
  0  nothing differs but what is acknowledged
  1  something differs
  2  a page, a spec or an option can't be read or understood";

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Markdown,
}

/// What nothing differed, what differed, and what could not be understood end with.
const DIFFERS: u8 = 1;
const UNREADABLE: u8 = 2;

/// Runs the command.
pub(crate) fn run(args: &Args) -> ExitCode {
    match checked(args) {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::from(UNREADABLE)
        }
    }
}

fn checked(args: &Args) -> Result<ExitCode, String> {
    let (folder, prefix) = paths::specs();
    let mut sources = disk::read_specs(&folder, prefix).map_err(|error| error.to_string())?;
    let specs = Specs::read(&sources)?;
    let mut lock = read_lock()?;
    let (pages, faults) = input::pages(&args.pages);
    for page in &pages {
        sources.insert(&page.text.file, &page.text.text);
    }
    if args.lock {
        record(&mut lock, &specs, &pages, faults.is_empty())?;
    }
    let mut findings = faults;
    findings.extend(compare::all(&specs, &pages, &lock));
    let settled = settle::settle(&specs, &pages, findings);
    print(
        args,
        &specs,
        &sources,
        &settled,
        (pages.len(), lock.pages.len()),
    );
    Ok(exit_code(&settled))
}

fn print(
    args: &Args,
    specs: &Specs,
    sources: &Sources,
    settled: &Settled,
    (pages, locked): (usize, usize),
) {
    let report = Report {
        specs,
        sources,
        settled,
        pages,
        locked,
        shows_settled: args.acknowledged,
    };
    let is_plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let coloring = match std::io::stdout().is_terminal() && !is_plain {
        true => Coloring::On,
        false => Coloring::Off,
    };
    let text = match args.format {
        Format::Text => report::text(&report, coloring),
        Format::Json => report::json(&report),
        Format::Markdown => report::markdown(&report),
    };
    if !text.is_empty() {
        output::print(&text);
    }
}

fn exit_code(settled: &Settled) -> ExitCode {
    let mut kinds = settled.open.iter().map(|finding| finding.kind);
    if kinds.any(|kind| kind == Kind::Unreadable) {
        ExitCode::from(UNREADABLE)
    } else if settled.open.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(DIFFERS)
    }
}

fn lock_path() -> PathBuf {
    paths::specs().0.join("docs.lock")
}

fn read_lock() -> Result<Lock, String> {
    let path = lock_path();
    if !path.exists() {
        return Ok(Lock::default());
    }
    let text = disk::read_text(&path).map_err(|error| error.to_string())?;
    Lock::parse(&text).map_err(|error| format!("{}: {error}", paths::name(&path)))
}

/// Records the pages, unless something differs: the lock says what the specs were written from.
fn record(lock: &mut Lock, specs: &Specs, pages: &[Page], is_complete: bool) -> Result<(), String> {
    let mut new = lock.clone();
    let today = lock::today();
    for page in pages {
        new.record(page, &today);
    }
    let settled = settle::settle(specs, pages, compare::all(specs, pages, &new));
    if !settled.open.is_empty() || !is_complete {
        eprintln!("specs/docs.lock was not changed, because something differs");
        return Ok(());
    }
    *lock = new;
    let path = lock_path();
    fs::write(&path, lock.text()).map_err(|error| format!("{}: {error}", path.display()))
}
