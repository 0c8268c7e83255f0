//! The pace of a batch: from the start of one refund to that of the next.

use std::sync::Mutex;
use std::time::Duration;

use tokio::time::Instant;

/// Says when each refund may begin, to all workers together.
pub(super) struct Pace {
    interval: Duration,
    next: Mutex<Option<Instant>>,
}

impl Pace {
    pub(super) const fn new(interval: Duration) -> Self {
        Self {
            interval,
            next: Mutex::new(None),
        }
    }

    /// Takes the next turn, and returns when it is. Turns that were missed are not made up for.
    pub(super) fn turn(&self, now: Instant) -> Instant {
        let mut next = self.next.lock().unwrap_or_else(|it| it.into_inner());
        let turn = next.map_or(now, |next| next.max(now));
        *next = Some(turn + self.interval);
        turn
    }
}

#[cfg(test)]
mod tests {
    use super::{Duration, Instant, Pace};

    #[test]
    fn turns_are_an_interval_apart_and_none_is_made_up_for() {
        let start = Instant::now();
        let after = |millis| start + Duration::from_millis(millis);
        let pace = Pace::new(Duration::from_millis(200));
        assert_eq!(pace.turn(start), start);
        assert_eq!(pace.turn(start), after(200));
        assert_eq!(pace.turn(after(50)), after(400));
        assert_eq!(pace.turn(after(5000)), after(5000));
        assert_eq!(pace.turn(after(5000)), after(5200));
    }
}
