//! A value as parameters and forms need it: null, a scalar, a file, a list, or members. It is
//! parsed from the JSON that the value writes, so every type that can be a body can be a parameter
//! too. The styles are applied elsewhere.

use zeroize::Zeroizing;

use crate::runtime::{Encode, File, Output, Secret};

/// A value that was written as JSON.
pub(crate) struct Written {
    text: Zeroizing<String>,
    pub(crate) secrets: Vec<Secret>,
    /// What else error texts must not print.
    pub(crate) concealed: Vec<Secret>,
    files: Vec<(usize, File)>,
}

impl Written {
    /// Writes a value.
    pub(crate) fn of(value: &impl Encode) -> Self {
        Self::with(value, None)
    }

    /// Writes a value, with its files set aside.
    pub(crate) fn with_files(value: &impl Encode) -> Self {
        Self::with(value, Some(Vec::new()))
    }

    fn with(value: &impl Encode, parts: Option<Vec<(usize, File)>>) -> Self {
        let mut out = Output::new();
        out.parts = parts;
        value.encode(&mut out);
        Self {
            secrets: std::mem::take(&mut out.secrets),
            concealed: std::mem::take(&mut out.concealed),
            files: out.parts.take().unwrap_or_default(),
            text: Zeroizing::new(out.into_text()),
        }
    }

    /// Returns what error texts must not print.
    #[inline]
    pub(crate) fn sensitive(&self) -> impl Iterator<Item = &Secret> {
        self.secrets.iter().chain(&self.concealed)
    }

    /// Parses what was written.
    #[inline]
    pub(crate) fn plain(&self) -> Plain<'_> {
        let mut reader = Reader {
            text: &self.text,
            files: &self.files,
            at: 0,
        };
        reader.value()
    }
}

/// A parsed value, and its JSON text for places that have no structure.
pub(crate) struct Plain<'t> {
    pub(crate) json: &'t str,
    pub(crate) value: Value<'t>,
}

/// What a value is.
pub(crate) enum Value<'t> {
    /// Null, which is omitted.
    Null,
    /// A string without its quotes, a number, `true` or `false`.
    Scalar(Zeroizing<String>),
    /// A file that was set aside.
    File(&'t File),
    /// A list.
    List(Vec<Plain<'t>>),
    /// Members in their order.
    Object(Vec<(Zeroizing<String>, Plain<'t>)>),
}

impl Plain<'_> {
    /// Returns the text of a scalar, and the JSON text of anything else.
    #[inline]
    pub(crate) fn leaf(&self) -> &str {
        match &self.value {
            Value::Scalar(text) => text,
            _ => self.json,
        }
    }

    #[inline]
    pub(crate) fn is_null(&self) -> bool {
        matches!(self.value, Value::Null)
    }
}

/// Parses text that is known to be JSON. On any other text it stops early, and never panics.
struct Reader<'t> {
    text: &'t str,
    files: &'t [(usize, File)],
    at: usize,
}

impl<'t> Reader<'t> {
    /// Parses a value.
    #[inline]
    fn value(&mut self) -> Plain<'t> {
        self.skip_space();
        let start = self.at;
        let value = match self.peek() {
            Some(b'{') => Value::Object(self.sequence(Self::member)),
            Some(b'[') => Value::List(self.sequence(Self::value)),
            Some(b'"') => self.text(),
            _ => self.bare(),
        };
        Plain {
            json: self.text.get(start..self.at).unwrap_or_default(),
            value,
        }
    }

    /// Parses the items between brackets.
    fn sequence<T>(&mut self, item: fn(&mut Self) -> T) -> Vec<T> {
        let mut items = Vec::new();
        self.at += 1;
        loop {
            self.skip_space();
            match self.peek() {
                None => return items,
                Some(b'}' | b']') => {
                    self.at += 1;
                    return items;
                }
                Some(b',') => self.at += 1,
                Some(_) => items.push(item(self)),
            }
        }
    }

    /// Parses a member.
    #[inline]
    fn member(&mut self) -> (Zeroizing<String>, Plain<'t>) {
        let name = self.string();
        self.skip_space();
        self.at += 1;
        (name, self.value())
    }

    /// Parses a string, which may be the place of a file.
    #[inline]
    fn text(&mut self) -> Value<'t> {
        let found = self.files.binary_search_by_key(&self.at, |(at, _)| *at);
        let text = self.string();
        match found.ok().and_then(|index| self.files.get(index)) {
            Some((_, file)) => Value::File(file),
            None => Value::Scalar(text),
        }
    }

    /// Parses a string.
    #[inline]
    fn string(&mut self) -> Zeroizing<String> {
        let start = self.at;
        self.at += 1;
        while let Some(byte) = self.peek() {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == b'"' {
                break;
            }
        }
        let quoted = self.text.get(start..self.at).unwrap_or_default();
        Zeroizing::new(serde_json::from_str(quoted).unwrap_or_default())
    }

    /// Parses a number, a boolean or null.
    #[inline]
    fn bare(&mut self) -> Value<'t> {
        let start = self.at;
        while self
            .peek()
            .is_some_and(|byte| !b",]} \n\r\t".contains(&byte))
        {
            self.at += 1;
        }
        match self.text.get(start..self.at).unwrap_or_default() {
            "null" | "" => Value::Null,
            text => Value::Scalar(Zeroizing::new(text.to_owned())),
        }
    }

    /// Skips white space.
    #[inline]
    fn skip_space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    #[inline]
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::{Plain, Value, Written, Zeroizing};
    use crate::runtime::AnyJson;

    fn shown(plain: &Plain<'_>) -> String {
        match &plain.value {
            Value::Null | Value::File(_) => "nothing".to_owned(),
            Value::Scalar(text) => format!("<{}>", text.as_str()),
            Value::List(items) => {
                let items: Vec<_> = items.iter().map(shown).collect();
                format!("({})", items.join(" "))
            }
            Value::Object(members) => {
                let member = |(name, value): &(Zeroizing<String>, Plain<'_>)| {
                    format!("{}:{}", name.as_str(), shown(value))
                };
                let members: Vec<_> = members.iter().map(member).collect();
                format!("{{{}}}", members.join(" "))
            }
        }
    }

    #[test]
    fn any_json_value_is_parsed() {
        for (json, parts) in [
            ("null", "nothing"),
            (r#""""#, "<>"),
            (r#""a\"\\ \u00e9\ud83d\ude00,]""#, r#"<a"\ é😀,]>"#),
            ("12345678901234567890.10", "<12345678901234567890.10>"),
            ("[]", "()"),
            (r#"[ 1 , [true,null], {} ]"#, "(<1> (<true> nothing) {})"),
            (r#"{"b": 1, "a": {"c,}": [ ]}}"#, "{b:<1> a:{c,}:()}}"),
        ] {
            let json: AnyJson = json.parse().unwrap();
            assert_eq!(shown(&Written::of(&json).plain()), parts);
        }
    }
}
