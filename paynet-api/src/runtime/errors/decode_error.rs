//! Why a value could not be decoded: where, what was expected and what kind of value was found.
//! Never the value itself.

use std::borrow::Cow;
use std::fmt;

/// The error returned when a value cannot be decoded.
///
/// It names the place and what was expected there. It never contains the value.
///
/// # Examples
///
/// ```
/// use paynet_api::{Date, DecodeError};
///
/// let error: DecodeError = "31.05.2024".parse::<Date>().unwrap_err();
/// assert_eq!(error.to_string(), "expected a date such as 2024-05-31");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError {
    /// Innermost first.
    path: Vec<Segment>,
    problem: Problem,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Segment {
    Member(Box<str>),
    Element(usize),
    /// A member of a map: its name comes from the sender and may be a value.
    AnyMember,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Problem {
    Expected {
        expected: Cow<'static, str>,
        found: Option<&'static str>,
    },
    /// The whole text has another syntax.
    Syntax {
        expected: &'static str,
        found: &'static str,
    },
    /// A required member is missing.
    Missing,
    /// A member occurs more than once.
    Repeated,
    /// A member has no field.
    Unknown,
}

impl DecodeError {
    /// Creates an error that says what was expected: `a date such as 2024-05-31`.
    pub fn expected(what: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Problem::Expected {
            expected: what.into(),
            found: None,
        })
    }

    /// Creates an error for a text of another syntax.
    pub(crate) const fn syntax(expected: &'static str, found: &'static str) -> Self {
        Self::new(Problem::Syntax { expected, found })
    }

    /// Returns whether the whole text has another syntax.
    pub(crate) const fn is_syntax(&self) -> bool {
        matches!(self.problem, Problem::Syntax { .. })
    }

    /// Creates an error for a required member that is missing.
    pub(crate) fn missing(name: &str) -> Self {
        Self::new(Problem::Missing).in_member(name)
    }

    /// Creates an error for a member that occurs more than once.
    pub(crate) const fn repeated() -> Self {
        Self::new(Problem::Repeated)
    }

    /// Creates an error for a member without a field.
    pub(crate) fn unknown(name: &str) -> Self {
        Self::new(Problem::Unknown).in_member(name)
    }

    const fn new(problem: Problem) -> Self {
        Self {
            path: Vec::new(),
            problem,
        }
    }

    /// Returns the place, such as `data[3].amount`. It is empty for the whole text.
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

    /// Adds what was found instead, by its kind.
    pub(crate) fn found(mut self, what: &'static str) -> Self {
        if let Problem::Expected { found, .. } = &mut self.problem {
            *found = Some(what);
        }
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
        let path = self.path();
        match &self.problem {
            Problem::Missing => write!(f, "missing member `{path}`"),
            Problem::Repeated => write!(f, "repeated member `{path}`"),
            Problem::Unknown => write!(f, "unknown member `{path}`"),
            Problem::Syntax { expected, found } => {
                write!(f, "expected {expected}, found {found}")
            }
            Problem::Expected { expected, found } => {
                if !path.is_empty() {
                    write!(f, "`{path}`: ")?;
                }
                write!(f, "expected {expected}")?;
                match found {
                    Some(found) => write!(f, ", found {found}"),
                    None => Ok(()),
                }
            }
        }
    }
}

impl std::error::Error for DecodeError {}
