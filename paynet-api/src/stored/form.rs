//! The flat map of strings, for any of serde's formats.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, Visitor};
use serde::ser::{SerializeMap as _, Serializer};

use super::{RestoreError, Stored};

/// Writes a request.
pub(super) fn write<T: Stored, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let members = value.store();
    let mut map = serializer.serialize_map(Some(members.len()))?;
    for (name, text) in members {
        map.serialize_entry(name, &*text)?;
    }
    map.end()
}

/// Reads a request.
pub(super) fn read<'de, T: Stored, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(Form(PhantomData))
}

/// Reads the map.
struct Form<T>(PhantomData<T>);

impl<'de, T: Stored> Visitor<'de> for Form<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a stored {}", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut members = BTreeMap::new();
        while let Some(name) = map.next_key_seed(Text)? {
            let known = T::MEMBERS.iter().find(|known| **known == name);
            let known = known.ok_or_else(|| A::Error::unknown_field(&name, T::MEMBERS))?;
            if members.insert(*known, map.next_value_seed(Text)?).is_some() {
                return Err(A::Error::duplicate_field(known));
            }
        }
        T::restore(&members).map_err(|error| match error {
            RestoreError::Missing(name) => A::Error::missing_field(name),
            RestoreError::Invalid(name, invalid) => {
                A::Error::custom(format_args!("`{name}`: {invalid}"))
            }
        })
    }
}

/// Reads a string, and nothing that serde would convert to one.
struct Text;

impl<'de> DeserializeSeed<'de> for Text {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Text {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }
}
