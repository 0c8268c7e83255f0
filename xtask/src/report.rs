//! The summary of a run: one line per file.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use codegen::output::{Changes, OutputFiles};

use crate::diff;
use crate::paths;

/// Prints to stdout. A closed pipe (`| head`) is not an error.
pub(crate) fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{}", text.trim_end());
}

/// Summarizes what was written.
pub(crate) fn written(folder: &Path, changes: &Changes, files: &OutputFiles) -> String {
    let total = files.len();
    if changes.is_empty() {
        return format!("nothing changed ({total} files)");
    }
    let changed = changes.missing.len() + changes.stale.len();
    let removed = changes.orphan.len();
    let mut text = lines(folder, changes, ["new", "changed", "removed"]);
    let _ = write!(
        text,
        "{changed} of {total} files written, {removed} removed"
    );
    text
}

/// Summarizes what would be written, with a short diff of each file that differs.
pub(crate) fn differences(
    folder: &Path,
    changes: &Changes,
    present: &OutputFiles,
    wanted: &OutputFiles,
) -> String {
    let mut text = lines(folder, changes, ["missing", "stale", "orphan"]);
    for path in &changes.stale {
        let old = present.get(path).unwrap_or_default();
        let new = wanted.get(path).unwrap_or_default();
        let name = paths::name(&folder.join(path));
        let _ = write!(text, "\n{name}\n{}", diff::short(old, new));
    }
    text
}

/// Lists the files, one per line, in the order of their paths.
fn lines(folder: &Path, changes: &Changes, words: [&str; 3]) -> String {
    let lists = [&changes.missing, &changes.stale, &changes.orphan];
    let mut lines: Vec<(&String, &str)> = Vec::new();
    for (list, word) in lists.into_iter().zip(words) {
        lines.extend(list.iter().map(|path| (path, word)));
    }
    lines.sort();
    let mut text = String::new();
    for (path, word) in lines {
        let _ = writeln!(text, "{word:<8} {}", paths::name(&folder.join(path)));
    }
    text
}
