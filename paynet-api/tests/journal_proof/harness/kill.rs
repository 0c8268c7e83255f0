//! When a worker is killed.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::wire::{Then, Wire};

/// When a worker is killed.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kill {
    /// At a statement or a step, by itself.
    Point(u64),
    /// At a moment on its connections to Paynet: when the first or the last byte of a request or a
    /// response arrives, and has passed.
    Paynet(u64),
    /// So long after its start.
    Time(Duration),
}

impl fmt::Display for Kill {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Point(_) => "statement",
            Self::Paynet(_) => "byte of a call",
            Self::Time(_) => "time",
        })
    }
}

/// Counts the moments on a wire from now on, and does something at one of them.
pub(super) fn at_moment(
    wire: &Wire,
    number: u64,
    act: impl Fn() + Send + Sync + 'static,
) -> Arc<AtomicU64> {
    let count = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&count);
    wire.watch(move |_| {
        if counted.fetch_add(1, Ordering::SeqCst) + 1 == number {
            act();
        }
        Then::Goes
    });
    count
}
