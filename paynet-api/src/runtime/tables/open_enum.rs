//! A string of which some values are known: each by its name and its text, and one that keeps any other.
//!
//! ```text
//! runtime::open_enum! {
//!     /// How far the refund is.
//!     Status {
//!         Created = "CREATED",
//!         ..
//!         /// Any other value, kept as it was sent.
//!         Other,
//!     }
//! }
//! ```

/// Declares the enum of a string of which some values are known, and how it is read and written.
#[doc(hidden)]
#[macro_export]
macro_rules! __runtime_open_enum {
    (
        $(#[$meta:meta])*
        $name:ident {
            $($(#[$variant_meta:meta])* $variant:ident = $wire:literal,)*
            ..
            $(#[$other_meta:meta])*
            $other:ident,
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_meta])* $variant,)*
            $(#[$other_meta])*
            $other(::std::boxed::Box<str>),
        }

        impl $crate::runtime::OpenEnum for $name {
            fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::$other(text) => text,
                }
            }

            fn from_text(text: &str) -> Self {
                match text {
                    $($wire => Self::$variant,)*
                    _ => Self::$other(text.into()),
                }
            }
        }

        $crate::__runtime_open_text! { @wire $name }
    };
}
