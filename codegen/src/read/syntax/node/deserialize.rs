//! Deserializes a `Node` from any format of serde: one `Deserialize` for JSON and YAML.

use std::fmt;

use serde::de::{Deserialize, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

use super::{EcoString, Members, Node, NodeKind, Object};

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue).map(Self::from)
    }
}

/// Accepts every value that JSON has.
struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = NodeKind;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<NodeKind, E> {
        Ok(NodeKind::Null)
    }

    fn visit_none<E>(self) -> Result<NodeKind, E> {
        Ok(NodeKind::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<NodeKind, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<NodeKind, E> {
        Ok(NodeKind::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<NodeKind, E> {
        Ok(NodeKind::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<NodeKind, E> {
        Ok(NodeKind::Number(value.into()))
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "JSON readers do the same with integers of this size"
    )]
    fn visit_i128<E: Error>(self, value: i128) -> Result<NodeKind, E> {
        self.visit_f64(value as f64)
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "JSON readers do the same with integers of this size"
    )]
    fn visit_u128<E: Error>(self, value: u128) -> Result<NodeKind, E> {
        self.visit_f64(value as f64)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<NodeKind, E> {
        Number::from_f64(value)
            .map(NodeKind::Number)
            .ok_or_else(|| E::custom(format!("JSON has no number `{value}`")))
    }

    fn visit_str<E>(self, value: &str) -> Result<NodeKind, E> {
        Ok(NodeKind::String(value.into()))
    }

    fn visit_string<E>(self, value: String) -> Result<NodeKind, E> {
        Ok(NodeKind::String(value.into()))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<NodeKind, A::Error> {
        Err(A::Error::custom(
            "a YAML tag such as `!name` has no meaning here",
        ))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<NodeKind, A::Error> {
        let mut array = Vec::new();
        while let Some(item) = items.next_element()? {
            array.push(item);
        }
        Ok(NodeKind::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<NodeKind, A::Error> {
        let mut members = Members::default();
        let mut repeated = Vec::new();
        while let Some((Key(key), value)) = entries.next_entry()? {
            if members.contains_key(&key) {
                repeated.push(key.clone());
            }
            members.insert(key, value);
        }
        let repeated = repeated.into();
        Ok(NodeKind::Object(Object { members, repeated }))
    }
}

/// A key. YAML also has numbers, booleans and null as keys, which become strings as in JSON: `200:`
/// is `"200"`.
struct Key(EcoString);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Node::deserialize(deserializer)?.kind {
            NodeKind::String(key) => Ok(Self(key)),
            NodeKind::Number(number) => Ok(Self(number.to_string().into())),
            NodeKind::Bool(value) => Ok(Self(value.to_string().into())),
            NodeKind::Null => Ok(Self("null".into())),
            NodeKind::Array(_) | NodeKind::Object(_) => {
                Err(D::Error::custom("a key must be a string"))
            }
        }
    }
}
