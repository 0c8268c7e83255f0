//! What a call may take: time and memory.

use std::time::Duration;

use tokio::time::Instant;

use super::begun::Begun;
use crate::runtime::http::deadline::Deadlines;

/// What a call may take.
#[derive(Clone, Copy)]
pub(crate) struct Limits {
    pub(crate) timeout: Duration,
    pub(crate) connect_timeout: Duration,
    pub(crate) max_response: usize,
}

/// What is meant by a deadline that no clock can express, as tokio means it.
const FAR: Duration = Duration::from_secs(86_400 * 365 * 30);

impl Limits {
    /// Returns the deadlines of an attempt that starts now. All attempts of a call share its deadline,
    /// and each has the whole time to connect.
    pub(super) fn deadlines(self, begun: Begun) -> Deadlines {
        let after = |start: Instant, time| start.checked_add(time).unwrap_or_else(|| start + FAR);
        let start = Instant::now();
        Deadlines {
            start,
            whole: after(begun.instant, self.timeout),
            connect: after(start, self.connect_timeout),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Begun, Duration, Instant, Limits};
    use crate::runtime::Info;

    #[test]
    fn attempts_share_the_deadline_of_the_call_and_each_has_the_whole_time_to_connect() {
        const INFO: &Info = &Info::get("/", "a");
        let mut begun = Begun::now(INFO);
        begun.instant -= Duration::from_secs(3);
        let limits = Limits {
            timeout: Duration::from_secs(9),
            connect_timeout: Duration::from_secs(5),
            max_response: 0,
        };
        let before = Instant::now();
        let deadlines = limits.deadlines(begun);
        assert_eq!(deadlines.whole, begun.instant + limits.timeout);
        assert!(deadlines.connect >= before + limits.connect_timeout);
        let endless = Limits {
            timeout: Duration::MAX,
            ..limits
        };
        assert!(endless.deadlines(begun).whole > before + Duration::from_secs(1 << 29));
    }
}
