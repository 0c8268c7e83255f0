//! The document as the judge gets it.
//!
//! It is read as it is where that can be, so that the judge has its own opinion on its syntax. A
//! copy is made where there are overlays, where Prism would perform callbacks wherever they lead,
//! where it would not start without what a reference leads to, and for requests alone.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use crate::documents::Document;
use crate::paths;

/// What is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// Requests and responses.
    All,
    /// Requests: Prism needs hours for the schemas of some responses.
    Requests,
}

/// The file that the judge reads. `given` is the document with its overlays.
pub(super) fn file(document: &Document, given: Value, what: What) -> Result<PathBuf, String> {
    let mut value = given;
    let given = std::path::absolute(&document.path).map_err(|error| error.to_string())?;
    let folder = given.parent().unwrap_or(Path::new("/"));
    let has_callbacks = remove_callbacks(&mut value);
    let has_missing = rewrite_references(&mut value, folder);
    if what == What::Requests {
        requests_alone(&mut value);
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

/// Removes the callbacks of all operations; returns whether there were any.
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

/// Lets no response have a body, and removes the schemas that nothing refers to then.
fn requests_alone(document: &mut Value) {
    let items = document.get_mut("paths").and_then(Value::as_object_mut);
    let items = items.into_iter().flat_map(Map::values_mut);
    let operations = items
        .filter_map(Value::as_object_mut)
        .flat_map(Map::values_mut);
    for responses in operations.filter_map(|it| it.get_mut("responses")) {
        for response in responses
            .as_object_mut()
            .into_iter()
            .flat_map(Map::values_mut)
        {
            *response = serde_json::json!({ "description": "not judged" });
        }
    }
    let schemas = |document: &Value| document.pointer("/components/schemas").cloned();
    let mut needed = document.clone();
    if let Some(all) = schemas(document) {
        needed["components"]["schemas"].take();
        needed["components"]["responses"].take();
        let mut kept = Map::new();
        while let Some((name, schema)) = referred(&needed, &all, &kept) {
            needed[&name] = schema.clone();
            kept.insert(name, schema);
        }
        document["components"]["schemas"] = kept.into();
        document["components"]["responses"] = serde_json::json!({});
    }
}

/// A schema that is referred to and not kept yet.
fn referred(value: &Value, all: &Value, kept: &Map<String, Value>) -> Option<(String, Value)> {
    let name = value.get("$ref").and_then(Value::as_str);
    let name = name.and_then(|it| it.strip_prefix("#/components/schemas/"));
    let found = name.filter(|name| !kept.contains_key(*name));
    if let Some((name, schema)) = found.and_then(|name| Some((name, all.get(name)?))) {
        return Some((name.to_owned(), schema.clone()));
    }
    match value {
        Value::Object(members) => members.values().find_map(|it| referred(it, all, kept)),
        Value::Array(items) => items.iter().find_map(|it| referred(it, all, kept)),
        _ => None,
    }
}

/// Lets every reference to what is not on the disk allow anything, and others lead where they led
/// before the document was copied. Returns whether there was one of the former.
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
