//! How the members of a JSON object are encoded and decoded.
//!
//! ```text
//! runtime::encode_object!(Refund, required(xact_id), optional(succeed_url = "succeedUrl"));
//! runtime::decode_object!(Error, optional(code, TEXT), rest(rest));
//! runtime::object!(Sale, required(id), flat(payment));
//! ```
//!
//! A member is written as its presence (a method of [`Members`](super::super::Members) and of
//! [`Fields`](super::super::Fields)) with the field, the name on the wire where that differs, and
//! the [`Tolerance`](super::super::Tolerance) where more than the schema is accepted. `rest` takes
//! the members without a field, `flat` shares the object's members with another type.

/// Implements `Encode` and `Decode`.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __runtime_object {
    ($($tokens:tt)*) => {
        $crate::__runtime_encode_object!($($tokens)*);
        $crate::__runtime_decode_object!($($tokens)*);
    };
}

/// Implements `Encode`.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __runtime_encode_object {
    ($name:path $(, $presence:ident($field:ident $(= $wire:literal)? $(, $tolerance:ident)?))*) => {
        impl $crate::runtime::Encode for $name {
            #[inline]
            fn encode(&self, out: &mut $crate::runtime::Output) {
                // A field that is not listed does not compile: it would silently not be sent.
                let Self { $($field),* } = self;
                let members = &mut out.object();
                $($crate::__runtime_encode_member!(members, $presence $field $($wire)?);)*
                members.end();
            }
        }
    };
}

/// Implements `Decode`.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __runtime_decode_object {
    ($name:path $(, $presence:ident($field:ident $(= $wire:literal)? $(, $tolerance:ident)?))*) => {
        impl $crate::runtime::Decode for $name {
            #[inline]
            fn decode(
                input: $crate::runtime::Input<'_>,
            ) -> ::core::result::Result<Self, $crate::runtime::DecodeError> {
                let fields = &mut input.object()?;
                let value = Self {
                    $($field: $crate::__runtime_decode_member!(
                        fields, $presence $(($tolerance))? $field $($wire)?
                    ),)*
                };
                fields.end()?;
                ::core::result::Result::Ok(value)
            }
        }
    };
}

/// Encodes one member.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __runtime_encode_member {
    ($members:ident, rest $field:ident) => {
        $members.rest($field)
    };
    ($members:ident, flat $field:ident) => {
        $members.flat($field)
    };
    ($members:ident, $presence:ident $field:ident $($wire:literal)?) => {
        $members.$presence($crate::__runtime_wire!($field $($wire)?), $field)
    };
}

/// Decodes one member.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __runtime_decode_member {
    ($fields:ident, rest $field:ident) => {
        $fields.rest()?
    };
    ($fields:ident, flat $field:ident) => {
        $fields.flat()?
    };
    // These two cannot fail here: `end` returns the error.
    ($fields:ident, optional $(($tolerance:ident))? $field:ident $($wire:literal)?) => {
        $fields
            $(.tolerating($crate::runtime::Tolerance::$tolerance))?
            .optional($crate::__runtime_wire!($field $($wire)?))
    };
    ($fields:ident, maybe $(($tolerance:ident))? $field:ident $($wire:literal)?) => {
        $fields
            $(.tolerating($crate::runtime::Tolerance::$tolerance))?
            .maybe($crate::__runtime_wire!($field $($wire)?))
    };
    ($fields:ident, $presence:ident $(($tolerance:ident))? $field:ident $($wire:literal)?) => {
        $fields
            $(.tolerating($crate::runtime::Tolerance::$tolerance))?
            .$presence($crate::__runtime_wire!($field $($wire)?))?
    };
}

/// The name on the wire: the given one, or the field's.
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
