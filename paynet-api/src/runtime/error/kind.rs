//! What went wrong, by kind.

/// What went wrong. What that means for the request is the [`Outcome`](super::Outcome)'s to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request cannot be sent as it is: a credential is missing, a parameter is impossible.
    InvalidRequest,
    /// No connection came about: the name, the network, the proxy, or TLS.
    Connect,
    /// No connection came about in time.
    ConnectTimeout,
    /// The time for the call is up.
    Timeout,
    /// The connection was lost, or what came is no HTTP.
    ConnectionLost,
    /// The reply is larger than allowed.
    TooLarge,
    /// The reply is not what is documented.
    Unreadable,
    /// The reply's status is not documented.
    Undocumented,
    /// The reply is readable, but the documents don't say what it means.
    Undecided,
    /// The provider refuses.
    Refused,
}

impl ErrorKind {
    /// A sentence without its full stop; none where the outcome says it all.
    pub(super) const fn reason(self) -> Option<&'static str> {
        Some(match self {
            Self::InvalidRequest => "The request is invalid",
            Self::Connect => "No connection came about",
            Self::ConnectTimeout => "No connection came about in time",
            Self::Timeout => "The time for the call is up",
            Self::ConnectionLost => "The connection was lost",
            Self::TooLarge => "The reply is larger than allowed",
            Self::Unreadable => "The reply is not what is documented",
            Self::Undocumented => "A reply of this status is not documented",
            Self::Undecided => "The documents don't say what this reply means",
            Self::Refused => return None,
        })
    }
}
