//! `Node` to and from `serde_json::Value`, which the libraries around us speak.

use serde_json::{Map, Value};

use super::{Kind, Node};

impl Node {
    /// The same as a JSON value, made of its parts.
    pub(crate) fn into_json(self) -> Value {
        match self.kind {
            Kind::Null => Value::Null,
            Kind::Bool(value) => Value::Bool(value),
            Kind::Number(number) => Value::Number(number),
            Kind::Text(text) => Value::String(text),
            Kind::List(list) => list.into_iter().map(Self::into_json).collect(),
            Kind::Object(object) => {
                let members = object.members.into_iter();
                let members = members.map(|(key, value)| (key, value.into_json()));
                Value::Object(members.collect::<Map<_, _>>())
            }
        }
    }

    /// The same as a JSON value; of equal keys the first.
    pub(crate) fn to_json(&self) -> Value {
        match &self.kind {
            Kind::Null => Value::Null,
            Kind::Bool(value) => Value::Bool(*value),
            Kind::Number(number) => Value::Number(number.clone()),
            Kind::Text(text) => Value::String(text.clone()),
            Kind::List(list) => list.iter().map(Self::to_json).collect(),
            Kind::Object(object) => Value::Object(
                object
                    .members
                    .iter()
                    .map(|(key, value)| (key.clone(), value.to_json()))
                    .collect::<Map<_, _>>(),
            ),
        }
    }
}
