//! Parameters, by where they are sent. What cannot be sent there is refused before anything is
//! sent.

use zeroize::Zeroizing;

use super::Request;
use crate::runtime::http::credential::problem_of_key;
use crate::runtime::wire::escape::Escape;
use crate::runtime::wire::style::{pairs, text};
use crate::runtime::{Encode, Secret, Style};

impl Request {
    /// Writes a path parameter, percent-encoded. A list is joined by commas.
    pub fn path(&mut self, name: &'static str, value: &impl Encode) {
        self.path_as(name, value, Style::Simple { explode: false });
    }

    /// Writes a path parameter in another style.
    pub fn path_as(&mut self, name: &'static str, value: &impl Encode, style: Style) {
        self.put_path(name, value, style, Escape::Percent);
    }

    /// Writes a path parameter that may be several segments: its slashes are not escaped.
    pub fn path_reserved(&mut self, name: &'static str, value: &impl Encode, style: Style) {
        self.put_path(name, value, style, Escape::Segments);
    }

    /// Writes a path parameter.
    fn put_path(&mut self, name: &'static str, value: &impl Encode, style: Style, escape: Escape) {
        let written = self.written(value);
        match text(style, name, &written.plain(), escape) {
            Some(text) if !text.is_empty() => self.path.push((name, text)),
            // RFC 3986, 3.3: a path with an empty segment is another path.
            _ => self.refuse(format!("the path parameter `{name}` must not be empty")),
        }
    }

    /// Writes a query parameter, percent-encoded. A list is one parameter per item, an object one
    /// per member, and null is omitted.
    pub fn query(&mut self, name: &'static str, value: &impl Encode) {
        self.query_as(name, value, Style::Form { explode: true });
    }

    /// Writes a query parameter in another style.
    pub fn query_as(&mut self, name: &'static str, value: &impl Encode, style: Style) {
        let written = self.written(value);
        let pairs = pairs(style, name, &written.plain(), Escape::Percent);
        self.query.extend(pairs);
    }

    /// Writes a query parameter whose reserved characters are not escaped.
    pub fn query_reserved(&mut self, name: &'static str, value: &impl Encode, style: Style) {
        let written = self.written(value);
        let pairs = pairs(style, name, &written.plain(), Escape::Reserved);
        self.query.extend(pairs);
    }

    /// Writes a header. A list is joined by commas, and null is omitted.
    pub fn header(&mut self, name: &'static str, value: &impl Encode) {
        self.header_as(name, value, Style::Simple { explode: false });
    }

    /// Writes a header in another style. A secret in it must be a key alone, as a credential of the
    /// client must.
    pub fn header_as(&mut self, name: &'static str, value: &impl Encode, style: Style) {
        let written = self.written(value);
        let sensitive = written.sensitive().next().is_some();
        let keys = written.secrets.iter().map(Secret::expose);
        if let Some(problem) = keys.filter_map(problem_of_key).next() {
            return self.refuse(format!("the header `{name}` {problem}"));
        }
        let Some(value) = text(style, name, &written.plain(), Escape::Nothing) else {
            return;
        };
        let value = Zeroizing::new(value);
        if value
            .bytes()
            .any(|byte| !matches!(byte, b' '..=b'~' | b'\t'))
            || value.trim() != *value
        {
            self.refuse(format!(
                "the header `{name}` must be visible ASCII, without white space around it"
            ));
        } else {
            self.headers.push((name, value, sensitive));
        }
    }

    /// Writes a cookie, percent-encoded. Null is omitted.
    pub fn cookie(&mut self, name: &'static str, value: &impl Encode) {
        self.cookie_as(name, value, Style::Form { explode: true });
    }

    /// Writes a cookie in another style.
    pub fn cookie_as(&mut self, name: &'static str, value: &impl Encode, style: Style) {
        let written = self.written(value);
        let pairs = pairs(style, name, &written.plain(), Escape::Percent);
        let pairs = pairs.iter().map(|(name, value)| format!("{name}={value}"));
        let pairs: Vec<String> = pairs.collect();
        if !pairs.is_empty() {
            self.cookies.push(Zeroizing::new(pairs.join("&")));
        }
    }
}
