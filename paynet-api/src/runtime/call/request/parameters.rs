//! Parameters, by where they are sent. What cannot stand there is refused before anything is sent.

use zeroize::Zeroizing;

use super::Request;
use crate::runtime::wire::escape::Escape;
use crate::runtime::wire::style::{pairs, text};
use crate::runtime::{Encode, Style};

impl Request {
    /// A path parameter, percent-encoded; a list is joined by commas.
    pub fn path(&mut self, name: &'static str, value: &impl Encode) {
        self.path_as(name, value, Style::Simple { explode: false });
    }

    /// A path parameter in another style.
    pub fn path_as(&mut self, name: &'static str, value: &impl Encode, style: Style) {
        self.put_path(name, value, style, Escape::Percent);
    }

    /// A path parameter that may be several segments: its slashes stay.
    pub fn path_reserved(&mut self, name: &'static str, value: &impl Encode, style: Style) {
        self.put_path(name, value, style, Escape::Segments);
    }

    fn put_path(&mut self, name: &'static str, value: &impl Encode, style: Style, escape: Escape) {
        let written = self.note(value);
        match text(style, name, &written.plain(), escape) {
            Some(text) if !text.is_empty() => self.path.push((name, text)),
            // RFC 3986, 3.3: an empty segment is another path.
            _ => self.refuse(format!("the path parameter `{name}` must not be empty")),
        }
    }

    /// A query parameter, percent-encoded; a list is as many parameters, an object one for each member, and what is not there
    /// is left out.
    pub fn query(&mut self, name: &'static str, value: &impl Encode) {
        self.query_as(name, value, Style::Form { explode: true });
    }

    /// A query parameter in another style.
    pub fn query_as(&mut self, name: &'static str, value: &impl Encode, style: Style) {
        let written = self.note(value);
        let pairs = pairs(style, name, &written.plain(), Escape::Percent);
        self.query.extend(pairs);
    }

    /// A query parameter whose value may hold reserved characters as they are.
    pub fn query_reserved(&mut self, name: &'static str, value: &impl Encode, style: Style) {
        let written = self.note(value);
        let pairs = pairs(style, name, &written.plain(), Escape::Reserved);
        self.query.extend(pairs);
    }

    /// A header; a list is joined by commas, and what is not there is left out.
    pub fn header(&mut self, name: &'static str, value: &impl Encode) {
        self.header_as(name, value, Style::Simple { explode: false });
    }

    /// A header in another style.
    pub fn header_as(&mut self, name: &'static str, value: &impl Encode, style: Style) {
        let written = self.note(value);
        let sensitive = !written.secrets.is_empty();
        let Some(value) = text(style, name, &written.plain(), Escape::Nothing) else {
            return;
        };
        let value = Zeroizing::new(value);
        if sensitive && value.trim().is_empty() {
            self.refuse(format!("the header `{name}` must not be empty"));
        } else if value
            .bytes()
            .any(|byte| !matches!(byte, b' '..=b'~' | b'\t'))
            || value.trim() != *value
        {
            self.refuse(format!(
                "the header `{name}` takes visible ASCII, without blanks around it"
            ));
        } else {
            self.headers.push((name, value, sensitive));
        }
    }

    /// A cookie, percent-encoded, and left out where it is not there.
    pub fn cookie(&mut self, name: &'static str, value: &impl Encode) {
        self.cookie_as(name, value, Style::Form { explode: true });
    }

    /// A cookie in another style.
    pub fn cookie_as(&mut self, name: &'static str, value: &impl Encode, style: Style) {
        let written = self.note(value);
        let pairs = pairs(style, name, &written.plain(), Escape::Percent);
        let pairs = pairs.iter().map(|(name, value)| format!("{name}={value}"));
        let pairs: Vec<String> = pairs.collect();
        if !pairs.is_empty() {
            self.cookies.push(Zeroizing::new(pairs.join("&")));
        }
    }
}
