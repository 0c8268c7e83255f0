//! `Node` to `serde_json::Value`, which the libraries around us speak.

use serde_json::{Map, Value};

use super::{Node, NodeKind};

impl Node {
    /// The same as a JSON value; of equal keys the first.
    pub(crate) fn to_json(&self) -> Value {
        match &self.kind {
            NodeKind::Null => Value::Null,
            NodeKind::Bool(value) => Value::Bool(*value),
            NodeKind::Number(number) => Value::Number(number.clone()),
            NodeKind::String(text) => Value::String(text.to_string()),
            NodeKind::Array(list) => list.iter().map(Self::to_json).collect(),
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
