//! Why a request is not one of the document's.

use std::fmt;

use crate::runtime::{DecodeError, Method, Scheme, SchemePlace};

/// The error returned for a request that the document does not allow.
///
/// It names the part that is wrong, and never contains its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    operation: Option<&'static str>,
    reason: RejectionReason,
}

/// Why a request is not one of the document's.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RejectionReason {
    /// No operation has the path.
    UnknownPath,
    /// Operations have the path, with these methods.
    UnknownMethod(Vec<Method>),
    /// No set of the operation's credentials is complete. These are the credentials of the first.
    MissingCredential(&'static [&'static Scheme]),
    /// The body has none of these media types.
    MediaType(Vec<&'static str>),
    /// A parameter is missing.
    MissingParameter {
        /// Where it is: `path`, `query`, `header` or `cookie`.
        place: &'static str,
        /// Its name.
        name: &'static str,
    },
    /// A parameter cannot be decoded.
    InvalidParameter {
        /// Where it is: `path`, `query`, `header` or `cookie`.
        place: &'static str,
        /// Its name.
        name: &'static str,
        /// What was expected.
        error: DecodeError,
    },
    /// A parameter does not have the only value that it can have.
    UnexpectedParameter {
        /// Where it is: `path`, `query`, `header` or `cookie`.
        place: &'static str,
        /// Its name.
        name: &'static str,
        /// The value.
        expected: &'static str,
    },
    /// The body cannot be decoded.
    InvalidBody(DecodeError),
}

impl Rejection {
    pub(super) const fn new(reason: RejectionReason) -> Self {
        Self {
            operation: None,
            reason,
        }
    }

    /// Adds the operation that the request would be.
    pub(super) fn of_operation(mut self, id: &'static str) -> Self {
        self.operation = Some(id);
        self
    }

    /// Returns whether the request may be another operation, which differs in the value of a
    /// parameter.
    pub(super) const fn is_of_another_operation(&self) -> bool {
        matches!(self.reason, RejectionReason::UnexpectedParameter { .. })
    }

    /// Returns the document's name of the operation that the request would be. Returns `None` if no
    /// operation has the path and the method.
    #[must_use]
    pub const fn operation(&self) -> Option<&'static str> {
        self.operation
    }

    /// Returns the reason.
    #[must_use]
    pub const fn reason(&self) -> &RejectionReason {
        &self.reason
    }

    /// Returns the name of the parameter, or the path of the member in the body, that is missing or
    /// wrong. Returns `None` if it is another part of the request, or the body as a whole.
    #[must_use]
    pub fn member(&self) -> Option<String> {
        match &self.reason {
            RejectionReason::MissingParameter { name, .. }
            | RejectionReason::InvalidParameter { name, .. }
            | RejectionReason::UnexpectedParameter { name, .. } => Some((*name).to_owned()),
            RejectionReason::InvalidBody(error) => {
                Some(error.path()).filter(|path| !path.is_empty())
            }
            _ => None,
        }
    }

    /// Returns the status that HTTP has for the reason. What the API sends may be another.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match &self.reason {
            RejectionReason::UnknownPath => 404,
            RejectionReason::UnknownMethod(_) => 405,
            RejectionReason::MissingCredential(_) => 401,
            RejectionReason::MediaType(_) => 415,
            RejectionReason::MissingParameter { .. }
            | RejectionReason::InvalidParameter { .. }
            | RejectionReason::UnexpectedParameter { .. }
            | RejectionReason::InvalidBody(_) => 400,
        }
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.reason {
            RejectionReason::UnknownPath => f.write_str("no operation has this path"),
            RejectionReason::UnknownMethod(known) => {
                let known: Vec<&str> = known.iter().map(|method| method.name()).collect();
                write!(f, "unknown method, expected {}", known.join(" or "))
            }
            RejectionReason::MissingCredential(schemes) => {
                let places: Vec<String> = schemes.iter().map(|it| place(it)).collect();
                write!(f, "missing credential: expected {}", places.join(" and "))
            }
            RejectionReason::MediaType(known) => {
                write!(
                    f,
                    "unknown Content-Type, expected `{}`",
                    known.join("` or `")
                )
            }
            RejectionReason::MissingParameter { place, name } => {
                write!(f, "missing {} `{name}`", parameter(place))
            }
            RejectionReason::InvalidParameter { place, error, .. } => {
                write!(f, "{} {error}", parameter(place))
            }
            RejectionReason::UnexpectedParameter {
                place,
                name,
                expected,
            } => write!(f, "{} `{name}`: expected `{expected}`", parameter(place)),
            RejectionReason::InvalidBody(error) => write!(f, "body: {error}"),
        }
    }
}

impl std::error::Error for Rejection {}

/// Names a parameter by its place.
const fn parameter(place: &str) -> &str {
    match place.as_bytes() {
        b"path" => "path parameter",
        b"query" => "query parameter",
        _ => place,
    }
}

/// Describes where a credential is expected.
fn place(scheme: &Scheme) -> String {
    let authorization = |word| format!("the header `Authorization` with `{word} …`");
    match scheme.place {
        SchemePlace::Header { name, prefix: "" } => format!("the header `{name}`"),
        SchemePlace::Header { name, prefix } => format!("the header `{name}` with `{prefix}…`"),
        SchemePlace::Query(name) => format!("the query parameter `{name}`"),
        SchemePlace::Cookie(name) => format!("the cookie `{name}`"),
        SchemePlace::Basic => authorization("Basic"),
        SchemePlace::Bearer => authorization("Bearer"),
    }
}
