//! Numbers that keep their digits, exactly as they were sent. No arithmetic. Equal means the same text.

mod decimal;
mod integer;

pub use decimal::Decimal;
pub use integer::Integer;

/// What these have: the digits, a text that is checked, and both directions of JSON.
macro_rules! digits {
    ($number:ident, $what:literal such as $example:literal, $is_one:path) => {
        impl $number {
            /// The digits, in JSON's notation of numbers.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $number {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&self.0)
            }
        }

        impl std::str::FromStr for $number {
            type Err = crate::runtime::DecodeError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                if $is_one(text) {
                    Ok(Self(text.into()))
                } else {
                    Err(Self::Err::expected(concat!($what, " such as ", $example)))
                }
            }
        }

        impl crate::runtime::Encode for $number {
            fn encode(&self, out: &mut crate::runtime::Output) {
                out.verbatim(&self.0);
            }
        }

        impl crate::runtime::Decode for $number {
            fn decode(
                input: crate::runtime::Input<'_>,
            ) -> Result<Self, crate::runtime::DecodeError> {
                let digits = input.number()?;
                digits.parse().map_err(|_| input.expected($what))
            }
        }
    };
}

use digits;
