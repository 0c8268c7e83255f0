//! What the specs are compared with: a folder, a revision of Git, or the last release.

use std::path::Path;

use codegen::source::Sources;

use crate::{git, paths};

/// An earlier state of the specs.
pub(super) struct Base {
    /// What it is called: a folder, a revision or a tag.
    pub(super) name: String,
    pub(super) sources: Sources,
    /// The revision that it is of, unless it is a folder.
    pub(super) revision: Option<String>,
}

impl Base {
    /// Returns the folder or revision that was named, or the last release.
    ///
    /// # Errors
    ///
    /// Returns one sentence for the user.
    pub(super) fn of(name: Option<&str>) -> Result<Self, String> {
        if let Some(folder) = name.map(Path::new).filter(|path| path.is_dir()) {
            let (_, prefix) = paths::specs();
            let sources = codegen::disk::read_specs(folder, prefix);
            return Ok(Self {
                name: folder.display().to_string(),
                sources: sources.map_err(|error| error.to_string())?,
                revision: None,
            });
        }
        let revision = match name {
            Some(revision) => revision.to_owned(),
            None => last_release()?,
        };
        Ok(Self {
            sources: git::specs(&revision)?,
            name: revision.clone(),
            revision: Some(revision),
        })
    }
}

/// Returns the last tag of a release.
fn last_release() -> Result<String, String> {
    let found = git::run(&["describe", "--tags", "--abbrev=0", "--match", "v*"]);
    found.map(|tag| tag.trim().to_owned()).map_err(|_| {
        "there is no tag of a release (`v0.1.0`) to compare with: name a revision or a folder, such as `--base HEAD`"
            .to_owned()
    })
}
