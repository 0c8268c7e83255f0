//! Differences between two JSON values.

use serde_json::Value;

use crate::docs::json::escaped;

/// A difference between two values.
#[derive(Debug)]
pub(super) struct Difference<'v> {
    /// Where: the pointer in the left value, or where it would be there.
    pub(super) pointer: String,
    pub(super) left: Option<&'v Value>,
    pub(super) right: Option<&'v Value>,
}

impl Difference<'_> {
    /// Returns the last step of the pointer.
    pub(super) fn name(&self) -> String {
        let name = self.pointer.rsplit('/').next().unwrap_or_default();
        name.replace("~1", "/").replace("~0", "~")
    }
}

/// Returns the differences, each at the innermost place. The order of an object's members, and of
/// list items that have a name, is no difference.
pub(super) fn diff<'v>(left: &'v Value, right: &'v Value) -> Vec<Difference<'v>> {
    let mut differences = Vec::new();
    collect(left, right, "", &mut differences);
    differences
}

fn collect<'v>(
    left: &'v Value,
    right: &'v Value,
    pointer: &str,
    differences: &mut Vec<Difference<'v>>,
) {
    match (left, right) {
        (Value::Object(lefts), Value::Object(rights)) => {
            for (key, left) in lefts {
                let inside = format!("{pointer}/{}", escaped(key));
                pair(Some(left), rights.get(key), &inside, differences);
            }
            let new = rights.iter().filter(|(key, _)| !lefts.contains_key(*key));
            for (key, right) in new {
                let inside = format!("{pointer}/{}", escaped(key));
                pair(None, Some(right), &inside, differences);
            }
        }
        (Value::Array(lefts), Value::Array(rights)) => {
            for (index, left) in lefts.iter().enumerate() {
                let right = counterpart(left, index, rights);
                pair(
                    Some(left),
                    right,
                    &format!("{pointer}/{index}"),
                    differences,
                );
            }
            for (index, right) in rights.iter().enumerate() {
                if counterpart(right, index, lefts).is_none() {
                    let inside = format!("{pointer}/{index}");
                    pair(None, Some(right), &inside, differences);
                }
            }
        }
        _ => pair(Some(left), Some(right), pointer, differences),
    }
}

fn pair<'v>(
    left: Option<&'v Value>,
    right: Option<&'v Value>,
    pointer: &str,
    differences: &mut Vec<Difference<'v>>,
) {
    let is_container = |value: &Value| value.is_object() || value.is_array();
    match (left, right) {
        (Some(a), Some(b))
            if is_container(a) && is_container(b) && a.is_array() == b.is_array() =>
        {
            collect(a, b, pointer, differences);
        }
        (Some(a), Some(b)) if a == b => {}
        _ => differences.push(Difference {
            pointer: pointer.to_owned(),
            left,
            right,
        }),
    }
}

/// Returns the item of another list that is the same thing: of the same name, or else at the same
/// index.
pub(super) fn counterpart<'v>(
    item: &Value,
    index: usize,
    others: &'v [Value],
) -> Option<&'v Value> {
    match identity(item) {
        Some(name) => others.iter().find(|other| identity(other) == Some(name)),
        None => others.get(index),
    }
}

/// Returns what a list item is known by.
pub(super) fn identity(item: &Value) -> Option<&str> {
    let keys = ["name", "$ref", "url"];
    let named = keys.iter().find_map(|key| item.get(key)?.as_str());
    named.or_else(|| item.as_str())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn differences_are_at_the_innermost_place() {
        let left = json!({"a": {"b": 1}, "list": [{"name": "x", "in": "query"}, "y"], "c": 1});
        let right = json!({"list": ["y", {"name": "x", "in": "path"}, "z"], "a": {"b": 2}});
        let found = diff(&left, &right);
        let found: Vec<_> = found.iter().map(|it| it.pointer.as_str()).collect();
        assert_eq!(found, ["/a/b", "/list/0/in", "/list/2", "/c"]);
    }
}
