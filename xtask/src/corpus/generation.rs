//! Generates the client of one document, and its server role, in this process, and measures the time.

use std::panic::catch_unwind;
use std::time::{Duration, Instant};

use codegen::Report;
use codegen::diagnostic::{Diagnostics, Severity};
use codegen::options::{Options, Server};
use codegen::output::OutputFiles;
use codegen::report::State;
use codegen::source::Sources;

use crate::documents::Document;
use crate::{paths, referred};

/// The path of the runtime, for a crate that depends on it alone.
pub(crate) const RUNTIME: &str = "::paynet_api::runtime";

/// The number of runs, of which the fastest counts: disturbances only make a run slower.
const RUNS: usize = 3;

/// The result for a document.
pub(crate) struct Generation {
    /// The files; none if there are errors.
    pub(crate) files: Option<OutputFiles>,
    /// What was reported.
    pub(crate) diagnostics: Diagnostics,
    /// The report on each part.
    pub(crate) report: Report,
    /// The time of the generation, without I/O.
    pub(crate) time: Duration,
}

/// Generates the client of one document; `None` where the generator panics.
pub(crate) fn of(document: &Document) -> Result<Option<Generation>, String> {
    let paths = std::iter::once(&document.path).chain(&document.overlays);
    let files: Vec<_> = paths
        .map(|path| (paths::spec_name(path), path.clone()))
        .collect();
    let sources = referred::read(files, &[]).map_err(|error| error.to_string())?;
    Ok(catch_unwind(|| best_of(RUNS, &sources)).ok())
}

fn best_of(runs: usize, sources: &Sources) -> Generation {
    let mut best = run(sources);
    for _ in 1..runs {
        best.time = best.time.min(run(sources).time);
    }
    best
}

fn run(sources: &Sources) -> Generation {
    let options = Options {
        runtime: RUNTIME.to_owned(),
        server: Some(Server::default()),
        ..Options::default()
    };
    let start = Instant::now();
    let (files, diagnostics, report) = codegen::generate_and_report(sources, &options);
    Generation {
        files,
        diagnostics,
        report,
        time: start.elapsed(),
    }
}

impl Generation {
    /// Lists the first problems, a line each: errors, then parts that were not generated.
    pub(crate) fn problems(&self, count: usize) -> Vec<String> {
        let errors = self
            .diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity == Severity::Error);
        let errors = errors.map(|error| {
            let (code, message) = (error.problem.code(), error.problem.message());
            format!("{code} {message} ({})", error.at)
        });
        let missing = self.report.exceptions().iter();
        let missing = missing
            .filter(|part| part.state == State::NotGenerated && !part.ignored_by_standard)
            .map(|part| format!("not generated: {} ({})", part.name, part.at));
        errors.chain(missing).take(count).collect()
    }
}
