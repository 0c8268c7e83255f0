//! What both number types have: access to the digits, and parsing.

macro_rules! digits {
    ($number:ident, $expected:literal, $is_valid:path) => {
        impl $number {
            /// Returns the digits, in JSON's notation for numbers.
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
                if $is_valid(text) {
                    Ok(Self(text.into()))
                } else {
                    Err(Self::Err::expected($expected))
                }
            }
        }
    };
}

pub(super) use digits;
