//! Pairs of documents that differ in one thing: `document.yaml`, and what each row of `pairs/` makes of
//! it. The build script, which compiles them, uses this file too.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{fs, io};

use codegen::options::Options;
use codegen::output::OutputFiles;
use codegen::{Diagnostics, Sources, generate, ir, lower, read};
use serde_yaml::Value;

/// The document that all pairs begin with.
const DOCUMENT: &str = "document.yaml";

/// A row: what it changes, in words, and the document after the change.
pub(crate) struct Pair {
    /// What is changed, in words.
    pub(crate) name: String,
    /// The document after the change.
    pub(crate) after: String,
}

/// Returns the document that all pairs begin with.
pub(crate) fn before(folder: &Path) -> io::Result<String> {
    fs::read_to_string(folder.join(DOCUMENT))
}

/// Lists the files of rows, one per subject.
pub(crate) fn subjects(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut subjects = Vec::new();
    for entry in fs::read_dir(folder.join("pairs"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == "yaml") {
            subjects.push(path);
        }
    }
    subjects.sort();
    Ok(subjects)
}

/// Reads the rows of a subject.
pub(crate) fn of(folder: &Path, subject: &Path) -> Result<Vec<Pair>, Box<dyn Error>> {
    let before = before(folder)?;
    let rows = fs::read_to_string(subject)?;
    let rows: Vec<Value> = serde_yaml::from_str(&rows)?;
    rows.iter().map(|row| pair(row, &before)).collect()
}

fn pair(row: &Value, before: &str) -> Result<Pair, Box<dyn Error>> {
    let name = text(row, "name")?;
    let mut after = before.to_owned();
    for edit in [Some(row), row.get("and")].into_iter().flatten() {
        let (replace, with) = (text(edit, "replace")?, text(edit, "with")?);
        if !after.contains(replace) || replace == with {
            return Err(format!("{name}: nothing to replace").into());
        }
        after = after.replacen(replace, with, 1);
    }
    Ok(Pair {
        name: name.to_owned(),
        after,
    })
}

fn text<'a>(row: &'a Value, key: &str) -> Result<&'a str, String> {
    let text = row.get(key).and_then(Value::as_str);
    text.ok_or_else(|| format!("{row:?} has no `{key}`"))
}

/// Generates a client.
pub(crate) fn files(text: &str, options: &Options) -> Result<OutputFiles, String> {
    let sources = sources(text);
    let (files, diagnostics) = generate(&sources, options);
    files.ok_or_else(|| diagnostics.render(&sources))
}

/// Lowers a document.
pub(crate) fn api(text: &str) -> Result<ir::Api, String> {
    let sources = sources(text);
    let mut diagnostics = Diagnostics::default();
    let documents = read::read(&sources, &mut diagnostics);
    let api = lower::api(&documents, &Options::default(), &mut diagnostics);
    match diagnostics.has_errors() {
        true => Err(diagnostics.render(&sources)),
        false => Ok(api),
    }
}

fn sources(text: &str) -> Sources {
    let mut sources = Sources::default();
    sources.insert("shop.yaml", text);
    sources
}
