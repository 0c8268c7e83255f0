//! Reads single keywords of a schema.

use serde_json::{Map, Value};

/// Returns whether a member is required.
pub(crate) fn requires(flat: &Map<String, Value>, name: &str) -> bool {
    let required = flat.get("required").and_then(Value::as_array);
    required.is_some_and(|names| names.iter().any(|it| it == name))
}

/// Returns a limit on a size.
pub(super) fn size(flat: &Map<String, Value>, key: &str) -> Option<usize> {
    flat.get(key)?.as_u64()?.try_into().ok()
}
