//! The result of a call that succeeded.

use std::fmt;
use std::time::{Duration, SystemTime};

use crate::runtime::{Acceptance, Raw};

/// What a successful call gives: the typed response, and how the matter stands.
///
/// That the provider accepted a request is what the response proves, and no more: see the operation for what is done when.
/// `Debug` leaves the response out, as its texts may repeat anything; print [`response`](Self::response) to see it.
#[derive(Clone)]
pub struct Accepted<R> {
    pub(crate) response: R,
    pub(crate) acceptance: Acceptance,
    pub(crate) raw: Raw,
    pub(crate) started_at: SystemTime,
    pub(crate) elapsed: Duration,
}

impl<R> Accepted<R> {
    /// Whether it was accepted now or had been carried out before.
    pub const fn acceptance(&self) -> Acceptance {
        self.acceptance
    }

    /// The typed response.
    pub const fn response(&self) -> &R {
        &self.response
    }

    /// The response as it came.
    pub const fn raw(&self) -> &Raw {
        &self.raw
    }

    /// When the call was started.
    pub const fn started_at(&self) -> SystemTime {
        self.started_at
    }

    /// How long it took.
    pub const fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// The typed response alone.
    pub fn into_response(self) -> R {
        self.response
    }

    /// The typed response, how the matter stands, and the response as it came.
    pub fn into_parts(self) -> (R, Acceptance, Raw) {
        (self.response, self.acceptance, self.raw)
    }
}

impl<R> fmt::Debug for Accepted<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Accepted")
            .field("acceptance", &self.acceptance)
            .field("raw", &self.raw)
            .field("elapsed", &self.elapsed)
            .finish_non_exhaustive()
    }
}
