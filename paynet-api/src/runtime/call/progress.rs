//! How far a call has come, as seen from outside of it.

use std::sync::Arc;

use crate::runtime::http::gate::{Gate, Stage};

/// How far a call has come, as seen from outside: what is left when a call was dropped, by a timeout around it for example.
///
/// ```no_run
/// use paynet_api::runtime::{Call, Operation, Stage};
///
/// # async fn example<O: Operation>(call: Call<O>, user_left: impl Future<Output = ()>) {
/// let progress = call.progress();
/// tokio::select! {
///     result = call => drop(result),
///     () = user_left => match progress.stage() {
///         Stage::NotSent => println!("nothing was sent, and nothing will be"),
///         _ => println!("nobody knows: ask the provider"),
///     },
/// }
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Progress(Arc<Gate>);

impl Progress {
    /// How far it has come.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.0.stage()
    }
}

/// The call's own end: dropping it before the result is there closes the gate.
#[derive(Debug, Default)]
pub(crate) struct Watch(Arc<Gate>);

impl Watch {
    pub(crate) fn progress(&self) -> Progress {
        Progress(self.gate())
    }

    pub(crate) fn gate(&self) -> Arc<Gate> {
        Arc::clone(&self.0)
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.0.seal();
    }
}
