//! A string with so many known values that it stays a text: a constant for each.
//!
//! ```text
//! runtime::open_text! {
//!     /// Who carries the parcel.
//!     Carrier {
//!         DPD = "DPD",
//!     }
//! }
//! ```

/// Declares the text, its constants, and how it is read and written.
#[doc(hidden)]
#[macro_export]
macro_rules! __runtime_open_text {
    (
        $(#[$meta:meta])*
        $name:ident {
            $($(#[$constant_meta:meta])* $constant:ident = $wire:literal,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub struct $name(::std::borrow::Cow<'static, str>);

        impl $name {
            $($(#[$constant_meta])* pub const $constant: Self = Self(::std::borrow::Cow::Borrowed($wire));)*
        }

        impl $crate::runtime::OpenEnum for $name {
            fn as_str(&self) -> &str {
                &self.0
            }

            fn from_text(text: &str) -> Self {
                Self(text.to_owned().into())
            }
        }

        $crate::__runtime_open_text! { @wire $name }
    };

    // What all strings with known values have in common. (A blanket implementation would exclude the one for `Box<T>`: Rust
    // lets other crates implement a trait for a box of their own type.)
    (@wire $name:ident) => {
        impl $crate::runtime::Encode for $name {
            fn encode(&self, out: &mut $crate::runtime::Output) {
                out.text($crate::runtime::OpenEnum::as_str(self));
            }
        }

        impl $crate::runtime::Decode for $name {
            fn decode(
                input: $crate::runtime::Input<'_>,
            ) -> ::core::result::Result<Self, $crate::runtime::DecodeError> {
                let text = input.text()?;
                ::core::result::Result::Ok(<Self as $crate::runtime::OpenEnum>::from_text(&text))
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str($crate::runtime::OpenEnum::as_str(self))
            }
        }
    };
}
