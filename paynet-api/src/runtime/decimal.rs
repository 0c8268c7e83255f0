//! A decimal number that keeps its digits. No arithmetic: whoever calculates chooses a decimal crate and parses the text.

use std::fmt;
use std::str::FromStr;

use super::json::number;
use super::{Decode, Encode, Input, Output, Unreadable};

/// A decimal number, exactly as it was sent: `0.30` stays `0.30`, and no digit is ever lost to a float.
///
/// Equal means the same text: `0.30` and `0.3` differ. To calculate, parse [`as_str`](Self::as_str) with a decimal crate.
///
/// ```
/// use paynet_api::runtime::Decimal;
///
/// let commission: Decimal = "0.30".parse()?;
/// assert_eq!(commission.as_str(), "0.30");
/// assert!("0,30".parse::<Decimal>().is_err());
/// # Ok::<(), paynet_api::runtime::Unreadable>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Decimal(Box<str>);

impl Decimal {
    /// The digits, in JSON's notation of numbers.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for Decimal {
    type Err = Unreadable;

    fn from_str(text: &str) -> Result<Self, Unreadable> {
        if number::is_number(text) {
            Ok(Self(text.into()))
        } else {
            Err(Unreadable::expected("a number such as 14.65"))
        }
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Self(value.to_string().into())
    }
}

impl Encode for Decimal {
    fn encode(&self, out: &mut Output) {
        out.verbatim(&self.0);
    }
}

impl Decode for Decimal {
    fn decode(input: Input<'_>) -> Result<Self, Unreadable> {
        input.number().map(|digits| Self(digits.into()))
    }
}
