//! Percent-encoding of names and values, by where they are sent.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Where a string is sent, which decides what is escaped in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Escape {
    /// A path, a query or a cookie: everything but unreserved characters is escaped.
    // RFC 3986, 2.3; RFC 6570, 3.2.1: an expansion escapes all but the unreserved.
    Percent,
    /// A path parameter that may be several segments: slashes are not escaped either.
    // Smithy 2.0, httpLabel trait: "/" is not escaped in a greedy label. google/api/http.proto: of
    // a variable of several segments "all characters except [-_.~/0-9a-zA-Z] are percent-encoded".
    // The other characters that RFC 6570, 3.2.3 does not escape would end the path.
    Segments,
    /// A query whose document allows reserved characters (`allowReserved`).
    Reserved,
    /// A form.
    Form,
    /// A header: nothing is escaped, and what a header cannot contain is refused.
    Nothing,
}

// RFC 3986, 2.3: the unreserved characters.
const PERCENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

const SEGMENTS: &AsciiSet = &PERCENT.remove(b'/');

// OAS 3.0.3, Parameter Object, "allowReserved": :/?#[]@!$&'()*+,;= "to be included without
// percent-encoding". Of these, "#" would end the query, "&" the value, and "+" would be decoded as
// a space: the server would read another value.
const RESERVED: &AsciiSet = &PERCENT
    .remove(b':')
    .remove(b'/')
    .remove(b'?')
    .remove(b'[')
    .remove(b']')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b',')
    .remove(b';')
    .remove(b'=');

impl Escape {
    /// Escapes a value.
    pub(crate) fn value(self, text: &str) -> String {
        let set = match self {
            Self::Percent | Self::Form => PERCENT,
            Self::Segments => SEGMENTS,
            Self::Reserved => RESERVED,
            Self::Nothing => return text.to_owned(),
        };
        let escaped = Cow::from(utf8_percent_encode(text, set));
        match self {
            // RFC 1866, 8.2.1: "space characters are replaced by `+'".
            Self::Form => escaped.replace("%20", "+"),
            _ => escaped.into_owned(),
        }
    }

    /// Escapes a name. Reserved characters are allowed in values only.
    pub(crate) fn name(self, text: &str) -> String {
        match self {
            Self::Reserved => Self::Percent.value(text),
            _ => self.value(text),
        }
    }

    /// Returns the space between the items of a `spaceDelimited` list.
    pub(crate) const fn space(self) -> &'static str {
        match self {
            Self::Form => "+",
            Self::Percent | Self::Segments | Self::Reserved => "%20",
            Self::Nothing => " ",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Escape;

    #[test]
    fn every_ascii_character_is_escaped_as_its_place_requires() {
        let unescaped = |escape: Escape| -> String {
            let ascii = (0_u8..128).map(char::from);
            ascii
                .filter(|c| escape.value(&c.to_string()) == c.to_string())
                .filter(|c| !c.is_ascii_alphanumeric())
                .collect()
        };
        assert_eq!(unescaped(Escape::Percent), "-._~");
        assert_eq!(unescaped(Escape::Segments), "-./_~");
        assert_eq!(unescaped(Escape::Reserved), "!$'()*,-./:;=?@[]_~");
        assert_eq!(unescaped(Escape::Form), "-._~");
        assert_eq!(Escape::Form.value("a b+c%20ü"), "a+b%2Bc%2520%C3%BC");
        assert_eq!(Escape::Percent.value("a b+ü"), "a%20b%2B%C3%BC");
        assert_eq!(Escape::Nothing.value("a b+ü"), "a b+ü");
    }
}
