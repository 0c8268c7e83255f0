//! Decimal numbers in strings.

use std::str::FromStr;

use super::macros::string_format;
use crate::runtime::{Decimal, DecodeError};

/// A decimal number in a string (`type: string`, `format: decimal`), exactly as it was sent:
/// `"14.650"` stays `"14.650"`.
///
/// # Examples
///
/// ```
/// use paynet_api::Decimal;
/// use paynet_api::runtime::DecimalText;
///
/// let total: DecimalText = "14.650".parse()?;
/// assert_eq!(total.decimal()?, "14.650".parse::<Decimal>()?);
/// assert!("14,65".parse::<DecimalText>().is_err());
///
/// // A response's string is kept, whatever it contains.
/// assert!(DecimalText::verbatim("14,65").decimal().is_err());
/// # Ok::<(), paynet_api::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DecimalText(Box<str>);

string_format!(DecimalText);

impl DecimalText {
    /// Returns the number.
    ///
    /// # Errors
    ///
    /// If the string is not a number in JSON's notation.
    pub fn decimal(&self) -> Result<Decimal, DecodeError> {
        self.0.parse()
    }
}

impl FromStr for DecimalText {
    type Err = DecodeError;

    fn from_str(text: &str) -> Result<Self, DecodeError> {
        text.parse::<Decimal>().map(Self::from)
    }
}

impl From<Decimal> for DecimalText {
    fn from(number: Decimal) -> Self {
        Self(number.as_str().into())
    }
}
