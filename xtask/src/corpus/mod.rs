//! `cargo xtask corpus`: generates a client with the server role for every document of a folder, and
//! compiles it.

mod crates;
mod generation;
mod table;

use std::path::PathBuf;

use self::crates::{Checked, Crates};
use self::table::{Row, Status, Table};
use crate::documents::{self, Document};
use crate::report;

/// The number of diagnostics, and of compile errors, that are shown of a document that fails.
const SHOWN: usize = 3;

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The folder of the documents, each of which is generated separately, with its overlays
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Generate only; do not compile
    #[arg(long)]
    no_check: bool,
    /// Only documents whose file name contains this
    #[arg(long, value_name = "NAME")]
    only: Option<String>,
}

/// Runs the command: prints a line per document, its problems below, and a total.
pub(crate) fn run(args: &Args) -> Result<(), String> {
    let documents = documents::of(&args.folder, args.only.as_deref())?;
    let crates = if args.no_check {
        None
    } else {
        Some(Crates::of(&documents)?)
    };
    let mut table = Table::of(&documents);
    report::print(&table.heading());
    for document in &documents {
        let (row, problems) = run_one(document, crates.as_ref())?;
        report::print(&table.line(row));
        for problem in problems {
            report::print(&format!("    {problem}"));
        }
    }
    report::print(&table.total());
    match table.failures() {
        0 => Ok(()),
        count => Err(format!("{count} of {} documents fail", documents.len())),
    }
}

/// Generates and compiles one document: its line, and its problems.
fn run_one(document: &Document, crates: Option<&Crates>) -> Result<(Row, Vec<String>), String> {
    let Some(generation) = generation::of(document)? else {
        return Ok((
            Row::empty(document, Status::Panicked),
            vec!["the generator panicked; see above".to_owned()],
        ));
    };
    let mut row = Row::of(document, &generation);
    let mut problems = generation.problems(SHOWN);
    let (Some(files), Some(crates)) = (&generation.files, crates) else {
        return Ok((row, problems));
    };
    let Checked { seconds, errors } = crates.check(document, files)?;
    row.check = Some(seconds);
    if !errors.is_empty() {
        row.status = Status::DoesNotCompile(errors.len());
    }
    problems.extend(errors.into_iter().take(SHOWN));
    Ok((row, problems))
}
