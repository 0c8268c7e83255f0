//! The error of all calls: the outcome, and everything else that is known.

pub(crate) mod build;
mod redact;
mod text;

use std::borrow::Cow;
use std::time::{Duration, SystemTime};

use super::begun::Begun;
use crate::runtime::{Acceptance, DecodeIssue, ErrorBody, ErrorKind, Outcome, Raw};

/// The error returned when a call does not succeed.
///
/// Look at [`outcome`](Self::outcome) first: it says whether the request was provably not sent, was
/// refused, was accepted with a response that could not be decoded, or may have been carried out.
/// `Display` prints one line that says so. Neither `Display`
/// nor `Debug` prints secrets or bodies.
///
/// # Examples
///
/// ```
/// use paynet_api::{Error, ErrorKind, Outcome};
///
/// fn next_step(error: &Error) -> &'static str {
///     match (error.outcome(), error.kind()) {
///         (Outcome::NotSent, ErrorKind::InvalidRequest) => "correct the request",
///         (Outcome::NotSent, _) => "send it again, now or later",
///         (Outcome::Refused, _) => "report the refusal",
///         (Outcome::Accepted, _) => "look at the raw response, and send nothing again",
///         (Outcome::Unknown, _) => "ask Paynet what became of it",
///     }
/// }
/// ```
pub struct Error(Box<Inner>);

/// What is known about a failed call.
struct Inner {
    begun: Begun,
    outcome: Outcome,
    acceptance: Option<Acceptance>,
    kind: ErrorKind,
    elapsed: Duration,
    detail: Option<String>,
    code: Option<i64>,
    label: Option<&'static str>,
    message: Option<String>,
    advice: Option<Cow<'static, str>>,
    body: Option<ErrorBody>,
    issues: Vec<DecodeIssue>,
    raw: Option<Raw>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    /// Returns whether the request was provably not sent, was refused, was accepted, or may have
    /// been carried out.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.0.outcome
    }

    /// Returns whether the request was accepted now or had been accepted earlier. Returns `None`
    /// unless the outcome is [`Outcome::Accepted`].
    #[must_use]
    pub fn acceptance(&self) -> Option<Acceptance> {
        self.0.acceptance
    }

    /// Returns what went wrong.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Returns whether the request was provably not sent.
    #[must_use]
    pub fn is_not_sent(&self) -> bool {
        self.0.outcome == Outcome::NotSent
    }

    /// Returns whether the provider answered that it refuses the request.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.0.outcome == Outcome::Refused
    }

    /// Returns whether the request was accepted, and its response could not be decoded.
    #[must_use]
    pub fn is_accepted(&self) -> bool {
        self.0.outcome == Outcome::Accepted
    }

    /// Returns whether the request may have been carried out or not.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.0.outcome == Outcome::Unknown
    }

    /// Returns whether a deadline passed: that of the connection or that of the whole call.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        matches!(self.0.kind, ErrorKind::ConnectTimeout | ErrorKind::Timeout)
    }

    /// Returns whether no connection was established, in time or at all.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        matches!(self.0.kind, ErrorKind::Connect | ErrorKind::ConnectTimeout)
    }

    /// Returns whether the call may be sent again.
    #[cfg(feature = "tracing")]
    pub(crate) fn repeat(&self) -> crate::runtime::Repeat {
        self.0.begun.info.repeat
    }

    /// Returns the document's name for the operation.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.0.begun.info.id
    }

    /// Returns the HTTP status, if a response was received.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.0.raw.as_ref().map(Raw::status)
    }

    /// Returns the provider's result code, if the response has one.
    #[must_use]
    pub fn code(&self) -> Option<i64> {
        self.0.code
    }

    /// Returns the documented name of the code.
    #[must_use]
    pub fn code_label(&self) -> Option<&'static str> {
        self.0.label
    }

    /// Returns the provider's message, redacted. `Display` prints its first 300 characters on one
    /// line; here it has up to 16,384.
    ///
    /// The provider's words may hold anything. These are replaced by `[redacted]`:
    ///
    /// - secrets and personal data of this call, sent or received, as far as the document declares
    ///   them: also in other letter case and with other separators, in base64, in hexadecimal and
    ///   percent-encoded; parts of eight letters and digits, and the words of a name;
    /// - numbers of twelve digits and more, and IBANs, whoever they belong to. A number that was
    ///   sent is kept, unless it is that of a card;
    /// - everything that the message repeats from a body, or a member, that could not be decoded.
    ///
    /// What nothing declares as sensitive cannot be known: a name that the response has nowhere
    /// else, a shorter number, a value that is abbreviated, misspelt, hashed or encrypted. Keep
    /// messages where personal data may be kept. [`raw`](Self::raw) has the whole response.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.0.message.as_deref()
    }

    /// Returns what to do next, if that is known.
    #[must_use]
    pub fn advice(&self) -> Option<&str> {
        self.0.advice.as_deref()
    }

    /// Returns the decoded body, if it is of the type `T`.
    ///
    /// `T` is the type that the operation documents for the status and the media type of the
    /// response: the generated type for JSON, `String` for text, and `Vec<u8>` for other bytes. If
    /// a refusal has the status of a success, it is the operation's response type.
    ///
    /// Returns `None` if the body could not be decoded or is of another type. [`raw`](Self::raw)
    /// contains it in any case.
    ///
    /// # Examples
    ///
    /// ```
    /// use paynet_api::Error;
    /// use paynet_api::transaction::types::ErrorObject;
    ///
    /// fn describe(error: &Error) -> Option<&str> {
    ///     error.body::<ErrorObject>()?.message.as_deref()
    /// }
    /// ```
    #[must_use]
    pub fn body<T: 'static>(&self) -> Option<&T> {
        self.0.body.as_ref().and_then(ErrorBody::downcast)
    }

    /// Returns the members and list elements that could not be decoded. They are absent from
    /// [`body`](Self::body), and decided nothing. At most 100 are kept.
    #[must_use]
    pub fn decode_issues(&self) -> &[DecodeIssue] {
        &self.0.issues
    }

    /// Returns the response as it was received, as far as it was received.
    #[must_use]
    pub fn raw(&self) -> Option<&Raw> {
        self.0.raw.as_ref()
    }

    /// Returns when the call was started. That does not mean that anything was sent.
    #[must_use]
    pub fn started_at(&self) -> SystemTime {
        self.0.begun.at
    }

    /// Returns how often the call was tried. It is 1 unless the operation changes nothing (see
    /// [`Transport::read_resends`](crate::Transport::read_resends)).
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.begun.attempts
    }

    /// Returns how long the call took, with all its attempts.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed
    }
}
