//! `cargo bench -p codegen`: the time of each stage. It asserts nothing.
//!
//! Measures synthetic documents of 100 to 10,000 operations, and the documents named by
//! `CODEGEN_BENCH`, separated by `:`. The fastest of a few passes counts: disturbances only make a
//! pass slower.
//!
//! Every pass over synthetic documents generates 10,000 operations: a hundred documents of 100, ten
//! of 1,000, or one. No two documents are equal, so none profits from the caches of the one before.
//! The difference between the sizes is therefore what the size of a document costs.

mod synthetic;

use std::time::{Duration, Instant};

use codegen::diagnostic::{Diagnostics, Severity};
use codegen::ir::Api;
use codegen::{Options, Sources, lower, read, render};

/// The allocator of `xtask`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The environment variable that names more documents.
const VARIABLE: &str = "CODEGEN_BENCH";

/// The operations of one pass over synthetic documents.
const PASS: usize = 10_000;

/// The least time and number of passes for one size or document.
const AT_LEAST: (Duration, usize) = (Duration::from_millis(1500), 3);

fn main() {
    println!(
        "{:36} {:>10} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9} {:>8} {:>10}",
        "document",
        "operations",
        "read ms",
        "lower ms",
        "emit ms",
        "render ms",
        "all ms",
        "µs/op",
        "MB/s",
        "lines/s"
    );
    for operations in [100, 1_000, 10_000] {
        let starts = (0..PASS).step_by(operations);
        let texts: Vec<String> = starts
            .map(|start| synthetic::document(start..start + operations))
            .collect();
        measure(&format!("synthetic_{operations}.json"), &texts);
    }
    let named = std::env::var(VARIABLE).unwrap_or_default();
    for path in named.split(':').filter(|path| !path.is_empty()) {
        let name = path.rsplit('/').next().unwrap_or(path);
        match std::fs::read_to_string(path) {
            Ok(text) => measure(name, &[text]),
            Err(error) => eprintln!("{path}: {error}"),
        }
    }
}

/// The times of a pass by stage, and what it generated.
#[derive(Clone, Copy, Default)]
struct Run {
    read: Duration,
    lower: Duration,
    emit: Duration,
    render: Duration,
    operations: usize,
    lines: usize,
    errors: usize,
}

impl Run {
    fn and(self, other: Self) -> Self {
        Self {
            read: self.read + other.read,
            lower: self.lower + other.lower,
            emit: self.emit + other.emit,
            render: self.render + other.render,
            operations: self.operations + other.operations,
            lines: self.lines + other.lines,
            errors: self.errors + other.errors,
        }
    }

    fn all(&self) -> Duration {
        self.read + self.lower + self.render
    }
}

fn measure(name: &str, texts: &[String]) {
    let (least, count) = AT_LEAST;
    let start = Instant::now();
    let mut runs = vec![pass(name, texts)];
    while start.elapsed() < least || runs.len() < count {
        runs.push(pass(name, texts));
    }
    let best = |of: fn(&Run) -> Duration| runs.iter().map(of).min().unwrap_or_default();
    let all = best(Run::all);
    let last = runs[0];
    println!(
        "{name:36} {:>10} {:>9.1} {:>9.1} {:>9.1} {:>9.1} {:>9.1} {:>9.1} {:>8.1} {:>10.0}{}",
        last.operations,
        millis(best(|run| run.read)),
        millis(best(|run| run.lower)),
        millis(best(|run| run.emit)),
        millis(best(|run| run.render)),
        millis(all),
        millis(all) * 1000.0 / last.operations.max(1) as f64,
        texts.iter().map(String::len).sum::<usize>() as f64 / 1e6 / all.as_secs_f64(),
        last.lines as f64 / all.as_secs_f64(),
        match last.errors {
            0 => String::new(),
            errors => format!("  ({errors} errors: nothing would be written)"),
        },
    );
}

/// Generates one document after the other.
fn pass(name: &str, texts: &[String]) -> Run {
    let runs = texts.iter().map(|text| {
        let mut sources = Sources::default();
        sources.insert(name, text);
        run(&sources)
    });
    runs.fold(Run::default(), Run::and)
}

fn run(sources: &Sources) -> Run {
    let options = Options::default();
    let mut diagnostics = Diagnostics::default();
    let (documents, read) = timed(|| read::read(sources, &mut diagnostics));
    let (api, lower) = timed(|| lower::api(&documents, &options, &mut diagnostics));
    let (_, emit) = timed(|| render::emitted(&api, &options));
    let (tree, render) = timed(|| render::files(&api, &options, &mut diagnostics));
    Run {
        read,
        lower,
        emit,
        render,
        operations: operations(&api),
        lines: tree.iter().map(|(_, text)| text.lines().count()).sum(),
        errors: diagnostics.count(Severity::Error),
    }
}

fn operations(api: &Api) -> usize {
    let groups = api.modules.iter().flat_map(|module| &module.groups);
    groups.map(|group| group.operations.len()).sum()
}

fn timed<T>(stage: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = stage();
    (result, start.elapsed())
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
