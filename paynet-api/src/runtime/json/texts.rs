//! Values whose scalars all came as texts, as in a form or a header: what they are is told by who asks for them.

use serde_json::value::RawValue;

use super::kind::Kind;
use super::{Decode, DecodeError, Input};

/// How the scalars of a value came as texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Texts {
    /// What stands between the items of a list that is one text.
    pub(crate) delimiter: Option<char>,
}

impl Texts {
    /// A list: of an object the values, whose names were numbers; a text in its parts, or as the one item.
    pub(crate) fn array<T: Decode>(self, input: Input<'_>) -> Result<Vec<T>, DecodeError> {
        match (input.kind(), self.delimiter) {
            (Kind::Object, _) => read(input.object()?.values()),
            (Kind::Text, Some(delimiter)) => self.split(input, delimiter),
            _ => read(vec![input]),
        }
    }

    fn split<T: Decode>(self, input: Input<'_>, delimiter: char) -> Result<Vec<T>, DecodeError> {
        let scope = input.deeper()?;
        let text = input.unescaped()?;
        let parts = text.split(delimiter).map(|part| quoted(part.trim()));
        let parts: Vec<Box<RawValue>> = parts.collect::<Option<_>>().unwrap_or_default();
        read(parts.iter().map(|raw| Input::member(raw, scope)).collect())
    }
}

fn quoted(text: &str) -> Option<Box<RawValue>> {
    let json = serde_json::to_string(text).ok()?;
    RawValue::from_string(json).ok()
}

fn read<T: Decode>(items: Vec<Input<'_>>) -> Result<Vec<T>, DecodeError> {
    let items = items.into_iter().enumerate();
    items
        .map(|(index, item)| T::decode(item).map_err(|error| error.in_element(index)))
        .collect()
}
