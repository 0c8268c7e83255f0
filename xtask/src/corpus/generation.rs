//! One document through the generator, in this process: what came of it, and how long it took.

use std::panic::catch_unwind;
use std::time::{Duration, Instant};

use codegen::diagnostic::{Diagnostics, Severity};
use codegen::ir::Api;
use codegen::options::Options;
use codegen::source::Sources;
use codegen::tree::Tree;
use codegen::{disk, lower, render, spec};

use super::documents::Document;
use crate::paths;

/// The path by which the code reaches the runtime: of a crate that has one dependency.
pub(crate) const RUNTIME: &str = "::paynet_api::runtime";

/// The best of so many runs counts: what disturbs a run makes it slower, never faster.
const RUNS: usize = 3;

/// What came of a document.
pub(crate) struct Generation {
    /// What is generated.
    pub(crate) api: Api,
    /// The files; none while an error stands.
    pub(crate) tree: Option<Tree>,
    /// What was reported.
    pub(crate) diagnostics: Diagnostics,
    /// From text to text, without the disk.
    pub(crate) time: Duration,
}

/// Generates the client of one document; `None` where the generator panics.
pub(crate) fn of(document: &Document) -> Result<Option<Generation>, String> {
    let paths = std::iter::once(&document.path).chain(&document.overlays);
    let files: Vec<_> = paths
        .map(|path| (paths::spec_name(path), path.clone()))
        .collect();
    let sources = disk::read_texts(&files).map_err(|error| error.to_string())?;
    Ok(catch_unwind(|| best_of(RUNS, &sources)).ok())
}

fn best_of(runs: usize, sources: &Sources) -> Generation {
    let mut best = run(sources);
    for _ in 1..runs {
        best.time = best.time.min(run(sources).time);
    }
    best
}

/// The stages of [`codegen::generate`], by themselves, because the table counts what stands between them.
fn run(sources: &Sources) -> Generation {
    let options = Options {
        runtime: RUNTIME.to_owned(),
        ..Options::default()
    };
    let start = Instant::now();
    let mut diagnostics = Diagnostics::default();
    let documents = spec::read(sources, &mut diagnostics);
    let api = lower::api(&documents, &options, &mut diagnostics);
    let tree = render::tree(&api, &options, &mut diagnostics);
    Generation {
        api,
        tree: (!diagnostics.has_errors()).then_some(tree),
        diagnostics,
        time: start.elapsed(),
    }
}

impl Generation {
    /// The first errors, a line each.
    pub(crate) fn complaints(&self, count: usize) -> Vec<String> {
        let errors = self
            .diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.problem.severity() == Severity::Error);
        let lines = errors.map(|error| {
            let (code, message) = (error.problem.code(), error.problem.message());
            format!("{code} {message} ({})", error.at)
        });
        lines.take(count).collect()
    }
}
