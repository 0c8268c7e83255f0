//! JSON text being written.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use std::fmt::Write as _;

use super::{Encode, Input, Members};
use crate::runtime::{File, Secret};

/// JSON text being written. Writing cannot fail.
#[derive(Default)]
pub struct Output {
    text: String,
    /// What was written and must not be seen: an error's text is searched for it.
    pub(crate) secrets: Vec<Secret>,
    /// Files by where their strings begin, if they are to be sent as parts: the strings are empty then.
    pub(crate) parts: Option<Vec<(usize, File)>>,
}

impl Output {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins an object.
    pub fn object(&mut self) -> Members<'_> {
        self.text.push('{');
        Members::new(self)
    }

    /// Writes an array.
    pub fn array<'v, T: Encode + 'v>(&mut self, values: impl IntoIterator<Item = &'v T>) {
        self.text.push('[');
        for (index, value) in values.into_iter().enumerate() {
            if index > 0 {
                self.text.push(',');
            }
            value.encode(self);
        }
        self.text.push(']');
    }

    /// Writes a value.
    pub fn value(&mut self, value: &impl Encode) {
        value.encode(self);
    }

    /// Writes a variant of several types: an object with its tag as the first member, unless it has
    /// that member itself. A value that is not an object is written as it is.
    pub fn tagged(&mut self, tag: &str, name: &str, value: &impl Encode) {
        let start = self.text.len();
        value.encode(self);
        if !self.text[start..].starts_with('{') || has(&self.text[start..], tag) {
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

    /// The text that a value would be, with its secrets known.
    pub(crate) fn aside(&mut self, value: &impl Encode) -> String {
        let start = self.text.len();
        value.encode(self);
        self.text.split_off(start)
    }

    /// Writes a string.
    pub fn text(&mut self, value: &str) {
        self.text.push('"');
        for c in value.chars() {
            match c {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                '\t' => self.text.push_str("\\t"),
                // Writing to a string cannot fail.
                '\0'..='\x1f' => drop(write!(self.text, "\\u{:04x}", u32::from(c))),
                _ => self.text.push(c),
            }
        }
        self.text.push('"');
    }

    /// Writes a string that must not be seen.
    pub fn secret(&mut self, value: &Secret) {
        self.secrets.push(value.clone());
        self.text(value.expose());
    }

    /// Writes nothing: has this text redacted in what an error says, should the provider repeat it.
    pub fn conceal(&mut self, text: &str) {
        self.secrets.push(Secret::new(text));
    }

    /// Writes a file.
    pub(crate) fn file(&mut self, file: &File) {
        let at = self.text.len();
        match (&mut self.parts, std::str::from_utf8(file.bytes())) {
            (Some(parts), _) => {
                parts.push((at, file.clone()));
                self.text("");
            }
            (None, Ok(text)) => self.text(text),
            (None, Err(_)) => self.text(&STANDARD.encode(file.bytes())),
        }
    }

    /// Writes `null`.
    pub fn null(&mut self) {
        self.text.push_str("null");
    }

    /// The text, in UTF-8.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    /// The text itself.
    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// Writes what is JSON text already.
    pub(crate) fn verbatim(&mut self, json: &str) {
        self.text.push_str(json);
    }
}

/// Whether an object has a member of that name.
fn has(object: &str, name: &str) -> bool {
    let fields = Input::parse(object.as_bytes()).and_then(Input::object);
    fields.is_ok_and(|fields| !matches!(fields.look(name), Ok(None)))
}

#[cfg(test)]
mod tests {
    use super::{Encode, File, Output};

    struct Upload(File);

    impl Encode for Upload {
        fn encode(&self, out: &mut Output) {
            let mut members = out.object();
            members.required("data", &self.0);
            members.end();
        }
    }

    #[test]
    fn a_file_stays_where_its_string_is() {
        let mut out = Output::new();
        out.parts = Some(Vec::new());
        let upload = Upload(File::new(*b"abc"));
        out.tagged("kind", "scan", &upload);
        assert_eq!(out.text, r#"{"kind":"scan","data":""}"#);
        let places: Vec<usize> = out.parts.iter().flatten().map(|(at, _)| *at).collect();
        assert_eq!(places, [out.text.find(r#""""#).unwrap_or_default()]);
    }
}
