//! The sandbox's clock. It stands still until a test moves it, and knows what day it is in Turkey.

use std::time::{Duration, SystemTime};

use crate::runtime::{Date, calendar};
use crate::{Invalid, TurkishDateTime};

/// What time it is in the sandbox.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Clock {
    /// This time, until it is moved.
    Still(SystemTime),
    /// The system's time, and this much more.
    Running(Duration),
}

impl Clock {
    /// Returns the time.
    pub(crate) fn now(self) -> Moment {
        match self {
            Self::Still(time) => Moment(time),
            Self::Running(ahead) => Moment(later(SystemTime::now(), ahead)),
        }
    }

    /// Moves the clock forward.
    pub(crate) fn advance(&mut self, by: Duration) {
        match self {
            Self::Still(time) => *time = later(*time, by),
            Self::Running(ahead) => *ahead = ahead.saturating_add(by),
        }
    }
}

/// A point in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Moment(pub(crate) SystemTime);

impl Moment {
    /// Returns the moment that is so much later.
    pub(crate) fn plus(self, duration: Duration) -> Self {
        Self(later(self.0, duration))
    }

    /// Returns the day in Turkey, counted from 1 January 1970.
    // Assumption::TurkishDay
    pub(crate) fn day(self) -> i64 {
        i64::try_from(self.turkish().as_secs() / DAY).unwrap_or(i64::MAX)
    }

    /// Returns `2016-04-07T15:33:09.543`, as Paynet writes it in responses.
    pub(crate) fn date_time(self) -> TurkishDateTime {
        let (year, month, day) = civil(self.day());
        let time = self.turkish();
        let of_day = time.as_secs() % DAY;
        let (hour, minute, second) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
        let millis = time.subsec_millis();
        let date = format!("{year:04}-{month:02}-{day:02}");
        let text = format!("{date}T{hour:02}:{minute:02}:{second:02}.{millis:03}");
        TurkishDateTime::from(text.as_str())
    }

    /// Returns `07.04.2016`, as Paynet writes it in lists.
    pub(crate) fn listed_date(self) -> String {
        let (year, month, day) = civil(self.day());
        format!("{day:02}.{month:02}.{year:04}")
    }

    /// Returns `07.04.2016 15:33:09`, as Paynet writes it in the list of transactions.
    pub(crate) fn listed_time(self) -> String {
        let of_day = self.turkish().as_secs() % DAY;
        let (hour, minute, second) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
        format!("{} {hour:02}:{minute:02}:{second:02}", self.listed_date())
    }

    /// Returns the time since 1970 on a Turkish clock.
    fn turkish(self) -> Duration {
        let since_1970 = self.0.duration_since(SystemTime::UNIX_EPOCH);
        since_1970.unwrap_or_default() + TURKEY
    }
}

/// Returns the day of a query, counted from 1 January 1970.
///
/// # Errors
///
/// If it is not a date.
pub(crate) fn day_of(date: &Date) -> Result<i64, Invalid> {
    let parts = date.parts();
    let (year, month, day) = parts.map_err(|_| Invalid::new("the date must be 2024-05-31"))?;
    Ok(calendar::days(year, month, day))
}

const DAY: u64 = 24 * 60 * 60;

/// Turkey is at UTC+03:00 all year round.
const TURKEY: Duration = Duration::from_secs(3 * 60 * 60);

/// Returns the year, month and day; the last day that four digits can write, if it is later.
fn civil(days: i64) -> (u16, u8, u8) {
    calendar::day(days).unwrap_or((9999, 12, 31))
}

/// Adds, and stays where it is if the sum is not a time.
fn later(time: SystemTime, by: Duration) -> SystemTime {
    time.checked_add(by).unwrap_or(time)
}

#[cfg(test)]
mod tests {
    use super::{Clock, Duration, Moment, SystemTime};

    /// Created from a time as GNU `date` prints it with `+%s`.
    fn at(seconds: u64) -> Moment {
        Moment(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
    }

    #[test]
    fn times_are_turkish() {
        // 2024-02-28 21:00:00 UTC
        let moment = at(1_709_154_000).plus(Duration::from_millis(7));
        assert_eq!(moment.date_time().as_str(), "2024-02-29T00:00:00.007");
        assert_eq!(moment.listed_date(), "29.02.2024");
        assert_eq!(moment.listed_time(), "29.02.2024 00:00:00");
        assert_eq!(moment.date_time().assume_turkish_time(), Ok(moment.0));
    }

    #[test]
    fn a_day_ends_at_midnight_in_turkey() {
        assert_eq!(at(1_709_153_999).day() + 1, at(1_709_154_000).day());
        assert_eq!(at(1_709_154_000).day(), at(1_709_240_399).day());
    }

    #[test]
    fn the_clock_stands_still_until_it_is_moved() {
        let mut clock = Clock::Still(at(0).0);
        assert_eq!(clock.now(), at(0));
        clock.advance(Duration::from_secs(5));
        assert_eq!(clock.now(), at(5));
        clock.advance(Duration::MAX);
        assert_eq!(clock.now(), at(5));
    }

    #[test]
    fn a_running_clock_is_the_systems_and_can_be_ahead() {
        let mut clock = Clock::Running(Duration::ZERO);
        let before = clock.now();
        clock.advance(Duration::from_secs(3600));
        assert!(clock.now() >= before.plus(Duration::from_secs(3600)));
    }
}
