//! The deadlines of a call: one for the whole of it, one until its request body is polled. They share
//! a timer, because the earlier one is always the next; that of the connection then has no effect if
//! the body was polled.

use std::future::Future as _;
use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::time::{Instant, Sleep, sleep_until};

use super::gate::Gate;

/// The deadlines of an attempt.
#[derive(Clone, Copy)]
pub(crate) struct Deadlines {
    /// When the attempt starts.
    pub(crate) start: Instant,
    /// When the whole call must have its result.
    pub(crate) whole: Instant,
    /// When the request body must have been polled.
    pub(crate) connect: Instant,
}

/// The deadline that has passed.
#[derive(Clone, Copy)]
pub(crate) enum Deadline {
    /// That of the whole call.
    Whole,
    /// That of the connection, before anything was written: the gate is sealed.
    Connect,
}

impl Deadlines {
    /// Returns a deadline that has passed before anything can be sent, and seals the gate.
    pub(crate) fn passed_at_start(&self, gate: &Gate) -> Option<Deadline> {
        let passed = match self.start {
            start if start >= self.whole => Deadline::Whole,
            start if start >= self.connect => Deadline::Connect,
            _ => return None,
        };
        gate.seal();
        Some(passed)
    }

    /// Returns a timer for [`poll`](Self::poll).
    pub(crate) fn timer(&self) -> Sleep {
        sleep_until(self.whole.min(self.connect))
    }

    /// Polls for the deadline that passes.
    pub(crate) fn poll(
        &self,
        mut timer: Pin<&mut Sleep>,
        gate: &Gate,
        context: &mut Context<'_>,
    ) -> Poll<Deadline> {
        while timer.as_mut().poll(context).is_ready() {
            if timer.deadline() == self.whole {
                return Poll::Ready(Deadline::Whole);
            }
            timer.as_mut().reset(self.whole);
            // If something has been written, the connection was established in time.
            if gate.seal() {
                return Poll::Ready(Deadline::Connect);
            }
        }
        Poll::Pending
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Deadline, Deadlines, Gate, Instant};
    use crate::runtime::Stage;

    #[test]
    fn a_deadline_that_passed_before_the_attempt_seals_the_gate() {
        let start = Instant::now() + Duration::from_secs(60);
        let (before, after) = (
            start - Duration::from_secs(1),
            start + Duration::from_secs(1),
        );
        for (whole, connect, expected) in [
            (before, after, Some("whole")),
            (start, start, Some("whole")),
            (after, start, Some("connect")),
            (after, after, None),
        ] {
            let gate = Gate::default();
            let deadlines = Deadlines {
                start,
                whole,
                connect,
            };
            let passed = deadlines.passed_at_start(&gate).map(|it| match it {
                Deadline::Whole => "whole",
                Deadline::Connect => "connect",
            });
            assert_eq!(passed, expected);
            let sealed = gate.stage() == Stage::NotSent;
            assert_eq!(sealed, expected.is_some());
        }
    }
}
