//! A parameter of a request that somebody sent us: a text, and read as what is asked for.

use zeroize::Zeroizing;

use crate::runtime::json::Texts;
use crate::runtime::wire::urlencoded::quote;
use crate::runtime::{Decode, DecodeError, Input, Style};

/// A parameter as it came.
pub struct Sent {
    style: Style,
    name: &'static str,
    json: Option<Zeroizing<String>>,
}

impl Sent {
    pub(crate) fn json(style: Style, name: &'static str, json: Option<Zeroizing<String>>) -> Self {
        Self { style, name, json }
    }

    pub(crate) fn text(style: Style, name: &'static str, text: Option<&str>) -> Self {
        let json = text.map(|text| {
            let mut json = Zeroizing::new(String::new());
            match style {
                Style::Json => json.push_str(text),
                _ => quote(text, &mut json),
            }
            json
        });
        Self { style, name, json }
    }

    /// One that is always there.
    ///
    /// # Errors
    ///
    /// It is missing, or not of that type.
    pub fn required<T: Decode>(self) -> Result<T, DecodeError> {
        let name = self.name;
        let found = self.optional()?;
        found.ok_or_else(|| DecodeError::expected("there").in_member(name))
    }

    /// One that may be missing.
    ///
    /// # Errors
    ///
    /// It is not of that type.
    pub fn optional<T: Decode>(self) -> Result<Option<T>, DecodeError> {
        let Some(json) = &self.json else {
            return Ok(None);
        };
        let delimiter = delimiter(self.style);
        let input = Input::parse(json.as_bytes());
        let value = input.and_then(|input| T::decode(input.texts(Texts { delimiter })));
        value.map(Some).map_err(|error| error.in_member(self.name))
    }
}

/// What stands between the items of a list.
const fn delimiter(style: Style) -> Option<char> {
    match style {
        Style::Simple { .. } | Style::Form { explode: false } => Some(','),
        Style::Label { .. } => Some('.'),
        Style::Matrix { .. } => Some(';'),
        Style::SpaceDelimited => Some(' '),
        Style::PipeDelimited => Some('|'),
        Style::Form { explode: true } | Style::DeepObject | Style::Json => None,
    }
}
