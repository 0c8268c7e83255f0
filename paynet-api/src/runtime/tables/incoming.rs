//! A request that the API sends to us: its parameters, and its body.
//!
//! ```text
//! runtime::incoming! {
//!     /// Tells that a sale was decided.
//!     Decided: Post {
//!         query id: String,
//!         ..
//!         header attempt: Option<i64> = "X-Attempt",
//!     }
//!     required body: DecidedContent = contents;
//! }
//!
//! runtime::incoming_contents! {
//!     /// What [`Decided`] can send, by media type.
//!     DecidedContent {
//!         Json(types::Decision) = json as "application/json",
//!         Form(types::Decision) = form(&[]) as "application/x-www-form-urlencoded",
//!     }
//! }
//! ```
//!
//! - Each parameter is read by the method of [`Received`](super::super::Received) that stands before it, by the field's own name or
//!   the one given. What stands behind `..` may be left out.
//! - The body is read by the method behind it.

/// Declares a request that is sent to us, and how it is read.
#[doc(hidden)]
#[macro_export]
macro_rules! __runtime_incoming {
    (
        $(#[$meta:meta])*
        $name:ident: $method:ident {
            $(
                $(#[$field_meta:meta])*
                $read:ident $(($($detail:tt)*))? $field:ident: $type:ty $(= $wire:literal)?,
            )*
            $(..
            $(
                $(#[$left_meta:meta])*
                $left_read:ident $(($($left_detail:tt)*))? $left:ident: $left_type:ty $(= $left_wire:literal)?,
            )*)?
        }
        $(
            $(#[$body_meta:meta])*
            $presence:ident $body:ident: $body_type:ty = $body_read:ident $(($($body_detail:tt)*))?;
        )?
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)*
            $($($(#[$left_meta])* pub $left: $left_type,)*)?
            $($(#[$body_meta])* pub $body: $body_type,)?
        }

        impl $crate::runtime::Incoming for $name {
            const METHOD: $crate::runtime::Method = $crate::runtime::Method::$method;

            fn read(
                _received: &$crate::runtime::Received<'_>,
            ) -> ::core::result::Result<Self, $crate::runtime::DecodeError> {
                ::core::result::Result::Ok(Self {
                    $($field: _received
                        .$read($crate::__runtime_wire!($field $($wire)?) $(, $($detail)*)?)?
                        .required()?,)*
                    $($($left: _received
                        .$left_read($crate::__runtime_wire!($left $($left_wire)?) $(, $($left_detail)*)?)?
                        .optional()?,)*)?
                    $($body: $crate::__runtime_incoming!(
                        @$presence _received $body_read($($($body_detail)*)?)
                    )?,)?
                })
            }
        }
    };

    (@required $received:ident $read:ident($($detail:tt)*)) => {
        $received.$read($($detail)*)
    };
    (@optional $received:ident $read:ident($($detail:tt)*)) => {
        $received.given(|received| received.$read($($detail)*))
    };
}

/// Declares the enum of a body's contents, and how each is read.
#[doc(hidden)]
#[macro_export]
macro_rules! __runtime_incoming_contents {
    (
        $(#[$meta:meta])*
        $name:ident {
            $($variant:ident($type:ty) = $read:ident $(($($detail:tt)*))? as $media:literal,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub enum $name {
            $($variant($type),)*
        }

        impl $crate::runtime::IncomingContents for $name {
            const READ: &'static [$crate::runtime::ReadContent<Self>] = &[
                $(($media, |received| received.$read($($($detail)*)?).map(Self::$variant)),)*
            ];
        }
    };
}
