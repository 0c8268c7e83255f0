//! When a call is sent again: only if its operation is declared to change nothing, a few times, with
//! pauses that grow, and within the budget of the client.

use std::hash::{BuildHasher as _, RandomState};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use crate::runtime::{Error, ErrorKind, Info, Outcome, Repeat};

/// The pause before a call is sent again for the first time; each further one is twice as long.
const FIRST_PAUSE: Duration = Duration::from_millis(500);

/// How often one call may be sent again.
pub(crate) struct Resends<'b> {
    left: u32,
    budget: &'b Budget,
    pause: Duration,
}

impl<'b> Resends<'b> {
    /// Returns how often a call of this operation may be sent again.
    pub(crate) fn of(info: &Info, allowed: u32, budget: &'b Budget) -> Self {
        let left = match info.repeat {
            Repeat::Safe => allowed,
            // Even where sending twice has the effect of sending once, only the caller knows whether
            // the request still is what is wanted.
            Repeat::Idempotent
            | Repeat::IdempotentBy(_)
            | Repeat::ResolveWith(_)
            | Repeat::Never => 0,
        };
        Self {
            left,
            budget,
            pause: FIRST_PAUSE,
        }
    }

    /// Returns whether the call will never be sent again.
    pub(crate) const fn is_none(&self) -> bool {
        self.left == 0
    }

    /// Returns how long to wait before the call is sent again, or `None` if it is not sent again:
    /// another attempt can't help, or the pause ends after the deadline.
    pub(crate) fn pause(&mut self, error: &Error, until_deadline: Duration) -> Option<Duration> {
        if self.left == 0 || !may_help(error) {
            return None;
        }
        let pause = pause(self.pause, error);
        if pause >= until_deadline || !self.budget.take() {
            return None;
        }
        self.left -= 1;
        self.pause *= 2;
        Some(pause)
    }
}

/// Returns whether another attempt can have another result.
fn may_help(error: &Error) -> bool {
    match (error.kind(), error.status()) {
        // RFC 9110, 15.5.9, 15.6.1, 15.6.3 to 15.6.5; RFC 6585, 4.
        (_, Some(408 | 429 | 500 | 502 | 503 | 504)) => true,
        (ErrorKind::Connect | ErrorKind::ConnectTimeout | ErrorKind::ConnectionLost, _) => {
            error.outcome() != Outcome::Refused
        }
        _ => false,
    }
}

/// Returns the pause that the server asks for, or a random one between half of `longest` and all of
/// it, so that clients that failed together don't come back together.
fn pause(longest: Duration, error: &Error) -> Duration {
    // RFC 9110, 10.2.3: a number of seconds, or a date, which is not read.
    let header = error.raw().and_then(|raw| raw.headers().get("retry-after"));
    let asked = header.and_then(|seconds| seconds.trim().parse().ok());
    asked.map_or_else(
        || longest.mul_f64(random_between_half_and_one()),
        Duration::from_secs,
    )
}

/// Returns a random number from 0.5 to 1.
fn random_between_half_and_one() -> f64 {
    // Each `RandomState` has other keys.
    let random = RandomState::new().hash_one(0_u8);
    let fraction = f64::from((random >> 32) as u32) / f64::from(u32::MAX);
    0.5 + fraction / 2.0
}

/// How often all calls of a client together may be sent again: when a server fails, sending
/// everything again would keep it from recovering.
#[derive(Debug)]
pub(crate) struct Budget(AtomicU32);

/// In tenths of a resend.
const FULL: u32 = 10 * TAKEN;
const TAKEN: u32 = 10;
const EARNED: u32 = 1;

impl Budget {
    /// Creates a budget of ten resends.
    pub(crate) const fn full() -> Self {
        Self(AtomicU32::new(FULL))
    }

    /// Takes one resend, if there is one.
    fn take(&self) -> bool {
        self.change(|tenths| tenths.checked_sub(TAKEN))
    }

    /// Adds a tenth of a resend, for a call that did not have to be sent again.
    pub(crate) fn earn(&self) {
        // A full budget is only looked at: nearly all calls find it so, on all processors at once.
        self.change(|tenths| (tenths < FULL).then(|| FULL.min(tenths + EARNED)));
    }

    fn change(&self, change: impl Fn(u32) -> Option<u32>) -> bool {
        let (set, fetch) = (Ordering::Relaxed, Ordering::Relaxed);
        self.0.fetch_update(set, fetch, change).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_safe_operations_are_sent_again() {
        let budget = Budget::full();
        let left = |repeat| {
            let info = Info {
                repeat,
                ..Info::post("/", "a")
            };
            Resends::of(&info, 2, &budget).left
        };
        assert_eq!(left(Repeat::Safe), 2);
        let others = [
            Repeat::Idempotent,
            Repeat::IdempotentBy(&["key"]),
            Repeat::ResolveWith(&["detail"]),
            Repeat::Never,
        ];
        for repeat in others {
            assert_eq!(left(repeat), 0, "{repeat:?}");
        }
    }

    #[test]
    fn a_budget_is_used_up_and_earned_again() {
        let budget = Budget::full();
        assert_eq!((0..100).filter(|_| budget.take()).count(), 10);
        (0..19).for_each(|_| budget.earn());
        assert!(budget.take() && !budget.take());
        (0..1000).for_each(|_| budget.earn());
        assert_eq!((0..100).filter(|_| budget.take()).count(), 10);
    }

    #[test]
    fn pauses_are_random_between_half_and_all() {
        let factors: Vec<f64> = (0..100).map(|_| random_between_half_and_one()).collect();
        assert!(factors.iter().all(|factor| (0.5..=1.0).contains(factor)));
        assert!(factors.iter().any(|factor| *factor != factors[0]));
    }
}
