//! The body of a response while it is decoded: its text, and what was noticed in it.

use std::borrow::Cow;

use zeroize::Zeroize;

use super::evidence::Evidence;
use crate::runtime::json::decode::issues::{DecodeIssue, Issues};
use crate::runtime::json::decode::parsed::Parsed;
use crate::runtime::json::decode::scope::Sensitive;
use crate::runtime::{Decode, DecodeError, Input, Raw, Secret};

/// The body of a response while it is decoded.
pub struct ResponseBody<'r> {
    raw: &'r Raw,
    text: &'r Text<'r>,
    json: &'r Result<Parsed<'r>, DecodeError>,
    sensitive: Sensitive,
    issues: Issues,
}

/// A body as text, wiped from memory if it is a copy.
pub(crate) struct Text<'r>(Cow<'r, str>);

impl Drop for Text<'_> {
    fn drop(&mut self) {
        if let Cow::Owned(copy) = &mut self.0 {
            copy.zeroize();
        }
    }
}

impl<'r> Text<'r> {
    /// The body of a response as text.
    ///
    /// Bytes that are not UTF-8 are read as U+FFFD: a server that writes Turkish letters in another
    /// encoding costs the strings that contain them, and not the response. Everything that JSON
    /// itself consists of is ASCII, so this changes no value outside of strings.
    pub(crate) fn of(raw: &'r Raw) -> Self {
        Self(match std::str::from_utf8(raw.body()) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => String::from_utf8_lossy(raw.body()),
        })
    }

    /// Returns the text.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Parses the text as JSON.
    pub(crate) fn parse(&self) -> Result<Parsed<'_>, DecodeError> {
        Parsed::of(&self.0)
    }
}

impl<'r> ResponseBody<'r> {
    /// The body of a response, its text, and the text as it was parsed.
    pub(crate) fn of(
        raw: &'r Raw,
        text: &'r Text<'r>,
        json: &'r Result<Parsed<'r>, DecodeError>,
    ) -> Self {
        Self {
            raw,
            text,
            json,
            sensitive: Sensitive::default(),
            issues: Issues::default(),
        }
    }

    /// Returns the body as text, and reports an encoding other than UTF-8.
    pub(crate) fn text(&self) -> &'r str {
        if matches!(self.text.0, Cow::Owned(_)) {
            let error = DecodeError::expected("UTF-8").found("another encoding");
            self.issues.append(vec![DecodeIssue::of_the_whole(error)]);
        }
        &self.text.0
    }

    /// Returns the members that the outcome rules look at.
    pub(crate) fn evidence(&self) -> Evidence<'r> {
        Evidence::of(self.json.as_ref().ok())
    }

    /// Returns the whole response.
    pub(crate) const fn raw(&self) -> &'r Raw {
        self.raw
    }

    /// Decodes the body as JSON, member by member.
    ///
    /// # Errors
    ///
    /// If it is not JSON, or something that is required is missing or cannot be decoded.
    pub(crate) fn json<T: Decode>(&self) -> Result<T, DecodeError> {
        self.text();
        let input = Input::of(self.json.as_ref().map_err(Clone::clone)?);
        T::decode(input.noting(&self.sensitive).reporting(&self.issues))
    }

    /// Returns the members and elements that could not be decoded, and the sensitive values.
    pub(crate) fn noticed(&self) -> (Vec<DecodeIssue>, Vec<Secret>) {
        (self.issues.take(), self.sensitive.noted())
    }
}
