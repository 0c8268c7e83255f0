//! The file that Prism reads.
//!
//! It is the document itself if possible, so that Prism parses its syntax independently. A copy is
//! made if there are overlays, if there are callbacks, which Prism would perform, if the target of
//! a reference is missing, without which Prism would not start, if only requests are checked, and if
//! the document is too large for Prism with its references expanded, such as Stripe's: the responses
//! of that copy have what Prism mocks only. The client decodes them with all that the document has.

mod mocked;
mod responses;
mod size;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use crate::documents::Document;
use crate::paths;

/// What is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// Requests and responses.
    All,
    /// Requests only.
    Requests,
}

/// Returns the file that Prism reads. `given` is the document with its overlays.
pub(super) fn file(document: &Document, given: Value, what: What) -> Result<PathBuf, String> {
    let mut value = given;
    let given = std::path::absolute(&document.path).map_err(|error| error.to_string())?;
    let folder = given.parent().unwrap_or(Path::new("/"));
    let has_callbacks = remove_callbacks(&mut value);
    let has_missing = rewrite_references(&mut value, folder);
    if what == What::Requests {
        responses::remove(&mut value);
    } else if size::is_too_large(&value) {
        responses::keep_first_alternatives(&mut value);
    } else if !has_callbacks && !has_missing && document.overlays.is_empty() {
        return Ok(given);
    }
    let folder = paths::conform().join("documents");
    let path = folder.join(format!("{}.json", document.package));
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&path, value.to_string()))
        .map_err(|error| format!("could not write {}: {error}", path.display()))?;
    Ok(path)
}

/// Removes the callbacks of all operations, and returns whether there were any.
fn remove_callbacks(document: &mut Value) -> bool {
    let mut found = false;
    let items = document.get_mut("paths").and_then(Value::as_object_mut);
    for item in items.into_iter().flat_map(Map::values_mut) {
        for operation in item.as_object_mut().into_iter().flat_map(Map::values_mut) {
            let members = operation.as_object_mut();
            found |= members.is_some_and(|members| members.shift_remove("callbacks").is_some());
        }
    }
    found
}

/// Replaces references to missing files by schemas that allow any value, and rewrites other
/// relative references for the folder of the copy. Returns whether a file was missing.
fn rewrite_references(value: &mut Value, folder: &Path) -> bool {
    match value {
        Value::Array(items) => {
            let found = items
                .iter_mut()
                .map(|item| rewrite_references(item, folder));
            found.fold(false, |any, one| any | one)
        }
        Value::Object(members) => rewrite_members(members, folder),
        _ => false,
    }
}

fn rewrite_members(members: &mut Map<String, Value>, folder: &Path) -> bool {
    match members.get("$ref").and_then(Value::as_str) {
        Some(file) if !file.starts_with('#') => {
            let path = folder.join(file);
            let name = file.split('#').next().unwrap_or_default();
            if !folder.join(name).is_file() {
                members.clear();
                return true;
            }
            members.insert(
                "$ref".to_owned(),
                path.to_string_lossy().into_owned().into(),
            );
        }
        _ => {}
    }
    let found = members
        .values_mut()
        .map(|member| rewrite_references(member, folder));
    found.fold(false, |any, one| any | one)
}
