//! The command line: what the caller asks for.
//!
//! | module | content |
//! | --- | --- |
//! | `command` | the commands and their help, in both languages |
//! | `journal` | those of `paynet journal` |
//! | `options` | options that several commands share |
//! | `reader` | the options of a command |
//! | `values` | environments, databases, rates |
//! | `mistake` | what is wrong with a command line, in both languages |

mod command;
mod journal;
mod mistake;
mod options;
mod reader;
mod values;

#[cfg(test)]
mod tests;

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use crate::exit::Failure;
use crate::language::Language;

pub(crate) use values::{Database, Server};

use reader::Reader;

/// What the caller asks for.
#[derive(Debug)]
pub(crate) enum Task {
    Refund(Target, RefundTask),
    Status(Target),
    Resolve(Target, Resolve),
    Show(Target, Show),
    Settle(Target, Settle),
    Migrate(Database),
    /// To print this: the help, or the version.
    Print(String),
}

/// Which journal, and what the client is built from.
#[derive(Debug)]
pub(crate) struct Target {
    pub(crate) server: Server,
    pub(crate) database: Database,
    pub(crate) migrates: bool,
    pub(crate) secret_key: SecretKey,
    /// The name of this process, for the journal; random if nobody says so.
    pub(crate) worker: Option<String>,
    /// How long the resolver looks at a refund.
    pub(crate) look_for: Duration,
}

/// Where the secret key comes from.
#[derive(Debug)]
pub(crate) enum SecretKey {
    /// Nothing is called.
    NotNeeded,
    Variable,
    File(PathBuf),
}

/// `paynet refund`.
#[derive(Debug)]
pub(crate) struct RefundTask {
    pub(crate) file: PathBuf,
    pub(crate) is_dry_run: bool,
    /// Whether the caller has agreed already.
    pub(crate) is_agreed: bool,
    /// From the start of one refund to that of the next.
    pub(crate) interval: Duration,
    pub(crate) at_once: usize,
    pub(crate) result: PathBuf,
    /// Who sends them, for the history.
    pub(crate) by: Option<String>,
}

/// `paynet resolve`.
#[derive(Debug)]
pub(crate) struct Resolve {
    /// Of this refund alone.
    pub(crate) key: Option<String>,
}

/// `paynet journal show`.
#[derive(Debug)]
pub(crate) struct Show {
    pub(crate) key: String,
}

/// `paynet journal settle`.
#[derive(Debug)]
pub(crate) struct Settle {
    pub(crate) key: String,
    pub(crate) is_done: bool,
    pub(crate) reason: String,
    pub(crate) by: String,
}

/// Reads the command line.
///
/// # Errors
///
/// If it is wrong; the text says what to write.
pub(crate) fn read(
    arguments: impl IntoIterator<Item = OsString>,
    variable: impl Fn(&str) -> Option<String>,
    language: Language,
) -> Result<Task, Failure> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    mistake::refuse_secret_keys(&arguments, language)?;
    let matches = match command::command(language).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return mistake::describe(&error, language).map(Task::Print),
    };
    let reader = Reader { variable, language };
    match matches.subcommand() {
        Some(("refund", matches)) => reader.refund(matches),
        Some(("status", matches)) => reader.target(matches).map(Task::Status),
        Some(("resolve", matches)) => reader.resolve(matches),
        Some(("journal", matches)) => match matches.subcommand() {
            Some(("show", matches)) => reader.show(matches),
            Some(("settle", matches)) => reader.settle(matches),
            Some((_, matches)) => reader.database(matches).map(Task::Migrate),
            None => Err(mistake::no_command(language)),
        },
        _ => Err(mistake::no_command(language)),
    }
}
