//! What all open string enums have in common: how they are encoded, decoded and displayed.
//!
//! A blanket implementation would exclude the one for `Box<T>`, because other crates may implement
//! a trait for a box of their own type.

/// Implements `Encode`, `Decode` and `Display` with the type's `as_str` and `From<&str>`.
#[doc(hidden)]
#[macro_export]
macro_rules! __runtime_string_enum {
    ($name:ident) => {
        impl $crate::runtime::Encode for $name {
            fn encode(&self, out: &mut $crate::runtime::Output) {
                out.text(self.as_str());
            }
        }

        impl $crate::runtime::Decode for $name {
            fn decode(
                input: $crate::runtime::Input<'_>,
            ) -> ::core::result::Result<Self, $crate::runtime::DecodeError> {
                let text = input.text()?;
                ::core::result::Result::Ok(Self::from(&*text))
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
