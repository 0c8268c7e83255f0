//! An integer of any size that keeps its digits. No arithmetic.

use std::fmt;
use std::str::FromStr;

use super::json::number;
use super::{Decode, Encode, Input, Output, Unreadable};

/// An integer of any size, exactly as it was sent; for documents whose limits lie beyond 64 bits.
///
/// Equal means the same text.
///
/// ```
/// use paynet_api::runtime::Integer;
///
/// let wei: Integer = "340282366920938463463374607431768211455".parse()?;
/// assert_eq!(u128::try_from(&wei)?, u128::MAX);
/// assert!(i64::try_from(&wei).is_err());
/// assert_eq!(Integer::from(7).as_str(), "7");
/// # Ok::<(), paynet_api::runtime::Unreadable>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Integer(Box<str>);

impl Integer {
    /// The digits, in JSON's notation of numbers.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Integer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for Integer {
    type Err = Unreadable;

    fn from_str(text: &str) -> Result<Self, Unreadable> {
        if number::is_integer(text) {
            Ok(Self(text.into()))
        } else {
            Err(Unreadable::expected("an integer such as 1465"))
        }
    }
}

impl Encode for Integer {
    fn encode(&self, out: &mut Output) {
        out.verbatim(&self.0);
    }
}

impl Decode for Integer {
    fn decode(input: Input<'_>) -> Result<Self, Unreadable> {
        let digits = input.number()?;
        digits.parse().map_err(|_| input.expected("an integer"))
    }
}

macro_rules! conversions {
    ($($width:ty)*) => {
        $(
            impl From<$width> for Integer {
                fn from(value: $width) -> Self {
                    Self(value.to_string().into())
                }
            }

            impl TryFrom<&Integer> for $width {
                type Error = Unreadable;

                fn try_from(integer: &Integer) -> Result<Self, Unreadable> {
                    number::integer(&integer.0).ok_or_else(|| {
                        Unreadable::expected(concat!("an integer that fits ", stringify!($width)))
                    })
                }
            }
        )*
    };
}

conversions! { i32 i64 i128 u32 u64 u128 }
