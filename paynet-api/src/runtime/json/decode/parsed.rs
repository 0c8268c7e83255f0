//! A JSON text that is parsed once, and the members of an object as they are written.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize as _, DeserializeSeed, Deserializer as _, MapAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Deserializer, Error};

use super::kind::JsonKind;
use crate::runtime::DecodeError;

/// A whole JSON text, checked and taken apart: the outcome rules look at a response, and then it is
/// decoded.
pub(crate) struct Parsed<'t> {
    text: &'t str,
    /// If it is an object.
    members: Option<Vec<Entry<'t>>>,
}

/// One member, and whether it was decoded.
#[derive(Clone)]
pub(super) struct Entry<'a> {
    pub(super) name: Cow<'a, str>,
    pub(super) json: &'a str,
    pub(super) decoded: bool,
}

impl<'t> Parsed<'t> {
    /// Parses a whole JSON text. A byte order mark before it is ignored.
    ///
    /// # Errors
    ///
    /// If the text is not JSON, or anything follows the value.
    // RFC 8259, 8.1: "implementations that parse JSON texts MAY ignore the presence of a byte order
    // mark rather than treating it as an error". 2: there are four white-space characters.
    pub(crate) fn of(text: &'t str) -> Result<Self, DecodeError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let text = text.trim_matches([' ', '\t', '\n', '\r']);
        match members_of_object(text) {
            Ok(members) => Ok(Self { text, members }),
            Err(_) if text.is_empty() => Err(DecodeError::syntax("JSON", "nothing")),
            Err(_) => Err(DecodeError::syntax("JSON", "another format")),
        }
    }

    /// Returns the text of the value.
    pub(crate) const fn text(&self) -> &'t str {
        self.text
    }

    /// Returns whether the value is an object.
    pub(crate) const fn is_object(&self) -> bool {
        self.members.is_some()
    }

    /// Returns the names of all members, in their order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.members.iter().flatten().map(|entry| &*entry.name)
    }

    /// Returns the members, in their order, if the value is an object.
    pub(super) fn members(&self) -> Option<&[Entry<'t>]> {
        self.members.as_deref()
    }
}

/// Parses a text, and returns the members if it is an object. All syntax is checked here, once:
/// everything inside is known to be JSON.
fn members_of_object(text: &str) -> Result<Option<Vec<Entry<'_>>>, Error> {
    let mut deserializer = Deserializer::from_str(text);
    let members = match JsonKind::of(text) {
        JsonKind::Object => Some(deserializer.deserialize_map(Entries)?),
        _ => <&RawValue>::deserialize(&mut deserializer).map(|_| None)?,
    };
    deserializer.end().map(|()| members)
}

/// Returns the members of an object that is known to be JSON.
pub(super) fn members(object: &str) -> Result<Vec<Entry<'_>>, Error> {
    Deserializer::from_str(object).deserialize_map(Entries)
}

/// Reads all members.
struct Entries;

impl<'a> Visitor<'a> for Entries {
    type Value = Vec<Entry<'a>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(name) = map.next_key_seed(Name)? {
            let raw: &RawValue = map.next_value()?;
            members.push(Entry {
                name,
                json: raw.get(),
                decoded: false,
            });
        }
        Ok(members)
    }
}

/// Reads the name of a member: borrowed unless it contains escapes.
struct Name;

impl<'a> DeserializeSeed<'a> for Name {
    type Value = Cow<'a, str>;

    fn deserialize<D: serde::Deserializer<'a>>(self, it: D) -> Result<Self::Value, D::Error> {
        it.deserialize_str(self)
    }
}

impl<'a> Visitor<'a> for Name {
    type Value = Cow<'a, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_borrowed_str<E>(self, name: &'a str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(name))
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::Parsed;

    #[test]
    fn only_a_whole_json_text_is_accepted() {
        for text in [
            "",
            "\u{feff}",
            "{",
            "{} x",
            "{}}",
            "<html>",
            "{\"a\":1,}",
            "[1] 2",
            "\u{feff}\u{feff}{}",
            " \u{feff}{}",
            "{\u{a0}}",
            "NaN",
        ] {
            assert!(Parsed::of(text).is_err(), "{text:?}");
        }
        for (text, expected) in [
            (" {\"a\": [1, null]} \r\n", "{\"a\": [1, null]}"),
            ("\u{feff} {}\t", "{}"),
            ("\n[1] ", "[1]"),
            (" null", "null"),
        ] {
            assert_eq!(Parsed::of(text).unwrap().text(), expected);
        }
    }
}
