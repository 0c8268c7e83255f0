//! `cargo xtask changes`: what changed in the specs since a release, what it means for callers and on
//! the wire, and the version and the changelog entry that follow from it.

mod base;
mod entry;

use clap::ValueEnum;
use codegen::changes::{Change, Release, Rust, Wire, between};
use codegen::source::{Location, Sources, locate};
use codegen::{Diagnostics, Options, ir, lower, read};

use crate::{paths, report};

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// A revision of Git, or a folder with the specs as they were [default: the last tag v*]
    #[arg(long, value_name = "REVISION-OR-FOLDER")]
    base: Option<String>,
    /// How the changes are printed; `json` is one object per line
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// The specs in one state.
struct State {
    sources: Sources,
    api: ir::Api,
}

/// Runs the command.
///
/// # Errors
///
/// Returns one sentence for the user.
pub(crate) fn run(args: &Args) -> Result<(), String> {
    let (name, sources) = base::sources(args.base.as_deref())?;
    let before = State::of(sources, &format!("the specs of {name}"))?;
    let (folder, prefix) = paths::specs();
    let sources = codegen::disk::read_specs(&folder, prefix).map_err(|error| error.to_string())?;
    let after = State::of(sources, "the specs")?;
    let changes = between(&before.api, &after.api);
    match args.format {
        Format::Json => {
            let lines = changes.iter().map(|change| json(change, &before, &after));
            report::print(&lines.collect::<Vec<_>>().join("\n"));
        }
        Format::Text => print(&name, &changes, &before, &after),
    }
    Ok(())
}

impl State {
    fn of(sources: Sources, name: &str) -> Result<Self, String> {
        let options = Options {
            server: Some(paths::server()),
            ..Options::default()
        };
        let mut diagnostics = Diagnostics::default();
        let documents = read::read(&sources, &mut diagnostics);
        let api = lower::api(&documents, &options, &mut diagnostics);
        if diagnostics.has_errors() {
            eprintln!("{}", diagnostics.render(&sources).trim_end());
            return Err(format!("{name} have errors; see above"));
        }
        drop(documents);
        Ok(Self { sources, api })
    }

    /// Returns a place as `specs/transaction.yaml:12`.
    fn place(&self, at: &Location) -> String {
        match self.sources.get(at.file()) {
            Some(text) => format!("{}:{}", at.file(), locate(text, at).0),
            None => at.to_string(),
        }
    }
}

fn print(name: &str, changes: &[Change], before: &State, after: &State) {
    let Some(release) = Release::of(changes) else {
        return report::print(&format!("nothing changed since {name}"));
    };
    let mut text = String::new();
    for change in changes {
        text.push_str(&format!("{}: {}\n", classes(change), change.what));
        let places = [
            ("was", change.before.as_ref().map(|at| before.place(at))),
            ("is", change.after.as_ref().map(|at| after.place(at))),
        ];
        for (tense, place) in places {
            if let Some(place) = place {
                text.push_str(&format!("    {tense:>3} {place}\n"));
            }
        }
    }
    let version = env!("CARGO_PKG_VERSION");
    text.push_str(&entry::entry(changes, release, version));
    report::print(&text);
}

/// Returns both classes in words: `breaks the Rust API · changes requests`.
fn classes(change: &Change) -> String {
    let rust = match change.rust {
        Rust::Breaking => Some("breaks the Rust API"),
        Rust::Addition => Some("adds to the Rust API"),
        Rust::Patch if change.wire.is_none() => Some("docs only"),
        Rust::Patch => None,
    };
    let classes: Vec<&str> = rust.into_iter().chain(on_the_wire(change.wire)).collect();
    classes.join(" · ")
}

fn on_the_wire(wire: Wire) -> impl Iterator<Item = &'static str> {
    [
        (wire.requests, "changes requests"),
        (wire.responses, "changes how responses are read"),
        (wire.outcomes, "changes what counts as success"),
    ]
    .into_iter()
    .filter_map(|(applies, words)| applies.then_some(words))
}

/// Returns a change as a JSON object on one line.
fn json(change: &Change, before: &State, after: &State) -> String {
    let wire: Vec<&str> = [
        (change.wire.requests, "requests"),
        (change.wire.responses, "responses"),
        (change.wire.outcomes, "outcomes"),
    ]
    .into_iter()
    .filter_map(|(applies, word)| applies.then_some(word))
    .collect();
    serde_json::json!({
        "change": change.what,
        "rust": match change.rust {
            Rust::Breaking => "breaking",
            Rust::Addition => "addition",
            Rust::Patch => "patch",
        },
        "wire": wire,
        "before": change.before.as_ref().map(|at| before.place(at)),
        "after": change.after.as_ref().map(|at| after.place(at)),
    })
    .to_string()
}
