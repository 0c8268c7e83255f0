//! Why a JSON text could not be read: where, and what should have stood there. Never what stood there.

use std::borrow::Cow;
use std::fmt;

/// Why a value could not be read: its place and what was expected, never the value.
///
/// ```
/// use paynet_api::runtime::{Decode, Input};
///
/// let error = Vec::<i64>::decode(Input::parse(b"[1, \"two\"]")?).unwrap_err();
/// assert_eq!(error.to_string(), "`[1]` should be an integer and is a string");
/// # Ok::<(), paynet_api::runtime::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError {
    /// Innermost first.
    path: Vec<Segment>,
    expected: Cow<'static, str>,
    found: Option<&'static str>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Segment {
    Member(Box<str>),
    Element(usize),
    /// A member of a map: its name is the sender's and may be a value.
    AnyMember,
}

impl DecodeError {
    /// Says what should have been there: `a date such as 2024-05-31`.
    pub fn expected(what: impl Into<Cow<'static, str>>) -> Self {
        Self {
            path: Vec::new(),
            expected: what.into(),
            found: None,
        }
    }

    /// Where, as `data[3].amount`; empty for the whole text.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::new();
        for segment in self.path.iter().rev() {
            match segment {
                Segment::Member(name) if path.is_empty() => path.push_str(name),
                Segment::Member(name) => {
                    path.push('.');
                    path.push_str(name);
                }
                Segment::Element(index) => path.push_str(&format!("[{index}]")),
                Segment::AnyMember => path.push_str("[*]"),
            }
        }
        path
    }

    pub(crate) fn found(mut self, what: &'static str) -> Self {
        self.found = Some(what);
        self
    }

    pub(crate) fn in_member(mut self, name: &str) -> Self {
        self.path.push(Segment::Member(name.into()));
        self
    }

    pub(crate) fn in_element(mut self, index: usize) -> Self {
        self.path.push(Segment::Element(index));
        self
    }

    pub(crate) fn in_any_member(mut self) -> Self {
        self.path.push(Segment::AnyMember);
        self
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.path().as_str() {
            "" => f.write_str("the text")?,
            path => write!(f, "`{path}`")?,
        }
        write!(f, " should be {}", self.expected)?;
        match self.found {
            Some(found) => write!(f, " and is {found}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for DecodeError {}
