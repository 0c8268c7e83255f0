//! A request that somebody sent us, as a web server hands it over, and how it is read.

mod sent;

use std::fmt;

use zeroize::Zeroizing;

use crate::runtime::json::Texts;
use crate::runtime::wire::media_type;
use crate::runtime::wire::urlencoded::{decoded, json};
use crate::runtime::{Decode, DecodeError, Input, Method, Style, Styles, Unsigned};
pub use sent::Sent;

/// What somebody sends us: a callback or a webhook of the document.
pub trait Incoming: Sized {
    /// How it is sent.
    const METHOD: Method;

    /// Reads it.
    ///
    /// # Errors
    ///
    /// A part that is always there is missing, or one is not what the document says.
    fn read(received: &Received<'_>) -> Result<Self, DecodeError>;
}

/// A body that is sent to us in one of several media types.
pub trait IncomingContents: Sized + 'static {
    /// How each is read; not empty.
    const READ: &'static [ReadContent<Self>];
}

/// A media type, and how a body of it is read.
pub type ReadContent<T> = (&'static str, fn(&Received<'_>) -> Result<T, DecodeError>);

/// A request that somebody sent us, as a web server hands it over. Anybody who knows the address can send one.
#[derive(Clone)]
pub struct Received<'r> {
    headers: Vec<(&'r str, &'r [u8])>,
    query: &'r str,
    path: Vec<(&'r str, &'r str)>,
    body: &'r [u8],
}

impl<'r> Received<'r> {
    /// Headers, in any case, and the body.
    pub fn new(headers: impl IntoIterator<Item = (&'r str, &'r [u8])>, body: &'r [u8]) -> Self {
        Self {
            headers: headers.into_iter().collect(),
            query: "",
            path: Vec::new(),
            body,
        }
    }

    /// With the query: what stands behind the `?` of the address, as it came.
    #[must_use]
    pub const fn with_query(mut self, query: &'r str) -> Self {
        self.query = query;
        self
    }

    /// With a parameter that the router took out of the path, decoded.
    #[must_use]
    pub fn with_path(mut self, name: &'r str, value: &'r str) -> Self {
        self.path.push((name, value));
        self
    }

    /// Reads it as what the document describes.
    ///
    /// # Errors
    ///
    /// A part that is always there is missing, or one is not what the document says.
    pub fn read<T: Incoming>(&self) -> Result<Unsigned<T>, DecodeError> {
        T::read(self).map(Unsigned::new)
    }
}

/// What generated code asks for.
impl Received<'_> {
    /// A header.
    ///
    /// # Errors
    ///
    /// It is not text.
    pub fn header(&self, name: &'static str) -> Result<Sent, DecodeError> {
        self.header_as(name, Style::Simple { explode: false })
    }

    /// A header in another style.
    ///
    /// # Errors
    ///
    /// It is not text.
    pub fn header_as(&self, name: &'static str, style: Style) -> Result<Sent, DecodeError> {
        let mut headers = self.headers.iter();
        let found = headers.find(|(known, _)| known.eq_ignore_ascii_case(name));
        let text = found.map(|(_, value)| utf8(value)).transpose();
        Ok(Sent::text(
            style,
            name,
            text.map_err(|error| error.in_member(name))?,
        ))
    }

    /// A parameter of the path.
    ///
    /// # Errors
    ///
    /// None.
    pub fn path(&self, name: &'static str) -> Result<Sent, DecodeError> {
        self.path_as(name, Style::Simple { explode: false })
    }

    /// A parameter of the path in another style.
    ///
    /// # Errors
    ///
    /// None.
    pub fn path_as(&self, name: &'static str, style: Style) -> Result<Sent, DecodeError> {
        let found = self.path.iter().find(|(known, _)| *known == name);
        Ok(Sent::text(style, name, found.map(|(_, value)| *value)))
    }

    /// A cookie.
    ///
    /// # Errors
    ///
    /// It is not text.
    pub fn cookie(&self, name: &'static str) -> Result<Sent, DecodeError> {
        self.cookie_as(name, Style::Form { explode: true })
    }

    /// A cookie in another style.
    ///
    /// # Errors
    ///
    /// It is not text.
    pub fn cookie_as(&self, name: &'static str, style: Style) -> Result<Sent, DecodeError> {
        let mut headers = self.headers.iter();
        let header = headers.find(|(known, _)| known.eq_ignore_ascii_case("cookie"));
        let cookies = header.map_or(Ok(""), |(_, value)| utf8(value))?;
        let mut pairs = cookies.split(';').filter_map(|pair| pair.split_once('='));
        let found = pairs.find(|(known, _)| known.trim() == name);
        let value = found.map(|(_, value)| decoded(value.trim())).transpose()?;
        Ok(Sent::text(
            style,
            name,
            value.as_ref().map(|value| value.as_str()),
        ))
    }

    /// A parameter of the query.
    ///
    /// # Errors
    ///
    /// The query is not in UTF-8, or contradicts itself.
    pub fn query(&self, name: &'static str) -> Result<Sent, DecodeError> {
        self.query_as(name, Style::Form { explode: true })
    }

    /// A parameter of the query in another style.
    ///
    /// # Errors
    ///
    /// The query is not in UTF-8, or contradicts itself.
    pub fn query_as(&self, name: &'static str, style: Style) -> Result<Sent, DecodeError> {
        let styles: Styles<'_> = match style {
            Style::Json => &[(style, &[name])],
            _ => &[],
        };
        let all = json(self.query, styles)?;
        let mut members = Input::parse(all.as_bytes())?.object()?;
        let list = name.strip_suffix("[]").unwrap_or(name);
        let found = members.take(list)?;
        let json = found.map(|found| Zeroizing::new(found.verbatim().to_owned()));
        Ok(Sent::json(style, name, json))
    }

    /// The body as JSON.
    ///
    /// # Errors
    ///
    /// It is not JSON, or not of that type.
    pub fn json<T: Decode>(&self) -> Result<T, DecodeError> {
        Input::parse(self.body).and_then(T::decode)
    }

    /// The body as a form. The members that are named here have a style of their own.
    ///
    /// # Errors
    ///
    /// It is no form, or not of that type.
    pub fn form<T: Decode>(&self, styles: Styles<'_>) -> Result<T, DecodeError> {
        let json = json(utf8(self.body)?, styles)?;
        Input::parse(json.as_bytes()).and_then(|input| T::decode(input.texts(Texts::default())))
    }

    /// The body as text.
    ///
    /// # Errors
    ///
    /// It is not in UTF-8.
    pub fn text(&self) -> Result<String, DecodeError> {
        utf8(self.body).map(str::to_owned)
    }

    /// The body as it came.
    ///
    /// # Errors
    ///
    /// None: any bytes will do.
    pub fn bytes(&self) -> Result<Vec<u8>, DecodeError> {
        Ok(self.body.to_vec())
    }

    /// A body that may be left out.
    ///
    /// # Errors
    ///
    /// It is there, and cannot be read.
    pub fn given<T>(
        &self,
        read: impl FnOnce(&Self) -> Result<T, DecodeError>,
    ) -> Result<Option<T>, DecodeError> {
        match self.body {
            [] => Ok(None),
            _ => read(self).map(Some),
        }
    }

    /// The body as one of several contents.
    ///
    /// # Errors
    ///
    /// It is not what its Content-Type says.
    pub fn contents<T: IncomingContents>(&self) -> Result<T, DecodeError> {
        let media: Vec<&str> = T::READ.iter().map(|(media, _)| *media).collect();
        let read = T::READ.get(self.content(&media));
        let (_, read) = read.ok_or_else(|| DecodeError::expected("a content"))?;
        read(self)
    }

    /// Which of several contents the body is, by its Content-Type; the first where that says nothing.
    #[must_use]
    pub fn content(&self, contents: &[&str]) -> usize {
        let mut headers = self.headers.iter();
        let sent = headers.find(|(name, _)| name.eq_ignore_ascii_case("content-type"));
        let sent = sent
            .and_then(|(_, value)| utf8(value).ok())
            .unwrap_or_default();
        let best = contents.iter().enumerate().rev();
        best.max_by_key(|(_, known)| media_type::fit(&[known], sent))
            .map_or(0, |(index, _)| index)
    }
}

impl fmt::Debug for Received<'_> {
    /// Names only: a value may be a signature, and the body may hold anything.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headers: Vec<_> = self.headers.iter().map(|(name, _)| name).collect();
        write!(
            f,
            "Received({} bytes, headers {headers:?})",
            self.body.len()
        )
    }
}

fn utf8(bytes: &[u8]) -> Result<&str, DecodeError> {
    std::str::from_utf8(bytes).map_err(|_| DecodeError::expected("text in UTF-8"))
}
