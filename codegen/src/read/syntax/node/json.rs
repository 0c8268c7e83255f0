//! Converts a `Node` to `serde_json::Value`, the type that the libraries in use accept.

use serde_json::{Map, Value};

use super::{Node, NodeKind};

impl Node {
    /// Converts the node to a JSON value, without repeated keys.
    pub(crate) fn to_json(&self) -> Value {
        match &self.kind {
            NodeKind::Null => Value::Null,
            NodeKind::Bool(value) => Value::Bool(*value),
            NodeKind::Number(number) => Value::Number(number.clone()),
            NodeKind::String(string) => Value::String(string.to_string()),
            NodeKind::Array(items) => items.iter().map(Self::to_json).collect(),
            NodeKind::Object(object) => Value::Object(
                object
                    .members
                    .iter()
                    .map(|(key, value)| (key.to_owned(), value.to_json()))
                    .collect::<Map<_, _>>(),
            ),
        }
    }
}
