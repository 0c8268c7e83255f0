//! Dates and times without a zone, as Paynet writes them: the text is kept, and turning it into an instant is a decision.

use std::fmt;
use std::time::{Duration, SystemTime};

use crate::Invalid;
use crate::runtime::{Decode, DecodeError, Encode, Input, Output};

/// A date and time without a zone, `2016-04-07T15:33:09.543`, kept as it was sent.
///
/// That it is Turkish time is an inference: the documents name no zone (source: `capture-cancellation.md`, example
/// "Response").
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use paynet_api::TurkishDateTime;
///
/// let date = TurkishDateTime::from("2016-04-07T15:33:09.543");
/// let instant = date.assume_turkish_time()?;
/// assert_eq!(instant, SystemTime::UNIX_EPOCH + Duration::from_millis(1_460_032_389_543));
/// # Ok::<(), paynet_api::Invalid>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TurkishDateTime(Box<str>);

/// Turkey has been at UTC+03:00 all year round since its clocks went forward on 27 March 2016 (IANA time zone database,
/// `Europe/Istanbul`): local time 04:00, in seconds as if that were UTC.
const CONSTANT_SINCE: i64 = 1_459_051_200;
const OFFSET: i64 = 3 * 60 * 60;

impl TurkishDateTime {
    /// The text as it was sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The instant, assuming Turkish time, which is UTC+03:00.
    ///
    /// # Errors
    ///
    /// The text is not of the form `2016-04-07T15:33:09.543` (the fraction may be missing), or from before 27 March 2016
    /// 04:00, when Turkey still changed its clocks.
    pub fn assume_turkish_time(&self) -> Result<SystemTime, Invalid> {
        let decode_error = Invalid::new("the date is not of the form 2016-04-07T15:33:09.543");
        let (local, fraction) = parse(&self.0).ok_or(decode_error)?;
        if local < CONSTANT_SINCE {
            return Err(Invalid::new(
                "the date is from before 27 March 2016 04:00, when Turkey still changed its clocks",
            ));
        }
        let seconds = u64::try_from(local - OFFSET).unwrap_or_default();
        Ok(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds) + fraction)
    }
}

/// Seconds since 1970 as if the text were UTC, and the fraction of a second.
fn parse(text: &str) -> Option<(i64, Duration)> {
    let (date, time) = text.split_once('T')?;
    let (time, fraction) = match time.split_once('.') {
        Some((time, fraction)) => (time, Some(fraction)),
        None => (time, None),
    };
    let mut date = date.split('-');
    let (year, month, day) = (
        number(date.next()?, 4)?,
        number(date.next()?, 2)?,
        number(date.next()?, 2)?,
    );
    let mut time = time.split(':');
    let (hour, minute, second) = (
        number(time.next()?, 2)?,
        number(time.next()?, 2)?,
        number(time.next()?, 2)?,
    );
    let valid =
        (1..=days_in(month, year)?).contains(&day) && hour < 24 && minute < 60 && second < 60;
    if !valid || date.next().is_some() || time.next().is_some() {
        return None;
    }
    let seconds = ((days_before(year, month, day) * 24 + hour) * 60 + minute) * 60 + second;
    Some((seconds, nanoseconds(fraction)?))
}

fn number(digits: &str, length: usize) -> Option<i64> {
    let plain = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

fn nanoseconds(fraction: Option<&str>) -> Option<Duration> {
    let Some(fraction) = fraction else {
        return Some(Duration::ZERO);
    };
    if !(1..=9).contains(&fraction.len()) {
        return None;
    }
    let digits = number(fraction, fraction.len())?;
    let scale = 10_i64.pow(9 - u32::try_from(fraction.len()).ok()?);
    Some(Duration::from_nanos((digits * scale).unsigned_abs()))
}

const fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

const fn days_in(month: i64, year: i64) -> Option<i64> {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if is_leap(year) { 29 } else { 28 }),
        _ => None,
    }
}

/// Days from 1970-01-01 in the Gregorian calendar, counting years from March so that a leap day is the last.
const fn days_before(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let leap_days = year / 4 - year / 100 + year / 400;
    year * 365 + leap_days + (153 * month + 2) / 5 + day - 1 - 719_468
}

impl From<&str> for TurkishDateTime {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for TurkishDateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl Encode for TurkishDateTime {
    fn encode(&self, out: &mut Output) {
        out.text(&self.0);
    }
}

impl Decode for TurkishDateTime {
    fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
        input.text().map(|text| Self(text.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Duration, SystemTime, TurkishDateTime};

    fn unix(text: &str) -> Option<Duration> {
        let instant = TurkishDateTime::from(text).assume_turkish_time().ok()?;
        instant.duration_since(SystemTime::UNIX_EPOCH).ok()
    }

    // The expected values are those of `date -u -d "… +03:00" +%s`.
    #[test]
    fn turkish_time_is_three_hours_ahead() {
        assert_eq!(
            unix("2016-03-27T04:00:00"),
            Some(Duration::from_secs(1_459_040_400))
        );
        assert_eq!(
            unix("2024-02-29T23:59:59.5"),
            Some(Duration::from_millis(1_709_240_399_500))
        );
        assert_eq!(
            unix("2100-03-01T00:00:00"),
            Some(Duration::from_secs(4_107_531_600))
        );
    }

    #[test]
    fn what_is_no_such_date_is_no_instant() {
        for text in [
            "",
            "2016-03-27T03:59:59",
            "2015-06-01T12:00:00",
            "2023-02-29T00:00:00",
            "2024-13-01T00:00:00",
            "2024-01-01T24:00:00",
            "2024-01-01T00:00:00Z",
            "2024-01-01T00:00:00+03:00",
            "2024-01-01T00:00:00.",
            "2024-01-01 00:00:00",
            "01.01.2024",
            "+024-01-01T00:00:00",
        ] {
            assert_eq!(unix(text), None, "{text}");
        }
    }
}
