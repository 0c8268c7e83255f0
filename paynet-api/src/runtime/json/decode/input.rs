//! One JSON value that is not decoded yet: its text, and the scalars it can be decoded as.

use std::borrow::Cow;
use std::str::FromStr;

use super::issues::Issues;
use super::kind::JsonKind;
use super::parsed::{Entry, Parsed};
use super::scope::{Scope, Sensitive, Strings};
use super::tolerance::Tolerance;
use crate::runtime::DecodeError;
use crate::runtime::values::digits::number;

/// How many levels of nesting are accepted.
const DEPTH: u8 = 128;

/// One JSON value that is not decoded yet.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    text: &'a str,
    /// If it is an object that has been parsed.
    members: Option<&'a [Entry<'a>]>,
    scope: Scope<'a>,
    tolerance: Tolerance,
}

impl<'a> Input<'a> {
    /// Parses a whole JSON text. A byte order mark before it is ignored.
    ///
    /// # Errors
    ///
    /// If the text is not JSON in UTF-8, or anything follows the value.
    pub fn parse(text: &'a [u8]) -> Result<Self, DecodeError> {
        let text =
            std::str::from_utf8(text).map_err(|_| DecodeError::syntax("JSON", "another format"))?;
        Parsed::of(text).map(|parsed| Self::whole_text(parsed.text()))
    }

    /// Returns the value as JSON text.
    #[must_use]
    pub fn verbatim(self) -> &'a str {
        self.text
    }

    /// Returns whether the value is `null`.
    #[must_use]
    pub fn is_null(self) -> bool {
        self.verbatim() == "null"
    }

    /// Decodes a string.
    ///
    /// # Errors
    ///
    /// If it is not a string. With [`Tolerance::TEXT`], a number or a boolean is accepted as it is
    /// written.
    pub fn text(self) -> Result<Cow<'a, str>, DecodeError> {
        match self.kind() {
            JsonKind::String => self.unescaped(),
            JsonKind::Number | JsonKind::Boolean if self.tolerance.text => {
                Ok(Cow::Borrowed(self.verbatim()))
            }
            _ => Err(self.expected("a string")),
        }
    }

    /// Decodes a boolean.
    ///
    /// # Errors
    ///
    /// If it is not a boolean. With [`Tolerance::TEXT`], `"true"` and `"false"` are accepted.
    pub fn boolean(self) -> Result<bool, DecodeError> {
        match self.scalar(JsonKind::Boolean).as_deref() {
            Some("true") => Ok(true),
            Some("false") => Ok(false),
            _ => Err(self.expected("a boolean")),
        }
    }

    /// Decodes an integer; `100.0` is one.
    ///
    /// # Errors
    ///
    /// If it is not an integer of 64 bits. With [`Tolerance::TEXT`], a string that contains one is
    /// accepted.
    pub fn integer(self) -> Result<i64, DecodeError> {
        self.whole("an integer of 64 bits")
    }

    /// Decodes an integer of some width; `what` describes it in error texts.
    pub(crate) fn whole<T: FromStr>(self, what: &'static str) -> Result<T, DecodeError> {
        let found = self.scalar(JsonKind::Number);
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

    /// Returns the digits of a number as they were sent.
    ///
    /// # Errors
    ///
    /// If it is not a number. With [`Tolerance::TEXT`], a string that contains one is accepted.
    pub fn number(self) -> Result<Cow<'a, str>, DecodeError> {
        match self.scalar(JsonKind::Number) {
            Some(digits) if number::is_number(&digits) => Ok(digits),
            _ => Err(self.expected("a number")),
        }
    }

    /// Creates an error that says what was expected, and what kind of value this is.
    pub fn expected(self, what: impl Into<Cow<'static, str>>) -> DecodeError {
        DecodeError::expected(what).found(self.kind().name())
    }

    /// Creates an input from a text that is known to be JSON.
    pub(crate) const fn new(text: &'a str, scope: Scope<'a>) -> Self {
        Self {
            text,
            members: None,
            scope,
            tolerance: Tolerance::NONE,
        }
    }

    /// Creates an input from a text by itself that is known to be JSON.
    pub(super) const fn whole_text(text: &'a str) -> Self {
        Self::new(text, Scope::whole(DEPTH))
    }

    /// Creates an input from a whole text that has been parsed.
    pub(crate) fn of(parsed: &'a Parsed<'_>) -> Self {
        Self {
            members: parsed.members(),
            ..Self::whole_text(parsed.text())
        }
    }

    /// Returns the members, if the value is an object that has been parsed.
    pub(super) const fn members(self) -> Option<&'a [Entry<'a>]> {
        self.members
    }

    /// Returns the same value in another scope.
    pub(crate) fn within<'b>(self, scope: Scope<'b>) -> Input<'b>
    where
        'a: 'b,
    {
        Input { scope, ..self }
    }

    pub(crate) fn scope(self) -> Scope<'a> {
        self.scope
    }

    /// Returns the same value, in which every scalar is a string.
    pub(crate) fn strings(mut self, strings: Strings) -> Self {
        self.scope.strings = Some(strings);
        self
    }

    /// Returns the same value, which was made of the parts of a multipart form.
    #[cfg(feature = "sandbox")]
    pub(crate) fn parts(mut self, parts: &'a super::scope::Parts) -> Self {
        self.scope.parts = Some(parts);
        self
    }

    /// Returns the same value, decoded more tolerantly.
    pub(crate) fn tolerating(self, tolerance: Tolerance) -> Self {
        Self { tolerance, ..self }
    }

    /// Returns the same value; sensitive values in it are noted there.
    pub(crate) fn noting(mut self, sensitive: &'a Sensitive) -> Self {
        self.scope.sensitive = Some(sensitive);
        self
    }

    /// Returns the same value, decoded member by member: null is absent, and what cannot be decoded
    /// is reported there and skipped. Where unknown members are reported, nothing is skipped.
    pub(crate) fn reporting(mut self, issues: &'a Issues) -> Self {
        self.scope.null_is_absent = !issues.are_unknown_members();
        self.scope.issues = Some(issues);
        self
    }

    /// Notes this value as sensitive.
    pub(crate) fn note_sensitive(self) {
        let text = match self.kind() {
            JsonKind::String => self.unescaped().ok(),
            JsonKind::Number => Some(Cow::Borrowed(self.verbatim())),
            _ => None,
        };
        if let (Some(sensitive), Some(text)) = (self.scope.sensitive, text) {
            sensitive.note(&text);
        }
    }

    /// Returns whether null and `""` mean that there is no value.
    pub(crate) fn tolerates_empty(self) -> bool {
        self.tolerance.empty
    }

    /// Returns whether the value is null or `""` and that means that there is no value.
    pub(crate) fn is_empty(self) -> bool {
        self.tolerance.empty && matches!(self.verbatim(), "null" | "\"\"")
    }

    /// Returns the scope of the values inside this one.
    pub(crate) fn nested(self) -> Result<Scope<'a>, DecodeError> {
        let depth = self.scope.depth.checked_sub(1);
        let depth = depth.ok_or_else(|| DecodeError::expected("at most 128 levels of nesting"))?;
        Ok(Scope {
            depth,
            ..self.scope
        })
    }

    /// Returns the content of a JSON string.
    pub(crate) fn unescaped(self) -> Result<Cow<'a, str>, DecodeError> {
        let quoted = self.verbatim();
        let inner = quoted.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
        if let Some(inner) = inner.filter(|inner| !inner.as_bytes().contains(&b'\\')) {
            return Ok(Cow::Borrowed(inner));
        }
        // The syntax is valid, but half a surrogate pair is not Unicode.
        serde_json::from_str(self.verbatim())
            .map(Cow::Owned)
            .map_err(|_| self.expected("a Unicode string"))
    }

    /// Returns the text of a scalar of that kind, or the content of a string where strings are
    /// accepted for it.
    fn scalar(self, kind: JsonKind) -> Option<Cow<'a, str>> {
        match self.kind() {
            found if found == kind => Some(Cow::Borrowed(self.verbatim())),
            JsonKind::String if self.tolerance.text || self.scope.strings.is_some() => {
                self.unescaped().ok()
            }
            _ => None,
        }
    }

    /// Returns the kind of the value.
    pub(crate) fn kind(self) -> JsonKind {
        JsonKind::of(self.verbatim())
    }
}

#[cfg(test)]
mod tests {
    use super::Input;
    use crate::runtime::{Decode, DecodeError};

    #[test]
    fn only_utf_8_is_accepted() {
        for text in [&b"\xff"[..], b"\"\xff\"", b"{\"\xc3\":1}"] {
            assert!(Input::parse(text).is_err(), "{text:?}");
        }
        assert!(Input::parse(b"\xef\xbb\xbf {\"\xc3\xbc\": [1, null]} \n").is_ok());
    }

    #[test]
    fn deep_nesting_is_an_error() {
        #[derive(Debug)]
        struct Nest;
        impl Decode for Nest {
            fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
                input.array::<Self>().map(|_| Self)
            }
        }
        let nested = |depth| [vec![b'['; depth], vec![b']'; depth]].concat();
        assert!(Nest::decode(Input::parse(&nested(128)).unwrap()).is_ok());
        let deep = nested(20_000);
        assert!(Nest::decode(Input::parse(&deep).unwrap()).is_err());
    }

    #[test]
    fn half_a_surrogate_pair_is_an_error() {
        assert!(String::decode(Input::parse(br#""\ud800""#).unwrap()).is_err());
        assert_eq!(
            String::decode(Input::parse(br#""\"\ud83d\ude00\"""#).unwrap()).unwrap(),
            "\"😀\""
        );
    }
}
