//! When a worker is killed.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::wire::{Stage, Then, Wire};

/// When a worker is killed.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kill {
    /// At a statement or a step, by itself.
    Point(u64),
    /// At a moment on its connections to Paynet: when the first or the last byte of a request or a
    /// response arrives, and has passed.
    Paynet(u64),
    /// At a moment on its connections to the database's server, likewise: around each statement, as
    /// the server sees it.
    Database(u64),
    /// So long after its start.
    Time(Duration),
}

/// Counts the moments on a wire from now on, and does something at one of them.
pub(super) fn at_moment(
    wire: &Wire,
    number: u64,
    act: impl Fn() + Send + Sync + 'static,
) -> Arc<AtomicU64> {
    let count = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&count);
    wire.watch(move |moment| {
        let matters = moment.stage != Stage::Begun || moment.bytes.starts_with(b"POST ");
        if matters && counted.fetch_add(1, Ordering::SeqCst) + 1 == number {
            act();
        }
        Then::Goes
    });
    count
}
