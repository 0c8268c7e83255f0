//! Deadlines around a future: one for the whole call, one until the request body is polled.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::Poll;
use std::time::Duration;

use tokio::time::{Sleep, sleep};

use super::gate::Gate;

/// The two running deadlines of a call.
pub(crate) struct Deadlines<'g> {
    gate: &'g Gate,
    whole: Pin<Box<Sleep>>,
    connect: Option<Pin<Box<Sleep>>>,
}

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
        Self {
            gate,
            whole: Box::pin(sleep(whole)),
            connect: Some(Box::pin(sleep(connect))),
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
            if self.whole.as_mut().poll(context).is_ready() {
                return Poll::Ready(Err(Passed::Whole));
            }
            if self
                .connect
                .as_mut()
                .is_some_and(|connect| connect.as_mut().poll(context).is_ready())
            {
                self.connect = None;
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
