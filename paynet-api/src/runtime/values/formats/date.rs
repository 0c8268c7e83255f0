//! Dates.

use std::str::FromStr;

use super::calendar;
use super::macros::string_format;
use crate::runtime::DecodeError;

/// A date (`format: date`), the string exactly as it was sent.
///
/// # Examples
///
/// ```
/// use paynet_api::Date;
///
/// let day: Date = "2024-02-29".parse()?;
/// assert_eq!(day.parts()?, (2024, 2, 29));
/// assert_eq!(day, Date::new(2024, 2, 29)?);
/// assert!(Date::new(2023, 2, 29).is_err());
///
/// // A response's string is kept, whatever it contains.
/// assert!(Date::verbatim("29.02.2024").parts().is_err());
/// # Ok::<(), paynet_api::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Date(Box<str>);

string_format!(Date);

impl Date {
    /// Creates a date from a year (0 to 9999), a month and a day, which start at 1.
    ///
    /// # Errors
    ///
    /// If there is no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, DecodeError> {
        let (year, month, day) = calendar::checked(year, month, day).ok_or_else(expected)?;
        Ok(Self(format!("{year:04}-{month:02}-{day:02}").into()))
    }

    /// Returns the year, the month and the day.
    ///
    /// # Errors
    ///
    /// If the string is not a date of the form `2024-05-31`.
    pub fn parts(&self) -> Result<(u16, u8, u8), DecodeError> {
        calendar::date(&self.0).ok_or_else(expected)
    }
}

impl FromStr for Date {
    type Err = DecodeError;

    fn from_str(text: &str) -> Result<Self, DecodeError> {
        let date = Self(text.into());
        date.parts()?;
        Ok(date)
    }
}

fn expected() -> DecodeError {
    DecodeError::expected("a date such as 2024-05-31")
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn only_existing_days_are_dates() {
        for text in ["2024-05-31", "0000-02-29", "2000-02-29", "9999-12-31"] {
            assert!(text.parse::<Date>().is_ok(), "{text}");
        }
        for text in [
            "",
            "2024-5-31",
            "2024-04-31",
            "1900-02-29",
            "2024-00-01",
            "2024-13-01",
            "2024-01-00",
            "2024-05-31T00:00:00Z",
            "+024-05-31",
            "20240531",
            "２024-05-31",
            "2024/05/31",
        ] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }
}
