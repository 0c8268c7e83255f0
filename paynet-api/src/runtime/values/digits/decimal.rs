//! A decimal number. Whoever calculates chooses a decimal crate and parses the text.

use super::digits;
use crate::runtime::json::number;

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
/// # Ok::<(), paynet_api::runtime::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Decimal(Box<str>);

digits!(Decimal, "a number" such as "14.65", number::is_number);

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Self(value.to_string().into())
    }
}
