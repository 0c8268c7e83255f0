//! The summary of a run: one line per file.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use codegen::output::{Changes, OutputFiles};

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

/// Lists the files, one per line, in the order of their paths.
fn lines(folder: &Path, changes: &Changes, words: [&'static str; 3]) -> String {
    let mut text = String::new();
    for (path, word) in files(changes, words) {
        let _ = writeln!(text, "{word:<8} {}", paths::name(&folder.join(path)));
    }
    text
}

/// Returns the files that are missing, stale and orphaned, in the order of their paths, each with
/// the word for it.
pub(crate) fn files<'c>(
    changes: &'c Changes,
    words: [&'static str; 3],
) -> Vec<(&'c String, &'static str)> {
    let lists = [&changes.missing, &changes.stale, &changes.orphan];
    let lists = lists.into_iter().zip(words);
    let mut files: Vec<_> = lists
        .flat_map(|(list, word)| list.iter().map(move |path| (path, word)))
        .collect();
    files.sort();
    files
}
