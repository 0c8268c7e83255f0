//! One JSON value that is not read yet: its text, and what may be made of it.

use std::borrow::Cow;
use std::str::FromStr;

use serde_json::value::RawValue;

use super::kind::Kind;
use super::scope::{Scope, Sensitive};
use super::{Decode, DecodeError, Fields, Texts, Tolerance, number};

/// How deep a text may be nested.
const DEPTH: u8 = 128;

/// One JSON value that is not read yet.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    raw: &'a RawValue,
    scope: Scope<'a>,
    tolerance: Tolerance,
}

impl<'a> Input<'a> {
    /// Takes a whole JSON text, and makes sure that it is one, in UTF-8, with nothing behind it.
    ///
    /// # Errors
    ///
    /// It is not.
    pub fn parse(text: &'a [u8]) -> Result<Self, DecodeError> {
        // Nested syntax is checked here, once: what is read later is known to be JSON.
        match serde_json::from_slice(text) {
            Ok(raw) => Ok(Self::member(raw, Scope::whole(DEPTH))),
            Err(_) if text.is_empty() => Err(DecodeError::expected("JSON").found("empty")),
            Err(_) => Err(DecodeError::expected("JSON").found("something else")),
        }
    }

    /// The value as JSON text.
    #[must_use]
    pub fn verbatim(self) -> &'a str {
        self.raw.get()
    }

    /// Whether it is `null`.
    #[must_use]
    pub fn is_null(self) -> bool {
        self.verbatim() == "null"
    }

    /// Reads a string.
    ///
    /// # Errors
    ///
    /// It is none. (Where `text` is tolerated, a number's digits and a boolean's word are taken.)
    pub fn text(self) -> Result<Cow<'a, str>, DecodeError> {
        match self.kind() {
            Kind::Text => self.unescaped(),
            Kind::Number | Kind::Boolean if self.tolerance.text => {
                Ok(Cow::Borrowed(self.verbatim()))
            }
            _ => Err(self.expected("a string")),
        }
    }

    /// Reads a boolean.
    ///
    /// # Errors
    ///
    /// It is none. (Where `text` is tolerated, `"true"` and `"false"` are taken.)
    pub fn boolean(self) -> Result<bool, DecodeError> {
        match self.scalar(Kind::Boolean).as_deref() {
            Some("true") => Ok(true),
            Some("false") => Ok(false),
            _ => Err(self.expected("a boolean")),
        }
    }

    /// Reads an integer; `100.0` is one.
    ///
    /// # Errors
    ///
    /// It is none, or beyond 64 bits. (Where `text` is tolerated, a string that holds one is taken.)
    pub fn integer(self) -> Result<i64, DecodeError> {
        self.whole("an integer of 64 bits")
    }

    /// Reads an integer of some width, which an error calls by these words.
    pub(crate) fn whole<T: FromStr>(self, what: &'static str) -> Result<T, DecodeError> {
        let found = self.scalar(Kind::Number);
        let expected = |digits: &str| {
            if number::is_integer(digits) {
                what
            } else {
                "an integer"
            }
        };
        let integer = found.as_deref().and_then(number::integer);
        integer.ok_or_else(|| self.expected(expected(found.as_deref().unwrap_or_default())))
    }

    /// Reads a number and gives its digits as they were sent.
    ///
    /// # Errors
    ///
    /// It is none. (Where `text` is tolerated, a string that holds one is taken.)
    pub fn number(self) -> Result<Cow<'a, str>, DecodeError> {
        match self.scalar(Kind::Number) {
            Some(digits) if number::is_number(&digits) => Ok(digits),
            _ => Err(self.expected("a number")),
        }
    }

    /// Reads an array, element by element.
    ///
    /// # Errors
    ///
    /// It is none, or an element is unreadable.
    pub fn array<T: Decode>(self) -> Result<Vec<T>, DecodeError> {
        let scope = match (self.kind(), self.scope.texts) {
            (Kind::Array, _) => self.deeper()?,
            (_, Some(texts)) => return texts.array(self),
            (_, None) => return Err(self.expected("an array")),
        };
        let elements: Vec<&'a RawValue> =
            serde_json::from_str(self.verbatim()).map_err(|_| self.expected("an array"))?;
        let read = |(index, raw)| {
            T::decode(Input::member(raw, scope)).map_err(|error| error.in_element(index))
        };
        elements.into_iter().enumerate().map(read).collect()
    }

    /// Reads an object's members, whose values are read by name.
    ///
    /// # Errors
    ///
    /// It is none.
    pub fn object(self) -> Result<Fields<'a>, DecodeError> {
        if self.kind() != Kind::Object {
            return Err(self.expected("an object"));
        }
        let scope = self.deeper()?;
        Fields::read(self, scope).ok_or_else(|| self.expected("an object"))
    }

    /// Says that something else should be here.
    pub fn expected(self, what: impl Into<Cow<'static, str>>) -> DecodeError {
        DecodeError::expected(what).found(self.kind().name())
    }

    pub(crate) fn member(raw: &'a RawValue, scope: Scope<'a>) -> Self {
        Self {
            raw,
            scope,
            tolerance: Tolerance::NONE,
        }
    }

    /// The same value in another scope.
    pub(crate) fn within<'b>(self, scope: Scope<'b>) -> Input<'b>
    where
        'a: 'b,
    {
        Input { scope, ..self }
    }

    pub(crate) fn scope(self) -> Scope<'a> {
        self.scope
    }

    /// The same value, every scalar in which came as a text.
    pub(crate) fn texts(mut self, texts: Texts) -> Self {
        self.scope.texts = Some(texts);
        self
    }

    pub(crate) fn tolerating(self, tolerance: Tolerance) -> Self {
        Self { tolerance, ..self }
    }

    /// Has what must not be seen noted there, in this value and all within it.
    pub(crate) fn noting(mut self, sensitive: &'a Sensitive) -> Self {
        self.scope.sensitive = Some(sensitive);
        self
    }

    /// Notes this value as one that must not be seen.
    pub(crate) fn note(self) {
        let text = match self.kind() {
            Kind::Text => self.unescaped().ok(),
            Kind::Number => Some(Cow::Borrowed(self.verbatim())),
            _ => None,
        };
        if let (Some(sensitive), Some(text)) = (self.scope.sensitive, text) {
            sensitive.note(&text);
        }
    }

    /// Whether it is null or `""`, where that means that there is no value.
    pub(crate) fn is_no_value(self) -> bool {
        self.tolerance.empty && matches!(self.verbatim(), "null" | "\"\"")
    }

    pub(crate) fn deeper(self) -> Result<Scope<'a>, DecodeError> {
        let depth = self.scope.depth.checked_sub(1);
        let depth = depth.ok_or_else(|| DecodeError::expected("nested at most 128 levels deep"))?;
        Ok(Scope {
            depth,
            ..self.scope
        })
    }

    pub(crate) fn unescaped(self) -> Result<Cow<'a, str>, DecodeError> {
        let inner = self.verbatim().trim_matches('"');
        if !self.verbatim().contains('\\') {
            return Ok(Cow::Borrowed(inner));
        }
        // What is left to go wrong is half a surrogate pair.
        serde_json::from_str(self.verbatim())
            .map(Cow::Owned)
            .map_err(|_| self.expected("a string of Unicode text"))
    }

    /// The text of a scalar of that kind; where `text` is tolerated, of a string that may hold one.
    fn scalar(self, kind: Kind) -> Option<Cow<'a, str>> {
        match self.kind() {
            found if found == kind => Some(Cow::Borrowed(self.verbatim())),
            Kind::Text if self.tolerance.text || self.scope.texts.is_some() => {
                self.unescaped().ok()
            }
            _ => None,
        }
    }

    pub(crate) fn kind(self) -> Kind {
        Kind::of(self.verbatim())
    }
}

#[cfg(test)]
mod tests {
    use super::{Decode, Input};

    #[test]
    fn only_one_whole_json_text_is_taken() {
        for text in [
            &b""[..],
            b"{",
            b"{} x",
            b"<html>",
            b"{\"a\":1,}",
            b"\xff",
            b"\"\xff\"",
            b"\xef\xbb\xbf{}",
            b"NaN",
        ] {
            assert!(Input::parse(text).is_err(), "{text:?}");
        }
        assert!(Input::parse(b" {\"a\": [1, null]} \n").is_ok());
    }

    #[test]
    fn deep_nesting_is_refused_without_harm() {
        #[derive(Debug)]
        struct Nest;
        impl Decode for Nest {
            fn decode(input: Input<'_>) -> Result<Self, crate::runtime::json::DecodeError> {
                input.array::<Self>().map(|_| Self)
            }
        }
        let nested = |depth| [vec![b'['; depth], vec![b']'; depth]].concat();
        assert!(Nest::decode(Input::parse(&nested(128)).unwrap()).is_ok());
        let deep = nested(20_000);
        assert!(Nest::decode(Input::parse(&deep).unwrap()).is_err());
    }

    #[test]
    fn half_a_surrogate_pair_is_no_text() {
        assert!(String::decode(Input::parse(br#""\ud800""#).unwrap()).is_err());
        assert_eq!(
            String::decode(Input::parse(br#""\"\ud83d\ude00\"""#).unwrap()).unwrap(),
            "\"😀\""
        );
    }
}
