//! The specs in one state, as what is generated from them.

use codegen::source::{Location, Sources, locate};
use codegen::{Diagnostics, Options, ir, lower, read};

use crate::paths;

/// The specs in one state.
pub(crate) struct State {
    sources: Sources,
    pub(crate) api: ir::Api,
}

impl State {
    /// Reads the specs of the workspace as they are now.
    ///
    /// # Errors
    ///
    /// Returns one sentence for the user.
    pub(crate) fn now() -> Result<Self, String> {
        let (folder, prefix) = paths::specs();
        let sources = codegen::disk::read_specs(&folder, prefix);
        Self::of(sources.map_err(|error| error.to_string())?, "the specs")
    }

    /// Lowers specs; `name` is what a message calls them.
    ///
    /// # Errors
    ///
    /// Returns one sentence for the user, after printing what is wrong with them.
    pub(crate) fn of(sources: Sources, name: &str) -> Result<Self, String> {
        let mut diagnostics = Diagnostics::default();
        let documents = read::read(&sources, &mut diagnostics);
        let api = lower::api(&documents, &options(), &mut diagnostics);
        if diagnostics.has_errors() {
            eprintln!("{}", diagnostics.render(&sources).trim_end());
            return Err(format!("{name} have errors; see above"));
        }
        drop(documents);
        Ok(Self { sources, api })
    }

    /// Returns a place as `specs/transaction.yaml:12`.
    pub(crate) fn place(&self, at: &Location) -> String {
        match self.sources.get(at.file()) {
            Some(text) => format!("{}:{}", at.file(), locate(text, at).0),
            None => at.to_string(),
        }
    }
}

/// Returns the options of the committed client.
pub(crate) fn options() -> Options {
    Options {
        server: Some(paths::server()),
        ..Options::default()
    }
}
