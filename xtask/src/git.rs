//! Git, as far as the commands need it: reading files of other revisions.

use std::process::Command;

use codegen::source::Sources;

use crate::paths;

/// Runs Git in the workspace, and returns what it prints.
///
/// # Errors
///
/// Returns what Git says, or why it can't be run.
pub(crate) fn run(arguments: &[&str]) -> Result<String, String> {
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

/// Returns the text of a file in a revision.
///
/// # Errors
///
/// Returns one sentence for the user.
pub(crate) fn file(revision: &str, name: &str) -> Result<String, String> {
    run(&["show", &format!("{revision}:{name}")])
        .map_err(|error| format!("can't read `{name}` of `{revision}`: {error}"))
}

/// Returns the specs of a revision.
///
/// # Errors
///
/// Returns one sentence for the user.
pub(crate) fn specs(revision: &str) -> Result<Sources, String> {
    // What begins with a hyphen would be an option.
    if revision.starts_with('-') {
        return Err(format!("`{revision}` is neither a revision nor a folder"));
    }
    let (_, prefix) = paths::specs();
    let folder = prefix.trim_end_matches('/');
    let names = run(&["ls-tree", "-r", "--name-only", "-z", revision, "--", folder]);
    let names = names.map_err(|error| format!("can't read the specs of `{revision}`: {error}"))?;
    let endings = [".json", ".yaml", ".yml"];
    let is_spec = |name: &&str| endings.iter().any(|ending| name.ends_with(ending));
    let mut sources = Sources::default();
    for name in names.split('\0').filter(is_spec) {
        sources.insert(name, &file(revision, name)?);
    }
    if sources.iter().next().is_none() {
        return Err(format!("`{revision}` has no specs in `{folder}`"));
    }
    Ok(sources)
}
