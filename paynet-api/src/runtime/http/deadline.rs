//! Deadlines around a future: one for the whole call, one until the request body is polled. They
//! share a timer, because the earlier one is always the next.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::Poll;
use std::time::Duration;

use tokio::time::{Instant, Sleep, sleep_until};

use super::gate::Gate;

/// The two running deadlines of a call.
pub(crate) struct Deadlines<'g> {
    gate: &'g Gate,
    timer: Pin<Box<Sleep>>,
    /// That of the whole call, while the timer runs for the connection's.
    whole: Option<Instant>,
}

/// What is meant by a deadline that no clock can express, as tokio means it.
const FAR: Duration = Duration::from_secs(86_400 * 365 * 30);

/// The deadline that has passed.
pub(crate) enum Passed {
    /// That of the connection, before anything was written: the gate is sealed.
    Connect,
    /// That of the whole call.
    Whole,
}

impl<'g> Deadlines<'g> {
    /// Starts both deadlines.
    pub(crate) fn start(gate: &'g Gate, whole: Duration, connect: Duration) -> Self {
        let now = Instant::now();
        let at = |after| now.checked_add(after).unwrap_or_else(|| now + FAR);
        let (whole, connect) = (at(whole), at(connect));
        Self {
            gate,
            timer: Box::pin(sleep_until(whole.min(connect))),
            whole: (connect < whole).then_some(whole),
        }
    }

    /// Waits for a future as long as the deadlines allow.
    ///
    /// # Errors
    ///
    /// If a deadline passes first.
    pub(crate) async fn wait_for<T>(
        &mut self,
        future: impl Future<Output = T>,
    ) -> Result<T, Passed> {
        let mut future = pin!(future);
        poll_fn(|context| {
            if let Poll::Ready(value) = future.as_mut().poll(context) {
                return Poll::Ready(Ok(value));
            }
            while self.timer.as_mut().poll(context).is_ready() {
                let Some(whole) = self.whole.take() else {
                    return Poll::Ready(Err(Passed::Whole));
                };
                self.timer.as_mut().reset(whole);
                // If something has been written, the connection was established in time.
                if self.gate.seal() {
                    return Poll::Ready(Err(Passed::Connect));
                }
            }
            Poll::Pending
        })
        .await
    }
}
