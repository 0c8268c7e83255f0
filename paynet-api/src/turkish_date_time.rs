//! Dates and times without a time zone, as Paynet writes them: the string is kept, and turning it
//! into an instant is the caller's decision.

use std::fmt;
use std::time::{Duration, SystemTime};

use crate::runtime::{Decode, Encode, Input, Output};
use crate::{DateTime, DateTimeParts, DecodeError, Invalid};

/// A date and time without a time zone, `2016-04-07T15:33:09.543`, exactly as it was sent.
///
/// That it is Turkish time is an inference: the documents name no time zone (source:
/// `capture-cancellation.md`, example "Response").
///
/// # Examples
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use paynet_api::TurkishDateTime;
///
/// let date = TurkishDateTime::from("2016-04-07T15:33:09.543");
/// let instant = date.assume_turkish_time()?;
/// let since_1970 = Duration::from_millis(1_460_032_389_543);
/// assert_eq!(instant, SystemTime::UNIX_EPOCH + since_1970);
/// # Ok::<(), paynet_api::Invalid>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TurkishDateTime(Box<str>);

/// Turkey has been at UTC+03:00 all year round since its clocks went forward on 27 March 2016 to
/// 04:00 (IANA time zone database, `Europe/Istanbul`).
const CONSTANT_SINCE: Duration = Duration::from_secs(1_459_040_400);

impl TurkishDateTime {
    /// Returns the string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the instant, assuming Turkish time, which is UTC+03:00.
    ///
    /// # Errors
    ///
    /// If the string is not of the form `2016-04-07T15:33:09.543` (the fraction is optional), or is
    /// before 27 March 2016 04:00, when Turkey still changed its clocks.
    pub fn assume_turkish_time(&self) -> Result<SystemTime, Invalid> {
        self.parts()?;
        let instant = DateTime::verbatim(format!("{}+03:00", self.0))
            .instant()
            .map_err(|_| FORMAT)?;
        if instant < SystemTime::UNIX_EPOCH + CONSTANT_SINCE {
            return Err(Invalid::new(
                "the date is before 27 March 2016 04:00, when Turkey still changed its clocks",
            ));
        }
        Ok(instant)
    }

    /// Returns the parts of the date and time.
    ///
    /// # Errors
    ///
    /// If the string is not of the form `2016-04-07T15:33:09.543` (the fraction is optional).
    pub(crate) fn parts(&self) -> Result<DateTimeParts, Invalid> {
        // Of the forms that `DateTime` accepts, this is the strictest: `T`, seconds, no offset, and
        // no more than nine digits of a second.
        let bytes = self.0.as_bytes();
        let is_strict = matches!((bytes.get(10), bytes.get(16)), (Some(b'T'), Some(b':')));
        let parts = DateTime::verbatim(&*self.0).parts().ok();
        parts
            .filter(|parts| parts.offset.is_none() && parts.second < 60)
            .filter(|_| is_strict && bytes.len() <= "2016-04-07T15:33:09.123456789".len())
            .ok_or(FORMAT)
    }
}

const FORMAT: Invalid = Invalid::new("the date must be of the form 2016-04-07T15:33:09.543");

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
        for (text, expected) in [
            ("2016-03-27T04:00:00", Duration::from_secs(1_459_040_400)),
            (
                "2024-02-29T23:59:59.5",
                Duration::from_millis(1_709_240_399_500),
            ),
            (
                "2024-02-29T23:59:59.123456789",
                Duration::new(1_709_240_399, 123_456_789),
            ),
            ("2100-03-01T00:00:00", Duration::from_secs(4_107_531_600)),
        ] {
            assert_eq!(unix(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn other_strings_are_no_instants() {
        for text in [
            "",
            "2016-03-27T03:59:59",
            "2015-06-01T12:00:00",
            "2023-02-29T00:00:00",
            "2024-13-01T00:00:00",
            "2024-01-01T24:00:00",
            "2024-01-01T00:60:00",
            "2024-01-01T00:00:60",
            "2024-01-01T00:00:00Z",
            "2024-01-01T00:00:00+03:00",
            "2024-01-01T00:00:00-03:00",
            "2024-01-01T00:00+03",
            "2024-01-01T00:00",
            "2024-01-01T00:00:00.",
            "2024-01-01T00:00:00.1234567890",
            "2024-01-01t00:00:00",
            "2024-01-01 00:00:00",
            "01.01.2024",
            "+024-01-01T00:00:00",
        ] {
            assert_eq!(unix(text), None, "{text}");
        }
    }
}
