//! A JSON reader for samples in documentation. It accepts two slips, a key without quotes and a
//! missing comma, and says so; everything else is an error. It knows the place of each value.

use serde_json::{Map, Value};

/// How deeply values may be nested.
const DEPTH: usize = 32;

/// A slip that is repaired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slip {
    UnquotedKey,
    MissingComma,
}

impl Slip {
    /// Returns the slip in words, for a number of them.
    pub(crate) fn words(self, count: usize) -> String {
        match (self, count) {
            (Self::UnquotedKey, 1) => "a key without quotes".to_owned(),
            (Self::UnquotedKey, _) => format!("{count} keys without quotes"),
            (Self::MissingComma, 1) => "a missing comma".to_owned(),
            (Self::MissingComma, _) => format!("{count} missing commas"),
        }
    }
}

/// What was read.
#[derive(Debug)]
pub(crate) struct Read {
    pub(crate) value: Value,
    /// The slips, each with its byte.
    pub(crate) slips: Vec<(Slip, usize)>,
    /// The byte of each value, by JSON pointer.
    pub(crate) places: Vec<(String, usize)>,
}

/// Why a text can't be read.
#[derive(Debug)]
pub(crate) struct Error {
    pub(crate) byte: usize,
    pub(crate) text: String,
}

/// Reads a text.
pub(crate) fn read(text: &str) -> Result<Read, Error> {
    let mut reader = Reader {
        text,
        byte: 0,
        pointer: String::new(),
        slips: Vec::new(),
        places: Vec::new(),
    };
    let value = reader.value(0)?;
    reader.space();
    if reader.byte < text.len() {
        return Err(reader.error("expected the end"));
    }
    Ok(Read {
        value,
        slips: reader.slips,
        places: reader.places,
    })
}

/// Returns a key as a step of a JSON pointer.
pub(crate) fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

struct Reader<'t> {
    text: &'t str,
    byte: usize,
    pointer: String,
    slips: Vec<(Slip, usize)>,
    places: Vec<(String, usize)>,
}

impl Reader<'_> {
    fn error(&self, expected: &str) -> Error {
        let found = match self.peek() {
            Some(letter) => format!("`{letter}`"),
            None => "the end".to_owned(),
        };
        Error {
            byte: self.byte,
            text: format!("{expected}, found {found}"),
        }
    }

    fn rest(&self) -> &str {
        self.text.get(self.byte..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn space(&mut self) {
        let rest = self.rest();
        self.byte += rest.len() - rest.trim_start().len();
    }

    /// Skips spaces and a letter, if it is there.
    fn take(&mut self, letter: char) -> bool {
        self.space();
        let is_there = self.peek() == Some(letter);
        if is_there {
            self.byte += letter.len_utf8();
        }
        is_there
    }

    fn value(&mut self, depth: usize) -> Result<Value, Error> {
        self.space();
        if depth > DEPTH {
            return Err(self.error("expected a value that is nested less deeply"));
        }
        self.places.push((self.pointer.clone(), self.byte));
        match self.peek() {
            Some('{') => self.object(depth),
            Some('[') => self.array(depth),
            Some('"') => Ok(Value::String(self.string()?)),
            _ => self.word(),
        }
    }

    fn object(&mut self, depth: usize) -> Result<Value, Error> {
        self.take('{');
        let mut members = Map::new();
        while !self.take('}') {
            if !members.is_empty() {
                self.comma('}')?;
            }
            let start = self.byte;
            let key = self.key()?;
            if !self.take(':') {
                return Err(self.error("expected `:` after a key"));
            }
            let length = self.enter(&key);
            let value = self.value(depth + 1)?;
            self.pointer.truncate(length);
            if members.insert(key, value).is_some() {
                self.byte = start;
                return Err(self.error("expected each key once"));
            }
        }
        Ok(Value::Object(members))
    }

    fn array(&mut self, depth: usize) -> Result<Value, Error> {
        self.take('[');
        let mut items = Vec::new();
        while !self.take(']') {
            if !items.is_empty() {
                self.comma(']')?;
            }
            let length = self.enter(&items.len().to_string());
            items.push(self.value(depth + 1)?);
            self.pointer.truncate(length);
        }
        Ok(Value::Array(items))
    }

    /// Skips a comma between two values, or notes that it is missing.
    fn comma(&mut self, end: char) -> Result<(), Error> {
        let start = self.byte;
        if !self.take(',') {
            let before = self.text.get(..start).unwrap_or_default();
            self.slips
                .push((Slip::MissingComma, before.trim_end().len()));
        }
        self.space();
        match self.peek() {
            None => Err(self.error("expected a value")),
            Some(letter) if letter == end => Err(self.error("expected a value after the comma")),
            Some(_) => Ok(()),
        }
    }

    fn key(&mut self) -> Result<String, Error> {
        self.space();
        if self.peek() == Some('"') {
            return self.string();
        }
        let is_key = |it: char| it.is_ascii_alphanumeric() || it == '_';
        let end = self
            .rest()
            .find(|it| !is_key(it))
            .unwrap_or(self.rest().len());
        if end == 0 {
            return Err(self.error("expected a key"));
        }
        self.slips.push((Slip::UnquotedKey, self.byte));
        let key = self.rest()[..end].to_owned();
        self.byte += end;
        Ok(key)
    }

    fn string(&mut self) -> Result<String, Error> {
        let mut is_escaped = true;
        let end = self.rest().find(|letter| {
            let ends = letter == '"' && !is_escaped;
            is_escaped = letter == '\\' && !is_escaped;
            ends
        });
        let end = end.ok_or_else(|| self.error("expected a string that ends"))?;
        let string = serde_json::from_str(&self.rest()[..=end]);
        let string = string.map_err(|_| self.error("expected a valid string"))?;
        self.byte += end + 1;
        Ok(string)
    }

    /// Reads a number, `true`, `false` or `null`.
    fn word(&mut self) -> Result<Value, Error> {
        let is_word = |it: char| it.is_ascii_alphanumeric() || "+-.".contains(it);
        let end = self
            .rest()
            .find(|it| !is_word(it))
            .unwrap_or(self.rest().len());
        let value = serde_json::from_str(&self.rest()[..end]);
        let value = value.map_err(|_| self.error("expected a value"))?;
        self.byte += end;
        Ok(value)
    }

    fn enter(&mut self, step: &str) -> usize {
        let length = self.pointer.len();
        self.pointer.push('/');
        self.pointer.push_str(&escaped(step));
        length
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slips(text: &str) -> Vec<(Slip, usize)> {
        read(text).map_or_else(|error| panic!("{}", error.text), |read| read.slips)
    }

    #[test]
    fn json_is_read_as_it_is() {
        let text = r#" {"a": [1, 0.25, -2e3, "x\"\\", {}, [], null], "ü/~": {"b": true}} "#;
        let read = read(text).expect("it is JSON");
        let expected: Value = serde_json::from_str(text).expect("it is JSON");
        assert_eq!(read.value, expected);
        assert!(read.slips.is_empty());
        let place = |pointer: &str| {
            read.places
                .iter()
                .find(|(it, _)| it == pointer)
                .map(|it| it.1)
        };
        assert_eq!(place("/ü~1~0/b"), text.find("true"));
    }

    #[test]
    fn keys_without_quotes_and_missing_commas_are_repaired() {
        assert_eq!(slips("{a_1: 1}"), [(Slip::UnquotedKey, 1)]);
        assert_eq!(slips("{\"a\": 1\n\"b\": 2}"), [(Slip::MissingComma, 7)]);
        assert_eq!(slips("[1 2]"), [(Slip::MissingComma, 2)]);
    }

    #[test]
    fn nothing_else_is_repaired() {
        for text in [
            "",
            "{",
            "{\"a\"}",
            "{\"a\": 1,}",
            "[1,]",
            "{'a': 1}",
            "{\"a\": x}",
            "{\"a\": 1} 2",
            "{\"a\": 1 \"a\": 2}",
            "{\"a\": \"x}",
            "{\"a\": 01}",
            "// note\n{}",
            "{\"a\":: 1}",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
        let deep = "[".repeat(40) + &"]".repeat(40);
        assert!(read(&deep).is_err(), "nested too deeply");
    }
}
