//! A parameter of a received request: a string, decoded as the expected type.

use std::borrow::Cow;

use zeroize::Zeroizing;

use crate::runtime::json::decode::scope::Strings;
use crate::runtime::wire::urlencoded::quote;
use crate::runtime::{Decode, DecodeError, Input, Style};

/// A parameter as it was received.
#[derive(Clone)]
pub struct Sent {
    style: Style,
    name: &'static str,
    json: Option<Zeroizing<String>>,
}

impl Sent {
    /// Creates a parameter from JSON text.
    #[inline]
    pub(crate) fn json(style: Style, name: &'static str, json: Option<Zeroizing<String>>) -> Self {
        Self { style, name, json }
    }

    /// Creates a parameter from a string.
    #[inline]
    pub(crate) fn text(style: Style, name: &'static str, text: Option<&str>) -> Self {
        let json = text.map(|text| {
            let mut json = Zeroizing::new(String::new());
            match style {
                Style::Json => json.push_str(text),
                _ => quote(&bare(style, name, text), &mut json),
            }
            json
        });
        Self { style, name, json }
    }

    /// Decodes a required parameter.
    ///
    /// # Errors
    ///
    /// If it is missing, or not of that type.
    pub fn required<T: Decode>(self) -> Result<T, DecodeError> {
        let name = self.name;
        let found = self.optional()?;
        found.ok_or_else(|| DecodeError::missing(name))
    }

    /// Decodes a parameter that may be absent.
    ///
    /// # Errors
    ///
    /// If it is not of that type.
    pub fn optional<T: Decode>(self) -> Result<Option<T>, DecodeError> {
        let Some(json) = &self.json else {
            return Ok(None);
        };
        let delimiter = delimiter(self.style);
        let input = Input::parse(json.as_bytes());
        let value = input.and_then(|input| T::decode(input.strings(Strings { delimiter })));
        value.map(Some).map_err(|error| error.in_member(self.name))
    }
}

/// Returns a value without what its style writes before it, or before each item of a list:
/// `;color=blue;color=black` is `blue;black`.
#[inline]
fn bare<'t>(style: Style, name: &str, text: &'t str) -> Cow<'t, str> {
    match style {
        Style::Label { .. } => Cow::Borrowed(text.strip_prefix('.').unwrap_or(text)),
        Style::Matrix { .. } => {
            let text = text.strip_prefix(&format!(";{name}")).unwrap_or(text);
            let text = text.strip_prefix('=').unwrap_or(text);
            Cow::Owned(text.replace(&format!(";{name}="), ";"))
        }
        _ => Cow::Borrowed(text),
    }
}

/// Returns what separates the items of a list.
const fn delimiter(style: Style) -> Option<char> {
    match style {
        Style::Simple { .. } | Style::Form { explode: false } => Some(','),
        Style::Matrix { explode: false } => Some(','),
        Style::Label { .. } => Some('.'),
        Style::Matrix { explode: true } => Some(';'),
        Style::SpaceDelimited => Some(' '),
        Style::PipeDelimited => Some('|'),
        Style::Form { explode: true } | Style::DeepObject | Style::Json => None,
    }
}
