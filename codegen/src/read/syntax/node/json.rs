//! `Node` to `serde_json::Value`, which the libraries around us speak.

use serde_json::{Map, Value};

use super::{Kind, Node};

impl Node {
    /// The same as a JSON value; of equal keys the first.
    pub(crate) fn to_json(&self) -> Value {
        match &self.kind {
            Kind::Null => Value::Null,
            Kind::Bool(value) => Value::Bool(*value),
            Kind::Number(number) => Value::Number(number.clone()),
            Kind::Text(text) => Value::String(text.to_string()),
            Kind::List(list) => list.iter().map(Self::to_json).collect(),
            Kind::Object(object) => Value::Object(
                object
                    .members
                    .iter()
                    .map(|(key, value)| (key.to_owned(), value.to_json()))
                    .collect::<Map<_, _>>(),
            ),
        }
    }
}
