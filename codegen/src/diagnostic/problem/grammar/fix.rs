//! How each mistake is fixed.

use crate::diagnostic::kinds::{Expected, Found, JsonKind};

/// Adds what happens to the value otherwise.
pub(super) fn until_then(fix: &str) -> String {
    let end = if fix.ends_with('?') { "" } else { ";" };
    format!("{fix}{end} the value is ignored until then")
}

/// Returns how a missing key is fixed.
pub(super) fn missing_key(key: &str, mistyped: Option<&str>) -> String {
    match mistyped {
        Some(mistyped) => format!("write `{key}` instead of `{mistyped}`"),
        None => format!("add `{key}`"),
    }
}

/// Returns how a key that doesn't follow the pattern of its object is fixed.
pub(super) fn invalid_key(expected: &str, below: Option<&str>) -> String {
    match below {
        Some(below) => format!("indent it below {expected}; it is a field of the {below}"),
        None => format!("write {expected}"),
    }
}

/// Returns how an unknown key is fixed.
pub(super) fn unknown_key(similar: Option<&str>, below: Option<&str>) -> String {
    match (similar, below) {
        (Some(similar), _) => format!("did you mean `{similar}`? it is ignored until then"),
        (None, Some(below)) => format!("move it below `{below}`; it is ignored here"),
        (None, None) => {
            "remove it, or start its name with `x-` if it is an extension; it is ignored".into()
        }
    }
}

/// Returns how a value that is none of a fixed set is fixed.
pub(super) fn unknown_value(known: &[&str], similar: Option<&str>) -> String {
    let known: Vec<_> = known.iter().map(|value| format!("`{value}`")).collect();
    let known = known.join(", ");
    match similar {
        Some(similar) => format!("did you mean `{similar}`? expected one of {known}"),
        None => format!("write one of {known}"),
    }
}

/// Returns how a value that was converted should be written.
pub(super) fn converted(expected: Expected, found: Found) -> String {
    match (expected, found) {
        (Expected::OBJECT, Found::Kind(JsonKind::String)) => "write it as a key: `name: []`".into(),
        _ => kind(expected, found),
    }
}

/// Returns how a value of another kind is fixed.
pub(super) fn kind(expected: Expected, found: Found) -> String {
    use JsonKind::{Boolean, List, Null, Number};
    let fix = match (expected, found) {
        (Expected::STRING, Found::Kind(Number | Boolean)) => "quote the value",
        (Expected::STRING, Found::Kind(Null)) => {
            "give it a value, quoted if it contains `#`, which starts a comment in YAML"
        }
        (Expected::OneOf, Found::Kind(List)) => {
            "write one of them; in OpenAPI 3.0, `nullable: true` allows null"
        }
        (Expected::OBJECT, Found::EmptyList) => "write `{}`",
        (Expected::LIST, Found::EmptyObject) => "write `[]`",
        (Expected::OBJECT, Found::Kind(Null)) => "write `{}`, or remove the key",
        (Expected::LIST, Found::Kind(Null)) => "write `[]`, or remove the key",
        (Expected::OBJECT, Found::Kind(List)) => "write keys and values, without `-` before them",
        (Expected::LIST, Found::Kind(Boolean)) => {
            "list the names of the required properties: `required: [id]`"
        }
        (_, Found::Kind(Null)) => "remove the key, or give it a value",
        _ => return format!("write {expected}"),
    };
    fix.into()
}
