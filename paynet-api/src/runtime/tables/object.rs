//! A JSON object: its members, each by its presence, its name and its type.
//!
//! ```text
//! runtime::object! {
//!     /// A sale, how much of it is to go back, and where the decision is sent.
//!     Refund: Encode + Decode, derive(PartialEq) {
//!         /// The sale.
//!         required xact_id: String,
//!         optional succeed_url: Option<String> = "succeedUrl",
//!         optional(TEXT) amount: Option<i64>,
//!         ..
//!         /// Members that have no field of their own.
//!         rest more: BTreeMap<String, runtime::AnyJson>,
//!     }
//!     /// With what is required; everything else is left out.
//!     new(xact_id: impl Into<String>) without succeed_url, amount, more with object = "refund"
//! }
//! ```
//!
//! - The presence is a method of [`Fields`](super::super::Fields) and [`Members`](super::super::Members); in brackets behind
//!   it, what is accepted beyond the schema.
//! - A name on the wire is given where it isn't the field's own.
//! - Behind `..` stands what takes the members that are left: `rest` as a map, `flat` as a type that shares the object.
//! - `new` names what it takes, what it leaves out, and what has only one value. Where there is none, nothing is required: the
//!   object has its `Default`.

/// Declares the struct of a JSON object, and how it is read and written.
#[doc(hidden)]
#[macro_export]
macro_rules! __runtime_object {
    (
        $(#[$meta:meta])*
        $name:ident $(: $codec:ident $(+ $codec_too:ident)?)? $(, derive($($derive:ident),+))? {
            $(
                $(#[$field_meta:meta])*
                $presence:ident $(($tolerance:ident))? $field:ident: $type:ty $(= $wire:literal)?,
            )*
            $(..
            $($(#[$other_meta:meta])* $others:ident $other:ident: $other_type:ty,)*)?
        }
        $(
            $(#[$new_meta:meta])*
            new($($given:ident: $given_type:ty),*)
            $(without $($absent:ident),+)?
            $(with $($fixed:ident = $text:literal),+)?
        )?
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug $($(, $derive)+)?)]
        #[non_exhaustive]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)*
            $($($(#[$other_meta])* pub $other: $other_type,)*)?
        }

        $(
            impl $name {
                $(#[$new_meta])*
                #[must_use]
                pub fn new($($given: $given_type),*) -> Self {
                    Self {
                        $($given: $given.into(),)*
                        $($($absent: ::core::default::Default::default(),)+)?
                        $($($fixed: $text.into(),)+)?
                    }
                }
            }
        )?

        $crate::__runtime_object! {
            @[$($codec $($codec_too)?)?] $name
            [$([$presence $($tolerance)?] $field ($field $($wire)?),)*]
            [$($($others $other,)*)?]
        }
    };

    (@[] $name:ident $fields:tt $others:tt) => {};
    (@[Encode Decode] $name:ident $fields:tt $others:tt) => {
        $crate::__runtime_object! { @[Encode] $name $fields $others }
        $crate::__runtime_object! { @[Decode] $name $fields $others }
    };

    (@[Encode] $name:ident [$([$presence:ident $($tolerance:ident)?] $field:ident $wire:tt,)*] [$($others:ident $other:ident,)*]) => {
        impl $crate::runtime::Encode for $name {
            fn encode(&self, out: &mut $crate::runtime::Output) {
                let members = &mut out.object();
                $(members.$presence($crate::__runtime_wire! $wire, &self.$field);)*
                $(members.$others(&self.$other);)*
                members.end();
            }
        }
    };

    (@[Decode] $name:ident [$([$presence:ident $($tolerance:ident)?] $field:ident $wire:tt,)*] [$($others:ident $other:ident,)*]) => {
        impl $crate::runtime::Decode for $name {
            fn decode(
                input: $crate::runtime::Input<'_>,
            ) -> ::core::result::Result<Self, $crate::runtime::DecodeError> {
                let _fields = &mut input.object()?;
                ::core::result::Result::Ok(Self {
                    $($field: _fields
                        $(.tolerating($crate::runtime::Tolerance::$tolerance))?
                        .$presence($crate::__runtime_wire! $wire)?,)*
                    $($other: _fields.$others()?,)*
                })
            }
        }
    };
}

/// The name on the wire: the one that is given, or the field's own.
#[doc(hidden)]
#[macro_export]
macro_rules! __runtime_wire {
    ($field:ident) => {
        ::core::stringify!($field)
    };
    ($field:ident $wire:literal) => {
        $wire
    };
}
