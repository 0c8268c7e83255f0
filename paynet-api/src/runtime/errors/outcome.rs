//! What is known about a call: whether it was accepted, refused, provably not sent, or none of
//! these.

use std::fmt;

/// What is known about a call that did not succeed.
///
/// Exhaustive on purpose: every case must be handled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Proven: the request was not sent. It may be sent again.
    NotSent,
    /// The provider answered that it refuses the request.
    Refused,
    /// Proven: the provider accepted the request, but its response could not be decoded, because
    /// something that the document requires is missing or wrong in it. Do not send it again.
    Accepted,
    /// The request may have been carried out or not: find out before sending anything again. An
    /// operation that changes nothing (a `GET`) has nothing to carry out, and may be sent again; so
    /// may one that has the same effect twice as once (a `PUT` or a `DELETE`). The error's text
    /// says so.
    Unknown,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::NotSent => "not sent",
            Self::Refused => "refused",
            Self::Accepted => "accepted",
            Self::Unknown => "unknown whether it was carried out",
        })
    }
}

/// Whether the provider accepted the request now or had accepted it earlier.
///
/// Exhaustive on purpose: every case must be handled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Acceptance {
    /// The provider accepted the request now.
    New,
    /// The provider says that it had accepted the request earlier.
    Earlier,
}
