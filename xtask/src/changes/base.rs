//! The specs as they were: from a folder, or from a revision of Git.

use std::path::Path;
use std::process::Command;

use codegen::source::Sources;

use crate::paths;

/// Returns what is compared with, by name, and its specs.
///
/// # Errors
///
/// Returns one sentence for the user.
pub(super) fn sources(base: Option<&str>) -> Result<(String, Sources), String> {
    let (_, prefix) = paths::specs();
    if let Some(folder) = base.map(Path::new).filter(|path| path.is_dir()) {
        let sources = codegen::disk::read_specs(folder, prefix);
        let sources = sources.map_err(|error| error.to_string())?;
        return Ok((folder.display().to_string(), sources));
    }
    let revision = match base {
        Some(revision) => revision.to_owned(),
        None => last_release()?,
    };
    let sources = of_revision(&revision, prefix)?;
    Ok((revision, sources))
}

/// Returns the last tag of a release.
fn last_release() -> Result<String, String> {
    let found = git(&["describe", "--tags", "--abbrev=0", "--match", "v*"]);
    found.map(|tag| tag.trim().to_owned()).map_err(|_| {
        "there is no tag of a release (`v0.1.0`) to compare with: name a revision or a folder, such as `--base HEAD`"
            .to_owned()
    })
}

fn of_revision(revision: &str, prefix: &str) -> Result<Sources, String> {
    // What begins with a hyphen would be an option.
    if revision.starts_with('-') {
        return Err(format!("`{revision}` is neither a revision nor a folder"));
    }
    let folder = prefix.trim_end_matches('/');
    let names = git(&["ls-tree", "-r", "--name-only", "-z", revision, "--", folder]);
    let names = names.map_err(|error| format!("can't read the specs of `{revision}`: {error}"))?;
    let is_spec = |name: &&str| {
        [".json", ".yaml", ".yml"]
            .iter()
            .any(|it| name.ends_with(it))
    };
    let mut sources = Sources::default();
    for name in names.split('\0').filter(is_spec) {
        let text = git(&["show", &format!("{revision}:{name}")])
            .map_err(|error| format!("can't read `{name}` of `{revision}`: {error}"))?;
        sources.insert(name, &text);
    }
    if sources.iter().next().is_none() {
        return Err(format!("`{revision}` has no specs in `{folder}`"));
    }
    Ok(sources)
}

/// Runs Git in the workspace, and returns what it prints.
fn git(arguments: &[&str]) -> Result<String, String> {
    let output = Command::new("git")
        .current_dir(paths::root())
        .args(arguments)
        .output()
        .map_err(|error| format!("git: {error}"))?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        false => Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
    }
}
