//! Arrays, and lists in forms and headers, where every scalar is a string.

use std::borrow::Cow;

use serde_json::value::RawValue;

use super::input::Input;
use super::kind::JsonKind;
use super::scope::Strings;
use super::traits::Decode;
use crate::runtime::DecodeError;

impl<'a> Input<'a> {
    /// Decodes an array.
    ///
    /// # Errors
    ///
    /// If it is not an array, or an element cannot be decoded.
    pub fn array<T: Decode>(self) -> Result<Vec<T>, DecodeError> {
        let scope = match (self.kind(), self.scope().strings) {
            (JsonKind::Array, _) => self.nested()?,
            (_, Some(strings)) => return strings.list(self),
            (_, None) => return Err(self.expected("an array")),
        };
        let elements: Vec<&'a RawValue> =
            serde_json::from_str(self.verbatim()).map_err(|_| self.expected("an array"))?;
        let elements = elements.into_iter().map(|raw| Input::new(raw, scope));
        decode_all(elements.collect())
    }
}

impl Strings {
    /// Decodes a list: of an object its values, whose names are indices; of a string its items, or
    /// the string as the only item.
    fn list<T: Decode>(self, input: Input<'_>) -> Result<Vec<T>, DecodeError> {
        match (input.kind(), self.delimiter) {
            (JsonKind::Object, _) => decode_all(input.object()?.values()),
            (JsonKind::String, Some(delimiter)) => split(input, delimiter),
            _ => decode_all(vec![input]),
        }
    }
}

/// Decodes the items of a list that is one string.
fn split<T: Decode>(input: Input<'_>, delimiter: char) -> Result<Vec<T>, DecodeError> {
    let scope = input.nested()?;
    let text: Cow<'_, str> = input.unescaped()?;
    let items = text.split(delimiter).map(|item| quoted(item.trim()));
    let items: Vec<Box<RawValue>> = items.collect::<Option<_>>().unwrap_or_default();
    decode_all(items.iter().map(|raw| Input::new(raw, scope)).collect())
}

/// Quotes a string as JSON.
fn quoted(text: &str) -> Option<Box<RawValue>> {
    let json = serde_json::to_string(text).ok()?;
    RawValue::from_string(json).ok()
}

/// Decodes each element. In a response, one that cannot be decoded is reported and skipped.
fn decode_all<T: Decode>(elements: Vec<Input<'_>>) -> Result<Vec<T>, DecodeError> {
    let elements = elements.into_iter().enumerate();
    elements
        .filter_map(|(index, element)| {
            let decoded = element.decode_part(&|error| error.in_element(index));
            element.or_skipped(decoded).transpose()
        })
        .collect()
}
