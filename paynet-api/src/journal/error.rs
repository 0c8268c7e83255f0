//! The error of the journal: what is known about the request, and why.

use std::error::Error as StdError;
use std::fmt;

use super::limits::Excess;
use super::record::entry::Entry;
use super::record::key::Key;
use super::store::StoreError;
use crate::{Amount, Error, Invalid, Outcome};

/// The error returned when the journal cannot say that Paynet accepted the request.
///
/// Look at [`outcome`](Self::outcome) first, as with an [`Error`]. Neither `Display` nor `Debug`
/// prints secrets.
///
/// # Examples
///
/// ```
/// use paynet_api::journal::{JournalError, JournalErrorKind};
///
/// fn next_step(error: &JournalError) -> &'static str {
///     match error.kind() {
///         JournalErrorKind::Busy(_) => "try again later: a reversal of the sale is under way",
///         JournalErrorKind::Conflict(_) => "use another key: this one names another request",
///         JournalErrorKind::CouldExceed { .. } => "ask somebody: it could be too much",
///         _ if error.is_unknown() => "resolve it: it may have been carried out",
///         _ => "nothing was done",
///     }
/// }
/// ```
pub struct JournalError(Box<Inner>);

struct Inner {
    kind: JournalErrorKind,
    not_stored: Option<StoreError>,
}

/// Why the journal cannot say that Paynet accepted the request.
#[derive(Debug)]
#[non_exhaustive]
pub enum JournalErrorKind {
    /// The key is invalid. Nothing was sent.
    InvalidKey(Invalid),
    /// This reversal of the transaction is under way. It may be the same one, if another worker
    /// picked it too. Nothing was sent now.
    Busy(Entry),
    /// The key names another request, or the same of another transaction. Nothing was sent now.
    Conflict(Entry),
    /// Another total of the transaction is recorded. Nothing was sent.
    OtherTotal {
        /// The entry that has it.
        recorded: Entry,
        /// The total that was given now.
        given: Amount,
    },
    /// The refund could exceed what was paid. It is recorded as not sent.
    CouldExceed {
        /// The entry.
        entry: Entry,
        /// Why.
        excess: Excess,
    },
    /// The transaction could not be looked up before the request was sent. It is recorded as not
    /// sent.
    LookUp {
        /// The entry.
        entry: Entry,
        /// Why.
        error: Error,
    },
    /// The database could not be read or written. Nothing was sent now.
    Store(StoreError),
    /// The call was made and did not succeed.
    Call {
        /// The entry.
        entry: Entry,
        /// What is known about the call.
        error: Error,
    },
    /// The same request was recorded before under this key, and was not accepted as far as is known.
    /// Nothing was sent now.
    Recorded(Entry),
    /// There is no entry with this key.
    NoEntry(Key),
    /// Nothing is open about the entry that could be resolved or decided.
    NotOpen(Entry),
}

impl JournalErrorKind {
    /// Returns what is known of the request.
    fn outcome(&self) -> Outcome {
        match self {
            Self::Call { error, .. } => error.outcome(),
            Self::Recorded(entry) | Self::NotOpen(entry) => entry.state.outcome(),
            _ => Outcome::NotSent,
        }
    }

    /// Returns the entry that the error is about.
    const fn entry(&self) -> Option<&Entry> {
        match self {
            Self::InvalidKey(_) | Self::Store(_) | Self::NoEntry(_) => None,
            Self::Busy(entry)
            | Self::Conflict(entry)
            | Self::OtherTotal {
                recorded: entry, ..
            }
            | Self::CouldExceed { entry, .. }
            | Self::LookUp { entry, .. }
            | Self::Call { entry, .. }
            | Self::Recorded(entry)
            | Self::NotOpen(entry) => Some(entry),
        }
    }
}

impl JournalError {
    /// Returns what is known about the request: of this call if one was made, and otherwise as it is
    /// recorded. [`Outcome::NotSent`] says that nothing was sent now; what an entry under way becomes
    /// is known later.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.0.kind.outcome()
    }

    /// Returns whether the request may have been carried out or not.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.outcome() == Outcome::Unknown
    }

    /// Returns why.
    #[must_use]
    pub fn kind(&self) -> &JournalErrorKind {
        &self.0.kind
    }

    /// Returns the entry that the error is about: that of the request, or the one in its way.
    #[must_use]
    pub fn entry(&self) -> Option<&Entry> {
        self.0.kind.entry()
    }

    /// Returns why the outcome could not be stored, if so. The entry becomes
    /// [unknown](super::State::Unknown) when its lease is over.
    #[must_use]
    pub fn not_stored(&self) -> Option<&StoreError> {
        self.0.not_stored.as_ref()
    }

    /// Adds that the outcome could not be stored.
    pub(super) fn with_not_stored(mut self, error: Option<StoreError>) -> Self {
        self.0.not_stored = error;
        self
    }
}

impl From<JournalErrorKind> for JournalError {
    fn from(kind: JournalErrorKind) -> Self {
        Self(Box::new(Inner {
            kind,
            not_stored: None,
        }))
    }
}

impl From<StoreError> for JournalError {
    fn from(error: StoreError) -> Self {
        JournalErrorKind::Store(error).into()
    }
}

impl fmt::Display for JournalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.kind)?;
        match &self.0.not_stored {
            Some(error) => write!(f, " The outcome could not be stored: {error}."),
            None => Ok(()),
        }
    }
}

impl fmt::Display for JournalErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidKey(error) => write!(f, "Not sent: {error}."),
            Self::Busy(entry) => write!(f, "Not sent now, because this is under way: {entry}."),
            Self::Conflict(entry) => {
                write!(
                    f,
                    "Not sent, because the key names another request: {entry}."
                )
            }
            Self::OtherTotal { recorded, given } => {
                write!(
                    f,
                    "Not sent, because the total is {given} TL, and another is recorded: "
                )?;
                match recorded.total {
                    Some(total) => write!(f, "{total} TL by {recorded}."),
                    None => write!(f, "{recorded}."),
                }
            }
            Self::CouldExceed { excess, .. } => write!(f, "Not sent: {excess}."),
            Self::LookUp { error, .. } => {
                write!(
                    f,
                    "Not sent, because the transaction could not be looked up: {error}"
                )
            }
            Self::Store(error) => write!(f, "Not sent now: {error}."),
            Self::Call { error, .. } => write!(f, "{error}"),
            Self::Recorded(entry) => write!(f, "Not sent now, because it is recorded: {entry}."),
            Self::NoEntry(key) => write!(f, "There is no entry `{key}`."),
            Self::NotOpen(entry) => write!(f, "Nothing is open about this: {entry}."),
        }
    }
}

impl fmt::Debug for JournalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JournalError")
            .field("kind", &self.0.kind)
            .field("not_stored", &self.0.not_stored)
            .finish()
    }
}

impl StdError for JournalError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.0.kind {
            JournalErrorKind::InvalidKey(error) => Some(error),
            JournalErrorKind::Store(error) => Some(error),
            JournalErrorKind::LookUp { error, .. } | JournalErrorKind::Call { error, .. } => {
                Some(error)
            }
            _ => None,
        }
    }
}
