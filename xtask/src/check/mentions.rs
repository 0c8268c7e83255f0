//! Hand-written code that mentions what is gone or different: it may not compile any more.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use codegen::changes::{Change, RustName};
use codegen::ir::Api;
use codegen::output::OutputFiles;
use serde_json::{Value, json};

use super::code;
use super::usage::Usage;
use crate::paths;

/// A line of hand-written code, and the names that it mentions.
pub(crate) struct Mention {
    file: String,
    line: usize,
    text: String,
    names: Vec<String>,
}

impl Mention {
    pub(super) fn json(&self) -> Value {
        json!({"file": self.file, "line": self.line, "mentions": self.names, "text": self.text})
    }
}

/// `paynet-api/src/refund.rs:12: field amount of Refund`, then the line.
impl std::fmt::Display for Mention {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names = self.names.join(", ");
        write!(
            f,
            "  {}:{}: {names}\n      {}",
            self.file, self.line, self.text
        )
    }
}

/// Finds the lines that mention what the changes concern.
pub(super) fn of(changes: &[Change], before: &Api) -> Vec<Mention> {
    let mut names: Vec<&RustName> = changes.iter().flat_map(|change| &change.names).collect();
    names.sort();
    names.dedup();
    let usages: Vec<(String, Usage)> = names
        .into_iter()
        .flat_map(|name| {
            let usages = Usage::of(name, before).into_iter();
            usages.map(|usage| (name.to_string(), usage))
        })
        .collect();
    if usages.is_empty() {
        return Vec::new();
    }
    let files = hand_written().into_iter();
    files.flat_map(|path| in_file(&path, &usages)).collect()
}

/// Returns the `crate::…` paths of the new output that the old one does not have, and whose last name
/// is in no hand-written code: specs name such types with `x-rust-type`.
pub(super) fn undefined(present: &OutputFiles, wanted: &OutputFiles) -> Vec<String> {
    let (old, new) = (crate_paths(present), crate_paths(wanted));
    let mut missing: Vec<String> = new.difference(&old).cloned().collect();
    if missing.is_empty() {
        return missing;
    }
    for path in hand_written() {
        let text = fs::read_to_string(&path).unwrap_or_default();
        let is_code = path.extension().is_some_and(|it| it == "rs");
        let lines = code::lines(&text, false);
        let words = lines
            .iter()
            .flat_map(|(_, line)| line.split(|it| !is_of_name(it)));
        let words: BTreeSet<&str> = words.collect();
        missing
            .retain(|path| !is_code || !words.contains(path.rsplit("::").next().unwrap_or(path)));
    }
    missing
}

fn crate_paths(files: &OutputFiles) -> BTreeSet<String> {
    let texts = files.iter().map(|(_, text)| text);
    let after = texts.flat_map(|text| text.split("crate::").skip(1));
    let paths = after.map(|rest| {
        let end = rest.find(|it| !is_of_name(it) && it != ':');
        let path = rest[..end.unwrap_or(rest.len())].trim_end_matches(':');
        format!("crate::{path}")
    });
    paths.collect()
}

fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn in_file(path: &Path, usages: &[(String, Usage)]) -> Vec<Mention> {
    let Ok(text) = fs::read_to_string(path) else {
        return Vec::new();
    };
    let usages = usages.iter().filter(|(_, usage)| usage.is_in_file(&text));
    let usages: Vec<_> = usages.collect();
    let is_markdown = path.extension().is_some_and(|it| it == "md");
    let mut found: BTreeMap<usize, (&str, Vec<String>)> = BTreeMap::new();
    for (number, line) in code::lines(&text, is_markdown) {
        for (name, _) in usages.iter().filter(|(_, usage)| usage.is_in_line(line)) {
            let (_, names) = found.entry(number).or_insert((line, Vec::new()));
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
    }
    let file = paths::name(path);
    let mentions = found.into_iter().map(|(line, (text, names))| Mention {
        file: file.clone(),
        line,
        text: text.trim().to_owned(),
        names,
    });
    mentions.collect()
}

/// Lists the files that are compiled with the committed client, except for those of the generator.
fn hand_written() -> Vec<PathBuf> {
    let mut files = vec![paths::root().join("README.md")];
    for folder in paths::dependents() {
        add(&folder, &mut files);
    }
    files
}

fn add(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    let mut entries: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() && path != paths::generated() && !path.ends_with("target") {
            add(&path, files);
        } else if path.extension().is_some_and(|it| it == "rs") {
            files.push(path);
        }
    }
}
