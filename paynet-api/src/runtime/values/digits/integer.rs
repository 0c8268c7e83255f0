//! An integer of any size that keeps its digits.

use super::macros::digits;
use super::number;
use crate::runtime::DecodeError;

/// An integer of any size, exactly as it was sent; for documents whose limits exceed 64 bits.
///
/// Two integers are equal if their digits are the same.
///
/// # Examples
///
/// ```
/// use paynet_api::runtime::Integer;
///
/// let wei: Integer = "340282366920938463463374607431768211455".parse()?;
/// assert_eq!(u128::try_from(&wei)?, u128::MAX);
/// assert!(i64::try_from(&wei).is_err());
/// assert_eq!(Integer::from(7).as_str(), "7");
/// # Ok::<(), paynet_api::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Integer(Box<str>);

digits!(Integer, "an integer in digits", number::is_integer);

macro_rules! conversions {
    ($($width:ty)*) => {
        $(
            impl From<$width> for Integer {
                fn from(value: $width) -> Self {
                    Self(value.to_string().into())
                }
            }

            impl TryFrom<&Integer> for $width {
                type Error = DecodeError;

                fn try_from(integer: &Integer) -> Result<Self, DecodeError> {
                    number::integer(&integer.0).ok_or_else(|| {
                        DecodeError::expected(concat!("an integer that fits ", stringify!($width)))
                    })
                }
            }
        )*
    };
}

conversions! { i32 i64 i128 u32 u64 u128 }
