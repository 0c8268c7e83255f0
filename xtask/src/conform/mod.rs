//! `cargo xtask conform`: somebody else's judgement of what generated clients send and decode.
//! Order and verdict only.
//!
//! ```text
//! subject    a document: its client, and the document as the judge gets it
//!   ↓
//! plan       requests for every operation, from the document's examples and schemas
//!   ↓
//! driver     a program that sends them through the generated client
//!   ↓
//! judge      Prism, started and stopped here, which validates each and mocks a response
//!   ↓
//! verdict    what the judge and the client made of each request, and which quirk excuses what
//!   ↓
//! table      a line a document
//! ```

mod compare;
mod driver;
mod judge;
mod judged;
mod plan;
mod quirks;
mod schema;
mod subject;
mod table;
mod verdict;

use std::path::PathBuf;

use self::driver::{Built, Driver, Outcome};
use self::judge::Prism;
use self::judged::What;
use self::plan::Case;
use self::quirks::Quirks;
use self::subject::Subject;
use self::table::{Row, Table};
use self::verdict::Judged;
use crate::documents::{self, Document};
use crate::report;

/// What can be chosen.
#[derive(Debug, clap::Args)]
#[command(after_help = HELP)]
pub(crate) struct Args {
    /// A document, or a folder: each of its documents is judged by itself, with its overlays
    #[arg(value_name = "FILE-OR-DIR")]
    path: PathBuf,
    /// Only the documents of the folder whose file name contains this
    #[arg(long, value_name = "NAME")]
    only: Option<String>,
    /// Judge requests alone: Prism does not get through responses that refer to each other a lot
    #[arg(long)]
    requests: bool,
    /// List each refused request, each response that was not decoded, and each exemption
    #[arg(long)]
    verbose: bool,
}

const HELP: &str = "\
For each operation the client sends: everything that the document describes, once for each media
type of the body; each example of a body; and what is required, once for each documented status,
which the judge is asked to answer with. The judge is Prism, on loopback. It is looked for in
target/prism and in PATH: https://github.com/stoplightio/prism

Columns:
  operations   operations of the client
  sent         requests that reached the judge
  refused      requests that the judge says are invalid
  exempt       refusals that are the judge's or the document's fault, by name: --verbose lists them
  unsent       requests that could not be built, or that the client refuses to send
  decoded      mocked responses that the client decoded, and decoded again after encoding
  undecoded    mocked responses that it did not, or not to the same value
  unjudged     requests that the judge crashes on, and responses that it could not mock
  blind        operations with a JSON body of which the judge accepts anything

Exit code: 0 if nothing is refused, unsent or undecoded but what is exempt; 1 otherwise, also where
an exemption is no longer needed, and where the judge or the compiler could not be started.";

/// Runs the command: a line a document, and a total.
pub(crate) fn run(args: &Args) -> Result<(), String> {
    let documents = match args.path.is_dir() {
        true => documents::of(&args.path, args.only.as_deref())?,
        false => vec![documents::one(&args.path)?],
    };
    let program = judge::find()?;
    let driver = Driver::of(&documents)?;
    let what = match args.requests {
        true => What::Requests,
        false => What::All,
    };
    let mut table = Table::of(&documents);
    report::print(&table.heading());
    for document in &documents {
        let (row, findings) = match judge_one(document, &driver, &program, what) {
            Ok(judged) => (Row::of(document, &judged), judged.findings(args.verbose)),
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

/// Sends every request of one document, and judges what came back.
fn judge_one(
    document: &Document,
    driver: &Driver,
    program: &judge::Program,
    what: What,
) -> Result<Judged, String> {
    let subject = Subject::of(document, what)?;
    let cases = plan::cases(&subject, what);
    if cases.is_empty() {
        return Ok(Judged::default());
    }
    let built = driver.build(document, &subject)?;
    let (outcomes, prism) = outcomes(&built, &cases, program, &subject)?;
    let blind = judge::blind(&subject, &prism);
    let mut quirks = Quirks::default();
    let verdicts = cases
        .iter()
        .zip(&outcomes)
        .map(|(case, outcome)| verdict::of(&subject, case, outcome, &mut quirks))
        .collect();
    Ok(Judged {
        operations: subject.operations().count(),
        verdicts,
        unneeded: quirks.unneeded(&document.file),
        blind,
    })
}

/// Sends every request. A judge that crashes is started again; the one that runs is returned.
fn outcomes(
    built: &Built,
    cases: &[Case],
    program: &judge::Program,
    subject: &Subject,
) -> Result<(Vec<Outcome>, Prism), String> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    let mut prism = Prism::start(program, &subject.judged)?;
    while outcomes.len() < cases.len() {
        outcomes.extend(built.run(&cases[outcomes.len()..], prism.url())?);
        if let Some(last) = outcomes.last_mut().filter(|last| last.lost.is_some()) {
            last.lost = Some(prism.last_words());
            prism = Prism::start(program, &subject.judged)?;
        }
    }
    Ok((outcomes, prism))
}
