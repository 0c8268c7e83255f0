//! How open string enums are converted, encoded, decoded and displayed.
//!
//! ```text
//! runtime::string_enum!(Status else Other, Created = "CREATED", Voided = "VOIDED");
//! runtime::open_string!(Carrier);
//! ```

/// Implements the conversions of an enum: a string for each variant, and the catch-all.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __runtime_string_enum {
    ($name:ident else $other:ident $(, $variant:ident = $wire:literal)*) => {
        impl ::core::convert::AsRef<str> for $name {
            #[inline]
            fn as_ref(&self) -> &str {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::$other(value) => value,
                }
            }
        }

        impl ::core::convert::From<&str> for $name {
            #[inline]
            fn from(value: &str) -> Self {
                match value {
                    $($wire => Self::$variant,)*
                    _ => Self::$other(value.into()),
                }
            }
        }

        $crate::__runtime_open_string!(@json $name);
    };
}

/// Implements the conversions of a string with a constant for each known value.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __runtime_open_string {
    ($name:ident) => {
        impl ::core::convert::AsRef<str> for $name {
            #[inline]
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl ::core::convert::From<&str> for $name {
            #[inline]
            fn from(value: &str) -> Self {
                Self(value.to_owned().into())
            }
        }

        $crate::__runtime_open_string!(@json $name);
    };

    // A blanket implementation would exclude the one for `Box<T>`: other crates may implement a
    // trait for a box of their own type.
    (@json $name:ident) => {
        impl $crate::runtime::Encode for $name {
            #[inline]
            fn encode(&self, out: &mut $crate::runtime::Output) {
                out.text(self.as_ref());
            }
        }

        impl $crate::runtime::Decode for $name {
            #[inline]
            fn decode(
                input: $crate::runtime::Input<'_>,
            ) -> ::core::result::Result<Self, $crate::runtime::DecodeError> {
                let text = input.text()?;
                ::core::result::Result::Ok(Self::from(&*text))
            }
        }

        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.as_ref())
            }
        }
    };
}
