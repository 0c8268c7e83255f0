//! What went wrong, by kind.

/// What went wrong. What that means for the request is the [`Outcome`](crate::runtime::call::error::Outcome)'s to say.
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
    /// The response is larger than allowed.
    TooLarge,
    /// The response is not what is documented.
    Undecodable,
    /// The response's status is not documented.
    Undocumented,
    /// The response is readable, but the documents don't say what it means.
    Undecided,
    /// The provider refuses.
    Refused,
}

impl ErrorKind {
    /// A sentence without its full stop; none where the outcome says it all.
    pub(crate) const fn reason(self) -> Option<&'static str> {
        Some(match self {
            Self::InvalidRequest => "The request is invalid",
            Self::Connect => "No connection came about",
            Self::ConnectTimeout => "No connection came about in time",
            Self::Timeout => "The time for the call is up",
            Self::ConnectionLost => "The connection was lost",
            Self::TooLarge => "The response is larger than allowed",
            Self::Undecodable => "The response is not what is documented",
            Self::Undocumented => "A response of this status is not documented",
            Self::Undecided => "The documents don't say what this response means",
            Self::Refused => return None,
        })
    }
}
