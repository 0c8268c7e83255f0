//! The specs that the output on disk was generated from: those of the last revision that give it.

use codegen::output::OutputFiles;

use crate::changes::{State, options};
use crate::git;

/// The most revisions that are tried. Who edits a spec has generated from the one before.
const REVISIONS: &str = "10";

pub(super) struct Before {
    pub(super) state: State,
    revision: String,
    /// Whether its specs give the output on disk.
    is_exact: bool,
}

impl Before {
    /// Finds the revision: the last one, unless its specs were committed without their output. If none
    /// gives the output, because it was edited or by another generator, it is the last one.
    ///
    /// # Errors
    ///
    /// Returns why there is nothing to compare with, as half a sentence.
    pub(super) fn of(present: &OutputFiles) -> Result<Self, String> {
        let log = git::run(&["log", "-n", REVISIONS, "--format=%h", "HEAD", "--", "specs"])
            .map_err(|error| format!("they need the revision before, from Git ({error})"))?;
        let revisions = std::iter::once("HEAD").chain(log.lines().skip(1));
        for revision in revisions {
            let specs = git::specs(revision)?;
            let (files, _) = codegen::generate(&specs, &options());
            if files.as_ref() == Some(present) {
                return Ok(Self {
                    state: State::of(specs, revision)?,
                    revision: revision.to_owned(),
                    is_exact: true,
                });
            }
        }
        Ok(Self {
            state: State::of(git::specs("HEAD")?, "the specs of HEAD")?,
            revision: "HEAD".to_owned(),
            is_exact: false,
        })
    }

    /// Says what the specs are compared with.
    pub(super) fn note(&self) -> String {
        let revision = &self.revision;
        match self.is_exact {
            true => format!("the output is that of the specs of {revision}"),
            false => format!(
                "compared with the specs of {revision}, which give other output than that on disk: it was edited, or the generator changed"
            ),
        }
    }
}
