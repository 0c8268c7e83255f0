//! The files that differ, each with the changes of the specs that it is made of.

use std::fmt::Write as _;
use std::path::Path;

use codegen::changes::{Change, classes};
use codegen::output::{Changes, OutputFiles};
use serde_json::{Value, json};

use super::Meaning;
use crate::changes::SEPARATOR;
use crate::{diff, paths, report};

/// What is said of a file that differs only because others do: lists of modules, the server's side,
/// operations that name a type.
const FOLLOWS: &str = "follows from the others";

/// What differs.
pub(crate) struct Differences<'a> {
    /// The output folder.
    pub(crate) folder: &'a Path,
    /// The files on disk.
    pub(crate) present: &'a OutputFiles,
    /// The files that the specs give now.
    pub(crate) wanted: &'a OutputFiles,
    pub(crate) changes: &'a Changes,
    pub(crate) meaning: &'a Meaning,
}

impl Differences<'_> {
    /// Returns the report for people: the files with what changed in each, the code that mentions it,
    /// and a short diff of each file.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        for (path, word) in self.files() {
            let _ = writeln!(text, "{word:<8} {}", self.name(path));
            for line in self.meaning_of(path).lines() {
                let _ = writeln!(text, "         {line}");
            }
        }
        for change in self.unwritten() {
            let _ = writeln!(text, "in no file");
            text.push_str(&self.meaning.text(change).unwrap_or_default());
        }
        let _ = writeln!(text, "\n{}", self.meaning.note);
        for name in &self.meaning.undefined {
            let _ = writeln!(
                text,
                "the specs name `{name}`, which no hand-written code has"
            );
        }
        if !self.meaning.mentions.is_empty() {
            text.push_str("\nhand-written code that may not compile any more:\n");
        }
        for mention in &self.meaning.mentions {
            let _ = writeln!(text, "{mention}");
        }
        for path in &self.changes.stale {
            let old = self.present.get(path).unwrap_or_default();
            let new = self.wanted.get(path).unwrap_or_default();
            let heading = self.heading(path);
            let _ = write!(text, "\n{heading}\n{}", diff::short(old, new));
        }
        text
    }

    /// Returns the report as JSON, one object per line: files, changes that no file shows, code that
    /// mentions what is gone, and what was compared with what.
    pub(crate) fn json(&self) -> String {
        let files = self.files().into_iter().map(|(path, change)| {
            let classes = self.classes(path);
            let changes = self.changes_of(path);
            let changes: Vec<Value> = changes.filter_map(|it| self.meaning.json(it)).collect();
            json!({"file": self.name(path), "change": change, "classes": classes, "changes": changes})
        });
        let unwritten = self.unwritten();
        let unwritten = unwritten.filter_map(|change| self.meaning.json(change));
        let mentions = self.meaning.mentions.iter().map(|mention| mention.json());
        let undefined = self.meaning.undefined.iter();
        let undefined = undefined.map(|name| json!({"undefined": name}));
        let note = json!({"note": self.meaning.note});
        let files = files.chain(unwritten);
        let all = files.chain(mentions).chain(undefined).chain([note]);
        all.map(|it| it.to_string()).collect::<Vec<_>>().join("\n")
    }

    fn files(&self) -> Vec<(&String, &'static str)> {
        report::files(self.changes, ["missing", "stale", "orphan"])
    }

    fn name(&self, path: &str) -> String {
        paths::name(&self.folder.join(path))
    }

    /// Returns the changes that a file is made of.
    fn changes_of(&self, path: &str) -> impl Iterator<Item = &Change> {
        let changes = self.meaning.changes.iter();
        changes.filter(move |change| change.files.iter().any(|file| file == path))
    }

    /// Returns the changes that no file shows.
    fn unwritten(&self) -> impl Iterator<Item = &Change> {
        let files = self.files();
        let is_written = move |change: &Change| {
            let mut files = files.iter();
            files.any(|(path, _)| change.files.contains(path))
        };
        let changes = self.meaning.changes.iter();
        changes.filter(move |change| !is_written(change))
    }

    fn meaning_of(&self, path: &str) -> String {
        let changes = self.changes_of(path);
        let text: String = changes.filter_map(|it| self.meaning.text(it)).collect();
        match text.is_empty() && !self.meaning.changes.is_empty() {
            true => FOLLOWS.to_owned(),
            false => text,
        }
    }

    /// Returns the classes of a file's changes in words; `None` if it has none of its own.
    fn classes(&self, path: &str) -> Option<Vec<String>> {
        self.changes_of(path).next()?;
        Some(classes(self.changes_of(path)))
    }

    /// Returns the heading of a file's diff: its name, and its classes if they are known.
    fn heading(&self, path: &str) -> String {
        let name = self.name(path);
        match self.classes(path) {
            Some(classes) => format!("{name}: {}", classes.join(SEPARATOR)),
            None if self.meaning.changes.is_empty() => name,
            None => format!("{name}: {FOLLOWS}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_base_files_are_listed_in_the_order_of_their_paths() {
        let none = OutputFiles::default();
        let changes = Changes {
            missing: vec!["c.rs".to_owned()],
            stale: vec!["a.rs".to_owned()],
            orphan: vec!["b.rs".to_owned()],
        };
        let differences = Differences {
            folder: Path::new("/out"),
            present: &none,
            wanted: &none,
            changes: &changes,
            meaning: &Meaning::unknown("no Git".to_owned()),
        };
        let expected = [
            r#"{"file":"/out/a.rs","change":"stale","classes":null,"changes":[]}"#,
            r#"{"file":"/out/b.rs","change":"orphan","classes":null,"changes":[]}"#,
            r#"{"file":"/out/c.rs","change":"missing","classes":null,"changes":[]}"#,
            r#"{"note":"no Git"}"#,
        ];
        assert_eq!(differences.json().lines().collect::<Vec<_>>(), expected);
        assert!(differences.text().contains("no Git"));
    }
}
