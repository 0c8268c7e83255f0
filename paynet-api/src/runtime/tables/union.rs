//! One of several types: its variants, with the tags that stand for each, and one that keeps any other value.
//!
//! ```text
//! runtime::union! {
//!     /// How it is paid.
//!     Payment: Encode + Decode, derive(PartialEq), by "type" {
//!         Card(super::Card) = "card" | "credit",
//!         Transfer(super::Transfer) = "transfer" adding "type" = "transfer",
//!         ..
//!         /// Any other value, kept as it was sent.
//!         Other,
//!     }
//! }
//! ```
//!
//! `by` names the member that tells the variants apart, where there is one. `adding` writes it, where the variant's own type
//! has no such member.

/// Declares the enum of several types, and how it is read and written.
#[doc(hidden)]
#[macro_export]
macro_rules! __runtime_union {
    (
        $(#[$meta:meta])*
        $name:ident $(: $codec:ident $(+ $codec_too:ident)?)? $(, derive($($derive:ident),+))? $(, by $by:literal)? {
            $($variant:ident($type:ty) $(= $($tag:literal)|+)? $(adding $added:literal = $value:literal)?,)*
            ..
            $(#[$other_meta:meta])*
            $other:ident,
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug $($(, $derive)+)?)]
        #[non_exhaustive]
        pub enum $name {
            $($variant($type),)*
            $(#[$other_meta])*
            $other($crate::runtime::AnyJson),
        }

        $crate::__runtime_union! {
            @[$($codec $($codec_too)?)?] $name [$($by)?] $other
            [$([$($($tag)+)?] $variant [$($added $value)?],)*]
        }
    };

    (@[] $name:ident $by:tt $other:ident $variants:tt) => {};
    (@[Encode Decode] $name:ident $by:tt $other:ident $variants:tt) => {
        $crate::__runtime_union! { @[Encode] $name $by $other $variants }
        $crate::__runtime_union! { @[Decode] $name $by $other $variants }
    };

    (@[Encode] $name:ident $by:tt $other:ident [$($tags:tt $variant:ident [$($added:literal $value:literal)?],)*]) => {
        impl $crate::runtime::Encode for $name {
            fn encode(&self, out: &mut $crate::runtime::Output) {
                match self {
                    $(Self::$variant(value) => out.variant(&[$(($added, $value))?], value),)*
                    Self::$other(value) => out.value(value),
                }
            }
        }
    };

    (@[Decode] $name:ident [$($by:literal)?] $other:ident [$([$($tag:literal)*] $variant:ident $added:tt,)*]) => {
        impl $crate::runtime::Decode for $name {
            fn decode(
                input: $crate::runtime::Input<'_>,
            ) -> ::core::result::Result<Self, $crate::runtime::DecodeError> {
                input
                    .one_of(&[$($by)?])
                    $(.variant(&[$($tag),*], Self::$variant))*
                    .or_other(Self::$other)
            }
        }
    };
}
