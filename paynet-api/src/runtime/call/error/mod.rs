//! The one error of all calls: what is known of the outcome, and everything that is known beside it.

mod build;
mod kind;
mod redact;
mod text;

use std::borrow::Cow;
use std::time::{Duration, SystemTime};

pub(crate) use build::Facts;
pub use kind::ErrorKind;

use crate::runtime::{ErrorBody, Info, Outcome, Raw};

/// Why a call gave no success.
///
/// [`outcome`](Self::outcome) is what matters first: whether the request was not sent, refused, or may have been carried
/// out. The text is one line that says so in words. No secret and no body is in it, nor in `Debug`.
///
/// ```no_run
/// use paynet_api::runtime::{Error, ErrorKind, Outcome};
///
/// fn what_now(error: &Error) -> &'static str {
///     match (error.outcome(), error.kind()) {
///         (Outcome::NotSent, ErrorKind::InvalidRequest) => "mend the request",
///         (Outcome::NotSent, _) => "send it again, now or later",
///         (Outcome::Refused, _) => "tell whoever asked",
///         (Outcome::Unknown, _) => "ask the provider what became of it",
///     }
/// }
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    info: &'static Info,
    outcome: Outcome,
    kind: ErrorKind,
    started_at: SystemTime,
    elapsed: Duration,
    detail: Option<String>,
    code: Option<i64>,
    label: Option<&'static str>,
    message: Option<String>,
    advice: Option<Cow<'static, str>>,
    body: Option<ErrorBody>,
    raw: Option<Raw>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    /// Whether the request was not sent, was refused, or may have been carried out.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.0.outcome
    }

    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Proven: the request was not sent.
    #[must_use]
    pub fn is_not_sent(&self) -> bool {
        self.0.outcome == Outcome::NotSent
    }

    /// The provider answered that it refuses.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.0.outcome == Outcome::Refused
    }

    /// It may have been carried out or not.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.0.outcome == Outcome::Unknown
    }

    /// A deadline passed, of the connection or of the whole call.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        matches!(self.0.kind, ErrorKind::ConnectTimeout | ErrorKind::Timeout)
    }

    /// No connection came about, in time or at all.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        matches!(self.0.kind, ErrorKind::Connect | ErrorKind::ConnectTimeout)
    }

    /// The document's name of the operation.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.0.info.id
    }

    /// The HTTP status, where a response came.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.0.raw.as_ref().map(Raw::status)
    }

    /// The provider's result code, where the response has one.
    #[must_use]
    pub fn code(&self) -> Option<i64> {
        self.0.code
    }

    /// The documented name of the code.
    #[must_use]
    pub fn code_label(&self) -> Option<&'static str> {
        self.0.label
    }

    /// What the provider says, in its own words; the secrets of this call are replaced by `[redacted]`.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.0.message.as_deref()
    }

    /// What to do next, where that is known.
    #[must_use]
    pub fn advice(&self) -> Option<&str> {
        self.0.advice.as_deref()
    }

    /// The documented body, typed: that of an error, or the operation's response where a refusal came as one.
    ///
    /// `T` is the type that the operation documents for the status and the media type that came: what was generated from the
    /// schema of a JSON body, `String` for a text, `Vec<u8>` for other bytes. Where a refusal came with the status of a success,
    /// it is the operation's response.
    ///
    /// `None` if it could not be read, or is of another type; [`raw`](Self::raw) has it in any case.
    #[must_use]
    pub fn body<T: 'static>(&self) -> Option<&T> {
        self.0.body.as_ref().and_then(ErrorBody::downcast)
    }

    /// The response as it came, as far as it came.
    #[must_use]
    pub fn raw(&self) -> Option<&Raw> {
        self.0.raw.as_ref()
    }

    /// When the call was started.
    #[must_use]
    pub fn started_at(&self) -> SystemTime {
        self.0.started_at
    }

    /// How long it took.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed
    }
}
