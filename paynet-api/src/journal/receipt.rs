//! What was accepted, now or earlier.

use std::fmt;

use super::record::entry::Entry;
use super::store::StoreError;
use crate::Accepted;

/// The proof that Paynet accepted a request: now, with its response, or earlier, by the record.
pub struct Receipt<R> {
    entry: Entry,
    accepted: Option<Accepted<R>>,
    not_stored: Option<StoreError>,
}

impl<R> Receipt<R> {
    pub(super) const fn now(
        entry: Entry,
        accepted: Accepted<R>,
        not_stored: Option<StoreError>,
    ) -> Self {
        Self {
            entry,
            accepted: Some(accepted),
            not_stored,
        }
    }

    pub(super) const fn earlier(entry: Entry) -> Self {
        Self {
            entry,
            accepted: None,
            not_stored: None,
        }
    }

    /// Returns the entry.
    #[must_use]
    pub const fn entry(&self) -> &Entry {
        &self.entry
    }

    /// Returns the result of the call; `None` if it was made earlier, because responses are not
    /// stored.
    #[must_use]
    pub const fn accepted(&self) -> Option<&Accepted<R>> {
        self.accepted.as_ref()
    }

    /// Returns the response; `None` if it was received earlier, because responses are not stored.
    #[must_use]
    pub fn response(&self) -> Option<&R> {
        self.accepted.as_ref().map(Accepted::response)
    }

    /// Returns why the outcome could not be stored, if so. The entry becomes
    /// [unknown](super::State::Unknown) when its lease is over, although the request was accepted.
    #[must_use]
    pub const fn not_stored(&self) -> Option<&StoreError> {
        self.not_stored.as_ref()
    }
}

impl<R> fmt::Debug for Receipt<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receipt")
            .field("entry", &self.entry)
            .field("accepted", &self.accepted)
            .field("not_stored", &self.not_stored)
            .finish()
    }
}

impl<R> fmt::Display for Receipt<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.entry)?;
        match &self.not_stored {
            Some(error) => write!(f, "; accepted, but that could not be stored: {error}"),
            None => Ok(()),
        }
    }
}
