//! The result of a call that succeeded.

use std::fmt;
use std::time::{Duration, SystemTime};

use super::begun::Begun;
use crate::runtime::{Acceptance, DecodeIssue, Raw};

/// The result of a successful call: the decoded response, and whether it was accepted now or
/// earlier.
///
/// The response proves that the provider accepted the request, and no more: what is done when is
/// documented with each operation. `Debug` omits the response, because its strings may repeat
/// anything; print [`response`](Self::response) to see it.
///
/// # Examples
///
/// ```no_run
/// use paynet_api::{Acceptance, Paynet, Refund};
///
/// # async fn example(paynet: Paynet, refund: Refund) -> Result<(), paynet_api::Error> {
/// let accepted = paynet.transaction().refund(&refund).await?;
/// match accepted.acceptance() {
///     Acceptance::New => println!("requested"),
///     Acceptance::Earlier => println!("had been requested earlier"),
/// }
/// println!("{:?}", accepted.response().message);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Accepted<R> {
    pub(crate) response: R,
    pub(crate) acceptance: Acceptance,
    pub(crate) raw: Raw,
    pub(crate) issues: Vec<DecodeIssue>,
    pub(crate) begun: Begun,
    pub(crate) elapsed: Duration,
}

impl<R> Accepted<R> {
    /// Returns whether the request was accepted now or had been accepted earlier.
    pub const fn acceptance(&self) -> Acceptance {
        self.acceptance
    }

    /// Returns the decoded response.
    pub const fn response(&self) -> &R {
        &self.response
    }

    /// Returns the members and list elements that could not be decoded. They are absent from
    /// [`response`](Self::response), and decided nothing. At most 100 are kept.
    pub fn decode_issues(&self) -> &[DecodeIssue] {
        &self.issues
    }

    /// Returns the response as it was received.
    pub const fn raw(&self) -> &Raw {
        &self.raw
    }

    /// Returns when the call was started.
    pub const fn started_at(&self) -> SystemTime {
        self.begun.at
    }

    /// Returns how often the call was tried. It is 1 unless the operation changes nothing (see
    /// [`Transport::read_resends`](crate::Transport::read_resends)).
    pub const fn attempts(&self) -> u32 {
        self.begun.attempts
    }

    /// Returns how long the call took, with all its attempts.
    pub const fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// Returns the decoded response, by value.
    pub fn into_response(self) -> R {
        self.response
    }

    /// Returns the decoded response, whether it was accepted now or earlier, and the response as it
    /// was received.
    pub fn into_parts(self) -> (R, Acceptance, Raw) {
        (self.response, self.acceptance, self.raw)
    }
}

impl<R> fmt::Debug for Accepted<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Accepted")
            .field("acceptance", &self.acceptance)
            .field("raw", &self.raw)
            .field("decode_issues", &self.issues)
            .field("attempts", &self.begun.attempts)
            .field("elapsed", &self.elapsed)
            .finish_non_exhaustive()
    }
}
