//! `cargo xtask changes`: what changed in the specs since a release, what it means for callers and on
//! the wire, and the version and the changelog entry that follow from it.

mod base;
mod entry;
mod released;
mod state;
mod words;

use clap::ValueEnum;
use codegen::changes::{Change, Release, between};

use self::base::Base;
use crate::report;

pub(crate) use self::state::{State, options};
pub(crate) use self::words::{Between, SEPARATOR};

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// A revision of Git, or a folder with the specs as they were [default: the last tag v*]
    #[arg(long, value_name = "REVISION-OR-FOLDER")]
    base: Option<String>,
    /// Fail if something changed and neither the version nor CHANGELOG.md did
    #[arg(long)]
    check: bool,
    /// How the changes are printed; `json` is one object per line
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Runs the command.
///
/// # Errors
///
/// Returns one sentence for the user.
pub(crate) fn run(args: &Args) -> Result<(), String> {
    let base = Base::of(args.base.as_deref())?;
    let (name, revision) = (base.name, base.revision);
    let before = State::of(base.sources, &format!("the specs of {name}"))?;
    let after = State::now()?;
    let changes = between(&before.api, &after.api);
    let states = Between {
        before: &before,
        after: &after,
    };
    report::print(&match args.format {
        Format::Json => {
            let lines = changes.iter().map(|change| states.json(change).to_string());
            lines.collect::<Vec<_>>().join("\n")
        }
        Format::Text => {
            let version = revision.as_deref().and_then(released::version_of);
            text(&name, version.as_deref(), &changes, states)
        }
    });
    match args.check && !changes.is_empty() {
        true => released::check(&name, revision.as_deref()),
        false => Ok(()),
    }
}

fn text(name: &str, version: Option<&str>, changes: &[Change], states: Between<'_>) -> String {
    let Some(release) = Release::of(changes) else {
        return format!("nothing changed since {name}");
    };
    let mut text: String = changes.iter().map(|change| states.text(change)).collect();
    let now = env!("CARGO_PKG_VERSION");
    let version = version.unwrap_or(now);
    text.push_str(&entry::entry(changes, release, version, now));
    text
}
