//! The documents that are mutated: our fixtures and specs, each with its overlay.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::paths;

/// A document, and the overlay beside it.
#[derive(Clone, Debug)]
pub(crate) struct Seed {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) overlay: Option<String>,
    /// The text as a tree, if it is valid.
    pub(crate) tree: Option<Value>,
}

/// Returns the documents of the workspace and of one more folder, in the order of their paths.
pub(crate) fn all(more: Option<&Path>) -> Vec<Seed> {
    let root = paths::root();
    let folders = ["tests/cases", "tests/problems", "specs"].map(|folder| root.join(folder));
    let mut files = Vec::new();
    for folder in folders.iter().map(PathBuf::as_path).chain(more) {
        add_documents(folder, &mut files);
    }
    files.sort();
    files.iter().filter_map(|path| seed(path)).collect()
}

/// Adds the documents of a folder and of its subfolders.
fn add_documents(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            add_documents(&path, files);
        } else if is_document(&path) {
            files.push(path);
        }
    }
}

fn is_document(path: &Path) -> bool {
    let name = path.to_string_lossy();
    let ends = ["json", "yaml", "yml"].map(|ending| name.ends_with(&format!(".{ending}")));
    ends.contains(&true) && !name.contains(".overlay.")
}

fn seed(path: &Path) -> Option<Seed> {
    let text = fs::read_to_string(path).ok()?;
    let tree: Option<Value> = serde_yaml::from_str(&text).ok();
    Some(Seed {
        name: path.file_name()?.to_string_lossy().into_owned(),
        overlay: fs::read_to_string(path.with_extension("overlay.yaml")).ok(),
        tree: tree.filter(Value::is_object),
        text,
    })
}
