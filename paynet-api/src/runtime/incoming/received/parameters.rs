//! What a received request has beside its body: headers, path parameters, cookies and the query.

use zeroize::Zeroizing;

use super::{Received, Sent, utf8};
use crate::runtime::wire::urlencoded::{decode, to_json};
use crate::runtime::{DecodeError, Input, Style, Styles};

impl Received<'_> {
    /// Returns a header.
    ///
    /// # Errors
    ///
    /// If it is not UTF-8.
    #[inline]
    pub fn header(&self, name: &'static str) -> Result<Sent, DecodeError> {
        self.header_as(name, Style::Simple { explode: false })
    }

    /// Returns a header in another style.
    ///
    /// # Errors
    ///
    /// If it is not UTF-8.
    #[inline]
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

    /// Returns a path parameter.
    ///
    /// # Errors
    ///
    /// Never.
    #[inline]
    pub fn path(&self, name: &'static str) -> Result<Sent, DecodeError> {
        self.path_as(name, Style::Simple { explode: false })
    }

    /// Returns a path parameter in another style.
    ///
    /// # Errors
    ///
    /// Never.
    #[inline]
    pub fn path_as(&self, name: &'static str, style: Style) -> Result<Sent, DecodeError> {
        let found = self.path.iter().find(|(known, _)| *known == name);
        Ok(Sent::text(style, name, found.map(|(_, value)| *value)))
    }

    /// Returns a cookie.
    ///
    /// # Errors
    ///
    /// If it is not UTF-8.
    #[inline]
    pub fn cookie(&self, name: &'static str) -> Result<Sent, DecodeError> {
        self.cookie_as(name, Style::Form { explode: true })
    }

    /// Returns a cookie in another style.
    ///
    /// # Errors
    ///
    /// If it is not UTF-8.
    #[inline]
    pub fn cookie_as(&self, name: &'static str, style: Style) -> Result<Sent, DecodeError> {
        let mut headers = self.headers.iter();
        let header = headers.find(|(known, _)| known.eq_ignore_ascii_case("cookie"));
        let cookies = header.map_or(Ok(""), |(_, value)| utf8(value))?;
        let mut pairs = cookies.split(';').filter_map(|pair| pair.split_once('='));
        let found = pairs.find(|(known, _)| known.trim() == name);
        let value = found.map(|(_, value)| decode(value.trim())).transpose()?;
        Ok(Sent::text(
            style,
            name,
            value.as_ref().map(|value| value.as_str()),
        ))
    }

    /// Returns a query parameter.
    ///
    /// # Errors
    ///
    /// If the query is not UTF-8, or contradicts itself.
    #[inline]
    pub fn query(&self, name: &'static str) -> Result<Sent, DecodeError> {
        self.query_as(name, Style::Form { explode: true })
    }

    /// Returns a query parameter in another style.
    ///
    /// # Errors
    ///
    /// If the query is not UTF-8, or contradicts itself.
    #[inline]
    pub fn query_as(&self, name: &'static str, style: Style) -> Result<Sent, DecodeError> {
        let styles: Styles<'_> = match style {
            Style::Json => &[(style, &[name])],
            _ => &[],
        };
        let all = to_json(self.query, styles)?;
        let mut members = Input::parse(all.as_bytes())?.object()?;
        let list = name.strip_suffix("[]").unwrap_or(name);
        let found = members.take(list)?;
        let json = found.map(|found| Zeroizing::new(found.verbatim().to_owned()));
        Ok(Sent::json(style, name, json))
    }
}
