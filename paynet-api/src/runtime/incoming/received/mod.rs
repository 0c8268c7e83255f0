//! A received request, as a web server passes it on, and how it is decoded.

mod parameters;
mod sent;

use std::fmt;

use crate::runtime::json::decode::issues::Issues;
use crate::runtime::json::decode::scope::Strings;
use crate::runtime::wire::media_type;
use crate::runtime::wire::urlencoded::to_json;
use crate::runtime::{Decode, DecodeError, Input, Method, Styles, Unsigned};
pub use sent::Sent;

/// A request that the API sends: a callback or a webhook of the document.
pub trait Incoming: Sized {
    /// The HTTP method.
    const METHOD: Method;

    /// Decodes the request.
    ///
    /// # Errors
    ///
    /// If a required part is missing, or a part does not match the document.
    fn read(received: &Received<'_>) -> Result<Self, DecodeError>;
}

/// A received body that has one of several media types.
pub trait IncomingContents: Sized + 'static {
    /// How each media type is decoded. Not empty.
    const READ: &'static [ReadContent<Self>];
}

/// A media type, and how a body of that type is decoded.
pub type ReadContent<T> = (&'static str, fn(&Received<'_>) -> Result<T, DecodeError>);

/// A received request, as a web server passes it on. Anybody who knows the address can send one.
#[derive(Clone)]
pub struct Received<'r> {
    headers: Vec<(&'r str, &'r [u8])>,
    query: &'r str,
    path: Vec<(&'r str, &'r str)>,
    body: &'r [u8],
    /// While it is decoded: where members that cannot be decoded are reported.
    pub(crate) issues: Option<&'r Issues>,
}

impl<'r> Received<'r> {
    /// Creates a request from its headers, whose names are case-insensitive, and its body.
    pub fn new(headers: impl IntoIterator<Item = (&'r str, &'r [u8])>, body: &'r [u8]) -> Self {
        Self {
            headers: headers.into_iter().collect(),
            query: "",
            path: Vec::new(),
            body,
            issues: None,
        }
    }

    /// Sets the query: what follows the `?` in the address, not decoded.
    #[must_use]
    pub const fn with_query(mut self, query: &'r str) -> Self {
        self.query = query;
        self
    }

    /// Adds a path parameter, decoded, as routers provide it.
    #[must_use]
    #[inline]
    pub fn with_path(mut self, name: &'r str, value: &'r str) -> Self {
        self.path.push((name, value));
        self
    }

    /// Decodes the request as the document describes it, and its body member by member.
    ///
    /// # Errors
    ///
    /// If a required part is missing, or a parameter or the whole body does not match the document.
    pub fn read<T: Incoming>(&self) -> Result<Unsigned<T>, DecodeError> {
        let issues = Issues::default();
        let received = Received {
            issues: Some(&issues),
            ..self.clone()
        };
        let claim = T::read(&received)?;
        Ok(Unsigned::new(claim, issues.take()))
    }
}

/// Used by generated code.
impl Received<'_> {
    /// Decodes the body as JSON.
    ///
    /// # Errors
    ///
    /// If it is not JSON, or not of that type.
    pub fn json<T: Decode>(&self) -> Result<T, DecodeError> {
        self.decode(Input::parse(self.body)?)
    }

    /// Decodes the body as a form. `styles` are those of the document.
    ///
    /// # Errors
    ///
    /// If it is not a form, or not of that type.
    pub fn form<T: Decode>(&self, styles: Styles<'_>) -> Result<T, DecodeError> {
        let json = to_json(utf8(self.body)?, styles)?;
        let input = Input::parse(json.as_bytes())?;
        self.decode(input.strings(Strings::default()))
    }

    /// Decodes the body, member by member where issues are reported.
    fn decode<'a, T: Decode>(&'a self, input: Input<'a>) -> Result<T, DecodeError> {
        T::decode(match self.issues {
            Some(issues) => input.reporting(issues),
            None => input,
        })
    }

    /// Returns the body as text.
    ///
    /// # Errors
    ///
    /// If it is not UTF-8.
    #[inline]
    pub fn text(&self) -> Result<String, DecodeError> {
        utf8(self.body).map(str::to_owned)
    }

    /// Returns the body as it was received.
    ///
    /// # Errors
    ///
    /// Never: any bytes are accepted.
    #[inline]
    pub fn bytes(&self) -> Result<Vec<u8>, DecodeError> {
        Ok(self.body.to_vec())
    }

    /// Decodes a body that may be absent.
    ///
    /// # Errors
    ///
    /// If it is present and cannot be decoded.
    pub fn given<T>(
        &self,
        read: impl FnOnce(&Self) -> Result<T, DecodeError>,
    ) -> Result<Option<T>, DecodeError> {
        match self.body {
            [] => Ok(None),
            _ => read(self).map(Some),
        }
    }

    /// Decodes a body that has one of several media types.
    ///
    /// # Errors
    ///
    /// If it does not match its Content-Type.
    pub fn contents<T: IncomingContents>(&self) -> Result<T, DecodeError> {
        let media: Vec<&str> = T::READ.iter().map(|(media, _)| *media).collect();
        let read = T::READ.get(self.content(&media));
        let (_, read) = read.ok_or_else(|| DecodeError::expected("a documented media type"))?;
        read(self)
    }

    /// Returns the index of the media type that matches the body's Content-Type best; 0 if none
    /// does.
    #[must_use]
    #[inline]
    pub fn content(&self, contents: &[&str]) -> usize {
        let mut headers = self.headers.iter();
        let sent = headers.find(|(name, _)| name.eq_ignore_ascii_case("content-type"));
        let sent = sent
            .and_then(|(_, value)| utf8(value).ok())
            .unwrap_or_default();
        let best = contents.iter().enumerate().rev();
        best.max_by_key(|(_, known)| media_type::specificity(&[known], sent))
            .map_or(0, |(index, _)| index)
    }
}

impl fmt::Debug for Received<'_> {
    /// Prints the names of headers only: a value may be a signature, and the body is unknown.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headers: Vec<_> = self.headers.iter().map(|(name, _)| name).collect();
        write!(
            f,
            "Received({} bytes, headers {headers:?})",
            self.body.len()
        )
    }
}

/// Decodes UTF-8.
#[inline]
fn utf8(bytes: &[u8]) -> Result<&str, DecodeError> {
    std::str::from_utf8(bytes).map_err(|_| DecodeError::expected("UTF-8"))
}
