//! The extensions of schemas: `x-rust-type`, `x-sensitive`, `x-tolerate`, and the descriptions of enum
//! values that other tools know.

use std::collections::HashMap;

use serde_json::Value;

use crate::diagnostic::ExtensionProblem;
use crate::ir::Tolerance;
use crate::names::Ident;
use crate::read::schema_view::View;
use crate::source::Location;

use super::problem::wrong;

/// The extensions of a schema that change its type or how it is decoded.
#[derive(Clone, Debug, Default)]
pub(crate) struct SchemaExtensions {
    pub(crate) rust_type: Option<RustType>,
    pub(crate) sensitive: Option<Sensitive>,
    pub(crate) tolerance: Tolerance,
}

/// The value of `x-rust-type`.
#[derive(Clone, Debug)]
pub(crate) struct RustType {
    pub(crate) path: String,
    /// Whether it has a value for absence.
    pub(crate) absent: bool,
}

/// The value of `x-sensitive`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sensitive {
    Secret,
    Personal,
}

type Problems = Vec<(Location, ExtensionProblem)>;

impl SchemaExtensions {
    /// Returns the extensions of a schema, and the problems of their values.
    pub(crate) fn of(view: &View<'_>) -> (Self, Problems) {
        let mut problems = Vec::new();
        let mut value = |key: &'static str| Some((view.extensions.get(key)?, view.at.child(key)));
        let [rust_type, sensitive, tolerance] =
            ["x-rust-type", "x-sensitive", "x-tolerate"].map(&mut value);
        let extensions = Self {
            rust_type: rust_type.and_then(|(value, at)| parse_rust_type(value, &at, &mut problems)),
            sensitive: sensitive.and_then(|(value, at)| parse_sensitive(value, at, &mut problems)),
            tolerance: tolerance
                .map(|(value, at)| parse_tolerance(value, &at, &mut problems))
                .unwrap_or_default(),
        };
        (extensions, problems)
    }
}

/// Parses `x-rust-type`.
fn parse_rust_type(value: &Value, at: &Location, problems: &mut Problems) -> Option<RustType> {
    const KEY: &str = "x-rust-type";
    const EXPECTED: &str = "a path, or an object of `path` and `absent`";
    let (path, path_at, absent) = match value {
        Value::String(path) => (path, at.clone(), false),
        Value::Object(object) => {
            for key in object
                .keys()
                .filter(|key| !["path", "absent"].contains(&key.as_str()))
            {
                let problem = wrong(KEY, EXPECTED).with_similar(Some(key));
                problems.push((at.child(key).key(), problem));
            }
            let absent = match object.get("absent") {
                None => false,
                Some(Value::Bool(absent)) => *absent,
                Some(_) => {
                    problems.push((at.child("absent"), wrong("absent", "true or false")));
                    false
                }
            };
            let Some(Value::String(path)) = object.get("path") else {
                problems.push((at.clone(), wrong(KEY, EXPECTED)));
                return None;
            };
            (path, at.child("path"), absent)
        }
        _ => {
            problems.push((at.clone(), wrong(KEY, EXPECTED)));
            return None;
        }
    };
    if is_rust_path(path) {
        let path = path.clone();
        return Some(RustType { path, absent });
    }
    problems.push((path_at, ExtensionProblem::InvalidRustPath(path.clone())));
    None
}

/// Returns whether a text is a path of at least two identifiers. A single one would be another type in
/// each file.
pub(crate) fn is_rust_path(text: &str) -> bool {
    let steps: Vec<&str> = text
        .strip_prefix("::")
        .unwrap_or(text)
        .split("::")
        .collect();
    // The Rust Reference, Paths: the keywords that a path may have.
    let is_step = |step: &str| matches!(step, "crate" | "self" | "super") || Ident::is_valid(step);
    steps.len() > 1 && steps.into_iter().all(is_step)
}

/// Parses `x-sensitive`.
fn parse_sensitive(value: &Value, at: Location, problems: &mut Problems) -> Option<Sensitive> {
    match value.as_str() {
        Some("secret") => Some(Sensitive::Secret),
        Some("personal") => Some(Sensitive::Personal),
        word => {
            let problem = wrong("x-sensitive", "`secret` or `personal`").with_similar(word);
            problems.push((at, problem));
            None
        }
    }
}

/// Parses `x-tolerate`.
fn parse_tolerance(value: &Value, at: &Location, problems: &mut Problems) -> Tolerance {
    const KEY: &str = "x-tolerate";
    const EXPECTED: &str = "a list of `text` and `empty`";
    let mut tolerance = Tolerance::default();
    let Some(list) = value.as_array().filter(|list| !list.is_empty()) else {
        problems.push((at.clone(), wrong(KEY, EXPECTED)));
        return tolerance;
    };
    for (index, item) in list.iter().enumerate() {
        match item.as_str() {
            Some("text") => tolerance.text = true,
            Some("empty") => tolerance.empty = true,
            word => problems.push((at.child(index), wrong(KEY, EXPECTED).with_similar(word))),
        }
    }
    tolerance
}

/// Returns the descriptions of the values of an `enum`: `x-enum-descriptions`, a list as long as the
/// values, or `x-enumDescriptions`, by value. Both belong to other tools, so misuse is not reported.
pub(crate) fn value_descriptions<'v, 'd: 'v>(view: &'v View<'d>) -> HashMap<&'v str, &'d str> {
    let values = &view.enumeration;
    let found = ["x-enum-descriptions", "x-enumDescriptions"]
        .into_iter()
        .find_map(|key| view.extensions.get(key));
    let mut texts = HashMap::new();
    match found {
        Some(Value::Array(list)) if list.len() == values.len() => {
            for (value, text) in std::iter::zip(values, list) {
                if let (Some(value), Some(text)) = (value.as_str(), text.as_str()) {
                    texts.entry(value).or_insert(text);
                }
            }
        }
        Some(Value::Object(by_value)) => {
            let by_value = by_value.iter();
            texts.extend(
                by_value.filter_map(|(value, text)| Some((value.as_str(), text.as_str()?))),
            );
        }
        _ => {}
    }
    texts
}
