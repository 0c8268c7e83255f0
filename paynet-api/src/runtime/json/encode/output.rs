//! JSON text while it is written: strings, secrets and files.

use std::borrow::Cow;
use std::fmt::Write as _;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use crate::runtime::json::{Input, Tolerance};
use crate::runtime::{File, Secret};

/// How many bytes most requests have at most. Room for them is made at once: what a string leaves
/// behind when it grows is not wiped.
const USUAL: usize = 256;

/// JSON text while it is written. Writing cannot fail.
#[derive(Default)]
pub struct Output {
    text: String,
    /// The secrets that were written.
    pub(crate) secrets: Vec<Secret>,
    /// What else error texts must not print: personal data, and parts of addresses.
    pub(crate) concealed: Vec<Secret>,
    /// What the value is about, for logs.
    pub(crate) subject: Option<String>,
    /// If files are sent as parts: each file by the offset of its string, which is empty.
    pub(crate) parts: Option<Vec<(usize, File)>>,
}

impl Output {
    /// Creates an empty output.
    #[must_use]
    pub fn new() -> Self {
        Self {
            text: String::with_capacity(USUAL),
            ..Self::default()
        }
    }

    /// Writes a string.
    pub fn text(&mut self, value: &str) {
        self.text.push('"');
        let mut rest = value;
        while let Some(at) = rest.bytes().position(is_escaped) {
            self.text.push_str(&rest[..at]);
            match rest.as_bytes()[at] {
                b'\n' => self.text.push_str("\\n"),
                b'\r' => self.text.push_str("\\r"),
                b'\t' => self.text.push_str("\\t"),
                // Writing to a string cannot fail.
                control @ ..=0x1f => drop(write!(self.text, "\\u{control:04x}")),
                quote => self.text.extend(['\\', char::from(quote)]),
            }
            rest = &rest[at + 1..];
        }
        self.text.push_str(rest);
        self.text.push('"');
    }

    /// Writes a string that must not be printed.
    pub fn secret(&mut self, value: &Secret) {
        self.secrets.push(value.clone());
        self.text(value.expose());
    }

    /// Writes nothing, but redacts this string in error texts, in case the provider repeats it.
    pub fn conceal(&mut self, text: &str) {
        self.concealed.push(Secret::new(text));
    }

    /// Writes nothing, but names what the value is about, such as a transaction, for logs. The first
    /// name counts.
    pub fn identify(&mut self, text: &str) {
        self.subject.get_or_insert_with(|| text.to_owned());
    }

    /// Writes a file: as a part where files are sent as parts, otherwise as a string, in base64
    /// unless it is UTF-8.
    pub(crate) fn file(&mut self, file: &File) {
        let at = self.text.len();
        match (&mut self.parts, std::str::from_utf8(file.bytes())) {
            (Some(parts), _) => {
                parts.push((at, file.clone()));
                self.text("");
            }
            (None, Ok(text)) => self.text(text),
            (None, Err(_)) => self.text(&BASE64_STANDARD.encode(file.bytes())),
        }
    }

    /// Writes `null`.
    pub fn null(&mut self) {
        self.text.push_str("null");
    }

    /// Writes JSON text as it is.
    pub(crate) fn verbatim(&mut self, json: &str) {
        self.text.push_str(json);
    }

    /// Inserts a member into the object that starts at `start`, unless it has that member. A value
    /// that is not an object is unchanged.
    pub(super) fn insert_tag(&mut self, start: usize, tag: &str, name: &str) {
        if !self.text[start..].starts_with('{') || has_member(&self.text[start..], tag) {
            return;
        }
        let object = self.text.split_off(start);
        let inside = start + 1;
        self.text.push('{');
        self.text(tag);
        self.text.push(':');
        self.text(name);
        if object != "{}" {
            self.text.push(',');
        }
        let moved = self.text.len() - inside;
        let files = self.parts.iter_mut().flatten();
        for (at, _) in files.filter(|(at, _)| *at >= inside) {
            *at += moved;
        }
        self.text.push_str(&object[1..]);
    }

    /// Conceals the scalar that was written from `start` on.
    pub(super) fn conceal_from(&mut self, start: usize) {
        let written = Input::parse(&self.text.as_bytes()[start..]);
        let scalar = written.and_then(|scalar| scalar.tolerating(Tolerance::TEXT).text());
        if let Ok(text) = scalar.map(Cow::into_owned) {
            self.conceal(&text);
        }
    }

    /// Returns the length of the text so far.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// Removes the text from `start` on, and returns it.
    pub(super) fn split_off(&mut self, start: usize) -> String {
        self.text.split_off(start)
    }

    /// Returns the text, in UTF-8.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    /// Returns the text.
    pub(crate) fn into_text(self) -> String {
        self.text
    }
}

/// Returns whether a byte of a string is escaped in JSON. It is a character of its own.
// RFC 8259, 7.
const fn is_escaped(byte: u8) -> bool {
    matches!(byte, b'"' | b'\\' | ..=0x1f)
}

/// Returns whether an object has a member of that name.
fn has_member(object: &str, name: &str) -> bool {
    let fields = Input::parse(object.as_bytes()).and_then(Input::object);
    fields.is_ok_and(|fields| !matches!(fields.find(name), Ok(None)))
}

#[cfg(test)]
mod tests {
    use super::{File, Output};
    use crate::runtime::Encode;

    struct Upload(File);

    impl Encode for Upload {
        fn encode(&self, out: &mut Output) {
            let mut members = out.object();
            members.required("data", &self.0);
            members.end();
        }
    }

    #[test]
    fn a_tag_moves_the_offsets_of_files() {
        let mut out = Output::new();
        out.parts = Some(Vec::new());
        let upload = Upload(File::new(*b"abc"));
        out.tagged("kind", "scan", &upload);
        assert_eq!(out.text, r#"{"kind":"scan","data":""}"#);
        let places: Vec<usize> = out.parts.iter().flatten().map(|(at, _)| *at).collect();
        assert_eq!(places, [out.text.find(r#""""#).unwrap_or_default()]);
    }
}
