//! What is known about a call that did not succeed, and how a call that did succeed stands.

pub(crate) mod classify;
pub(crate) mod documented;
pub(crate) mod evidence;
pub(crate) mod rules;

use std::fmt;

/// What is known about a call that gave no success. Every case there is, so that a `match` is complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Proven: the request was not sent. It may be sent again.
    NotSent,
    /// The provider answered that it refuses.
    Refused,
    /// It may have been carried out or not: find out before sending anything again.
    Unknown,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::NotSent => "not sent",
            Self::Refused => "refused",
            Self::Unknown => "unknown whether it was carried out",
        })
    }
}

/// How a successful call stands. Every case there is, so that a `match` is complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Acceptance {
    /// The request was accepted.
    New,
    /// The provider says that it had been carried out before.
    Earlier,
}
