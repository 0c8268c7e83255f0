//! Percent-encoding of names and values, by where they are sent.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Where a text is sent, and so what has to be escaped in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Escape {
    /// A path, a query or a cookie: all but unreserved characters.
    // RFC 3986, 2.3; RFC 6570, 3.2.1: an expansion escapes all but the unreserved.
    Percent,
    /// A path parameter that may be several segments: a slash too stands for itself.
    // Smithy 2.0, httpLabel trait: "/" is not escaped in a greedy label. google/api/http.proto: of a variable of several
    // segments "all characters except [-_.~/0-9a-zA-Z] are percent-encoded". What else RFC 6570, 3.2.3 leaves as it is would
    // end the path.
    Segments,
    /// A query whose document allows reserved characters (`allowReserved`).
    Reserved,
    /// A form's body.
    Form,
    /// A header: nothing is escaped; what cannot stand there is refused.
    Nothing,
}

impl Escape {
    /// A value.
    pub(crate) fn value(self, text: &str) -> String {
        if self == Self::Nothing {
            return text.to_owned();
        }
        let set = match self {
            Self::Segments => SEGMENTS,
            Self::Reserved => RESERVED,
            _ => UNRESERVED,
        };
        let escaped = utf8_percent_encode(text, set).to_string();
        match self {
            // RFC 1866, 8.2.1: "space characters are replaced by `+'".
            Self::Form => escaped.replace("%20", "+"),
            _ => escaped,
        }
    }

    /// A name: always escaped, as only values may be reserved characters.
    pub(crate) fn name(self, text: &str) -> String {
        match self {
            Self::Reserved => Self::Percent.value(text),
            _ => self.value(text),
        }
    }

    /// The space between the items of a `spaceDelimited` list.
    pub(crate) const fn space(self) -> &'static str {
        match self {
            Self::Form => "+",
            Self::Percent | Self::Segments | Self::Reserved => "%20",
            Self::Nothing => " ",
        }
    }
}

// RFC 3986, 2.3
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

const SEGMENTS: &AsciiSet = &UNRESERVED.remove(b'/');

// OAS 3.0.3, Parameter Object, "allowReserved": :/?#[]@!$&'()*+,;= "to be included without
// percent-encoding". Of these, "#" would end the query, "&" the value, and "+" would arrive as a
// space: the server would receive something else than the caller passed.
const RESERVED: &AsciiSet = &SEGMENTS
    .remove(b':')
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
