//! The result of a call that succeeded.

use std::fmt;
use std::time::{Duration, SystemTime};

use super::{Raw, Standing};

/// What a successful call gives: the typed reply, and how the matter stands.
///
/// That the provider accepted a request is what the reply proves, and no more: see the operation for what is done when.
/// `Debug` leaves the reply out, as its texts may repeat anything; print [`reply`](Self::reply) to see it.
#[derive(Clone)]
pub struct Accepted<R> {
    pub(super) reply: R,
    pub(super) standing: Standing,
    pub(super) raw: Raw,
    pub(super) sent_at: SystemTime,
    pub(super) elapsed: Duration,
}

impl<R> Accepted<R> {
    /// Whether it was accepted now or had been carried out before.
    pub const fn standing(&self) -> Standing {
        self.standing
    }

    /// The typed reply.
    pub const fn reply(&self) -> &R {
        &self.reply
    }

    /// The reply as it came.
    pub const fn raw(&self) -> &Raw {
        &self.raw
    }

    /// When the call was started.
    pub const fn sent_at(&self) -> SystemTime {
        self.sent_at
    }

    /// How long it took.
    pub const fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// The typed reply alone.
    pub fn into_reply(self) -> R {
        self.reply
    }

    /// The typed reply, how the matter stands, and the reply as it came.
    pub fn into_parts(self) -> (R, Standing, Raw) {
        (self.reply, self.standing, self.raw)
    }
}

impl<R> fmt::Debug for Accepted<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Accepted")
            .field("standing", &self.standing)
            .field("raw", &self.raw)
            .field("elapsed", &self.elapsed)
            .finish_non_exhaustive()
    }
}
