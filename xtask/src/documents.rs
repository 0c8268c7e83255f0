//! The documents of a folder, and the files of each.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The end of the name of an overlay, before its extension.
const OVERLAY: &str = ".overlay";

/// One document of the folder.
#[derive(Debug)]
pub(crate) struct Document {
    /// Its file.
    pub(crate) path: PathBuf,
    /// The file's name.
    pub(crate) file: String,
    /// The crate that holds what is generated from it: unique in the folder.
    pub(crate) package: String,
    /// The overlays beside it.
    pub(crate) overlays: Vec<PathBuf>,
}

/// Lists the documents of a folder, in the order of their names: every `.json`, `.yaml` and `.yml`
/// file that names OpenAPI or Swagger.
pub(crate) fn of(folder: &Path, only: Option<&str>) -> Result<Vec<Document>, String> {
    let fail = |error: io::Error| format!("could not read {}: {error}", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(fail)? {
        paths.push(entry.map_err(fail)?.path());
    }
    paths.sort();
    paths.retain(|path| path.is_file() && is_spec(path));
    let (overlays, documents): (Vec<_>, Vec<_>) =
        paths.into_iter().partition(|path| is_overlay(path));
    let mut packages = BTreeSet::new();
    let documents: Vec<Document> = documents
        .into_iter()
        .filter(|path| only.is_none_or(|only| file_name(path).contains(only)))
        .filter(|path| is_document(path))
        .map(|path| document(path, &overlays, &mut packages))
        .collect();
    if documents.is_empty() {
        return Err(format!("no such document in {}", folder.display()));
    }
    Ok(documents)
}

/// A document by itself, with the overlays beside it.
pub(crate) fn one(path: &Path) -> Result<Document, String> {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let name = file_name(path);
    of(folder, Some(&name))?
        .into_iter()
        .find(|document| document.file == name)
        .ok_or_else(|| format!("{} is no document", path.display()))
}

fn document(path: PathBuf, overlays: &[PathBuf], packages: &mut BTreeSet<String>) -> Document {
    let file = file_name(&path);
    let overlay = format!("{}{OVERLAY}", stem(&path));
    let own = overlays.iter().filter(|path| stem(path) == overlay);
    Document {
        overlays: own.cloned().collect(),
        package: package(&stem(&path), packages),
        file,
        path,
    }
}

/// Returns a name that cargo accepts: `github__api.github.com-1.1.4` gives
/// `github_api_github_com_1_1_4`.
fn package(stem: &str, taken: &mut BTreeSet<String>) -> String {
    let words = stem.split(|it: char| !it.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let name = format!("client_of_{}", words.join("_").to_lowercase());
    let numbered = (2..).map(|number| format!("{name}_{number}"));
    let mut candidates = std::iter::once(name.clone()).chain(numbered);
    let free = candidates
        .find(|name| !taken.contains(name))
        .unwrap_or(name);
    taken.insert(free.clone());
    free
}

/// Returns whether a file names OpenAPI or Swagger. Others are parts that documents refer to.
fn is_document(path: &Path) -> bool {
    let text = fs::read(path).unwrap_or_default();
    let contains = |word: &[u8]| text.windows(word.len()).any(|window| window == word);
    contains(b"openapi") || contains(b"swagger")
}

fn is_spec(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    matches!(ending, Some("json" | "yaml" | "yml"))
}

fn is_overlay(path: &Path) -> bool {
    stem(path).ends_with(OVERLAY)
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn stem(path: &Path) -> String {
    let name = path.file_stem().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
