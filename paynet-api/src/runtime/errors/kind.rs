//! What went wrong, by kind.

/// What went wrong.
///
/// What that means for the request is its [`Outcome`](super::outcome::Outcome).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request cannot be sent as it is: a credential is missing, or a parameter is impossible.
    InvalidRequest,
    /// No connection was established: name resolution, the network, the proxy, or TLS failed.
    Connect,
    /// No connection was established in time.
    ConnectTimeout,
    /// The call took longer than its deadline allows.
    Timeout,
    /// The connection was lost, or the peer did not speak HTTP.
    ConnectionLost,
    /// The response is larger than the client's limit.
    TooLarge,
    /// The response does not match its documentation.
    Undecodable,
    /// The status of the response is not documented.
    Undocumented,
    /// The response was decoded, but the documentation does not say what it proves.
    Undecided,
    /// The provider refused the request.
    Refused,
}

impl ErrorKind {
    /// Returns a sentence without its full stop; `None` where the outcome says everything.
    pub(crate) const fn reason(self) -> Option<&'static str> {
        Some(match self {
            Self::InvalidRequest => "The request is invalid",
            Self::Connect => "The connection failed",
            Self::ConnectTimeout => "The connection timed out",
            Self::Timeout => "The call timed out",
            Self::ConnectionLost => "The connection was lost",
            Self::TooLarge => "The response is larger than allowed",
            Self::Undecodable => "The response does not match its documentation",
            Self::Undocumented => "Responses with this status are not documented",
            Self::Undecided => "The documentation does not say what this response proves",
            Self::Refused => return None,
        })
    }
}
