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

/// Returns what would be written as JSON, one object per file: its name as `file`, and `change`,
/// which is `missing`, `stale` or `orphan`.
pub(crate) fn differences_as_json(folder: &Path, changes: &Changes) -> String {
    let files = files(changes, ["missing", "stale", "orphan"]).into_iter();
    let objects = files.map(|(path, change)| {
        let file = paths::name(&folder.join(path));
        serde_json::json!({"file": file, "change": change}).to_string()
    });
    objects.collect::<Vec<_>>().join("\n")
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
fn files<'c>(changes: &'c Changes, words: [&'static str; 3]) -> Vec<(&'c String, &'static str)> {
    let lists = [&changes.missing, &changes.stale, &changes.orphan];
    let lists = lists.into_iter().zip(words);
    let mut files: Vec<_> = lists
        .flat_map(|(list, word)| list.iter().map(move |path| (path, word)))
        .collect();
    files.sort();
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_json_in_the_order_of_their_paths() {
        let changes = Changes {
            missing: vec!["c.rs".to_owned()],
            stale: vec!["a.rs".to_owned()],
            orphan: vec!["b.rs".to_owned()],
        };
        let json = differences_as_json(Path::new("/out"), &changes);
        let expected = [
            r#"{"file":"/out/a.rs","change":"stale"}"#,
            r#"{"file":"/out/b.rs","change":"orphan"}"#,
            r#"{"file":"/out/c.rs","change":"missing"}"#,
        ];
        assert_eq!(json.lines().collect::<Vec<_>>(), expected);
    }
}
