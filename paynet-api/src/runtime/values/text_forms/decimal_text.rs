//! Decimal numbers that are written as texts.

use std::str::FromStr;

use super::text_form;
use crate::runtime::{Decimal, DecodeError};

/// A decimal number in a text (`type: string`, `format: decimal`), as it came: `"14.650"` stays `"14.650"`.
///
/// ```
/// use paynet_api::runtime::{Decimal, DecimalText};
///
/// let total: DecimalText = "14.650".parse()?;
/// assert_eq!(total.decimal()?, "14.650".parse::<Decimal>()?);
/// assert!("14,65".parse::<DecimalText>().is_err());
///
/// // What a response holds is kept, whatever it is.
/// assert!(DecimalText::verbatim("14,65").decimal().is_err());
/// # Ok::<(), paynet_api::runtime::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DecimalText(Box<str>);

text_form!(DecimalText);

impl DecimalText {
    /// The number.
    ///
    /// # Errors
    ///
    /// The text is none in JSON's notation.
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
