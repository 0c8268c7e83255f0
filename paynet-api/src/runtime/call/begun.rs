//! A call that has begun: when, and how often it has been tried.

use std::time::{Duration, SystemTime};

use tokio::time::Instant;

use crate::runtime::Info;

/// A call that has begun.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Begun {
    pub(crate) info: &'static Info,
    pub(crate) at: SystemTime,
    pub(super) instant: Instant,
    /// How often it has been tried, this time included.
    pub(crate) attempts: u32,
    /// Whether an earlier attempt may have been written.
    pub(crate) was_sent: bool,
}

impl Begun {
    /// Begins a call now.
    pub(crate) fn now(info: &'static Info) -> Self {
        Self {
            info,
            at: SystemTime::now(),
            instant: Instant::now(),
            attempts: 1,
            was_sent: false,
        }
    }

    /// Returns how long the call has taken so far.
    pub(crate) fn elapsed(&self) -> Duration {
        self.instant.elapsed()
    }
}
