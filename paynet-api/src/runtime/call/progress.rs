//! How far a call has progressed, observed from outside.

use std::sync::Arc;

use crate::runtime::http::gate::{Gate, Stage};

/// How far a call has progressed, observed from outside. It outlives the call, for example if a
/// timeout around the call drops it.
///
/// # Examples
///
/// ```no_run
/// use paynet_api::{Paynet, Refund, Stage};
///
/// # async fn example(paynet: Paynet, refund: Refund, user_left: impl Future<Output = ()>) {
/// let call = paynet.transaction().refund(&refund);
/// let progress = call.progress();
/// tokio::select! {
///     result = call => drop(result),
///     () = user_left => match progress.stage() {
///         Stage::NotSent => println!("nothing was sent, and nothing will be"),
///         _ => println!("it may have been sent: ask Paynet what became of it"),
///     },
/// }
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Progress(Arc<Gate>);

impl Progress {
    /// Returns how far the call has progressed.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.0.stage()
    }
}

/// The call's side: dropping it before the call has a result seals the gate.
#[derive(Debug, Default)]
pub(crate) struct Watch(Arc<Gate>);

impl Watch {
    /// Returns an observer.
    pub(crate) fn progress(&self) -> Progress {
        Progress(Arc::clone(&self.0))
    }

    /// Returns the gate.
    pub(crate) const fn gate(&self) -> &Arc<Gate> {
        &self.0
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.0.seal();
    }
}
