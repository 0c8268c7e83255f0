//! `cargo xtask conform`: checks what generated clients send and decode against Prism.
//! This file only runs the steps in order.
//!
//! ```text
//! subject    a document: its client, and the document as Prism gets it
//!   ↓
//! plan       requests for every operation, from the document's examples and schemas
//!   ↓
//! driver     a program that sends them through the generated client
//!   ↓
//! prism      Prism, started and stopped here, which validates each and mocks a response
//!   ↓
//! verdict    the results of Prism and the client for each request, and the quirks that excuse some
//!   ↓
//! table      a line per document
//! ```

mod compare;
mod driver;
mod plan;
mod prism;
mod prism_file;
mod quirks;
mod schema;
mod subject;
mod table;
mod verdict;

use std::path::PathBuf;

use self::driver::{Built, Driver, Outcome};
use self::plan::Case;
use self::prism::Prism;
use self::prism_file::What;
use self::quirks::Quirks;
use self::subject::Subject;
use self::table::{Row, Table};
use self::verdict::Results;
use crate::documents::{self, Document};
use crate::report;

/// Options of the command.
#[derive(Debug, clap::Args)]
#[command(after_help = HELP)]
pub(crate) struct Args {
    /// A document, or a folder: each of its documents is checked separately, with its overlays
    #[arg(value_name = "FILE-OR-DIR")]
    path: PathBuf,
    /// Only the documents of the folder whose file name contains this
    #[arg(long, value_name = "NAME")]
    only: Option<String>,
    /// Check requests only, which takes less time
    #[arg(long)]
    requests: bool,
    /// List each refused request, each response that was not decoded, and each exemption
    #[arg(long)]
    verbose: bool,
}

const HELP: &str = "\
For each operation the client sends: everything that the document describes, once for each media
type of the body; each example of a body; and what is required, once for each documented status,
which Prism is asked to answer with. Prism runs on loopback. It is looked for in
target/prism and in PATH: https://github.com/stoplightio/prism

Prism validates the requests against the document, and mocks the responses: the documented examples,
or else values of its own, with the first alternative of each oneOf and anyOf. Where the document is
too large for Prism with its references expanded, its copy for Prism lacks what Prism would not mock;
requests are validated against the whole.

Columns:
  operations   operations of the client
  sent         requests that reached Prism
  refused      requests that Prism says are invalid
  exempt       refusals that are Prism's or the document's fault, by name: --verbose lists them
  unsent       requests that could not be built, or that the client refuses to send
  decoded      mocked responses that the client decoded, and decoded again after encoding
  undecoded    mocked responses that it did not, or not to the same value
  unchecked    requests that Prism crashes on, and responses that it could not mock
  blind        operations with a JSON body of which Prism accepts anything

Exit code: 0 if nothing is refused, unsent or undecoded but what is exempt; 1 otherwise, also where
an exemption is no longer needed, and where Prism or the compiler could not be started.";

/// Runs the command: prints a line per document, and a total.
pub(crate) fn run(args: &Args) -> Result<(), String> {
    let documents = match args.path.is_dir() {
        true => documents::of(&args.path, args.only.as_deref())?,
        false => vec![documents::one(&args.path)?],
    };
    let program = prism::find()?;
    let driver = Driver::of(&documents)?;
    let what = match args.requests {
        true => What::Requests,
        false => What::All,
    };
    let mut table = Table::of(&documents);
    report::print(&table.heading());
    for document in &documents {
        let (row, findings) = match check_one(document, &driver, &program, what) {
            Ok(results) => (Row::of(document, &results), results.findings(args.verbose)),
            Err(problem) => (Row::failed(document), vec![problem]),
        };
        report::print(&table.line(row));
        for finding in findings {
            report::print(&format!("    {finding}"));
        }
    }
    report::print(&table.total());
    match table.failures() {
        0 => Ok(()),
        count => Err(format!("{count} of {} documents fail", documents.len())),
    }
}

/// Sends every request of one document, and checks the responses.
fn check_one(
    document: &Document,
    driver: &Driver,
    program: &prism::Program,
    what: What,
) -> Result<Results, String> {
    let subject = Subject::of(document, what)?;
    let cases = plan::cases(&subject, what);
    if cases.is_empty() {
        return Ok(Results::default());
    }
    let built = driver.build(document, &subject)?;
    let (outcomes, prism) = outcomes(&built, &cases, program, &subject)?;
    let blind = prism::blind(&subject, &prism);
    let mut quirks = Quirks::default();
    let verdicts = cases
        .iter()
        .zip(&outcomes)
        .map(|(case, outcome)| verdict::of(&subject, case, outcome, &mut quirks))
        .collect();
    Ok(Results {
        operations: subject.operations().count(),
        verdicts,
        unneeded: quirks.unneeded(&document.file),
        blind,
    })
}

/// Sends every request. Restarts Prism if it crashes, and returns the process that runs.
fn outcomes(
    built: &Built,
    cases: &[Case],
    program: &prism::Program,
    subject: &Subject,
) -> Result<(Vec<Outcome>, Prism), String> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    let mut prism = Prism::start(program, &subject.prism_file)?;
    while outcomes.len() < cases.len() {
        outcomes.extend(built.run(&cases[outcomes.len()..], prism.url())?);
        if let Some(last) = outcomes.last_mut().filter(|last| last.lost.is_some()) {
            last.lost = Some(prism.last_words());
            prism = Prism::start(program, &subject.prism_file)?;
        }
    }
    Ok((outcomes, prism))
}
