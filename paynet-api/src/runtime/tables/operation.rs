//! One operation: the call, what it sends, and what may come back.
//!
//! ```text
//! Refund {
//!     /// Asks for a sale to be given back.
//!     fn refund(id: &str, body: &types::Refund) -> types::Response;
//!     /// [`Reversals::refund`] as a value.
//!     Post "/v1/sales/{id}/refunds" as "refund" {
//!         path id: String,
//!         header version: String = "X-Version" => "2",
//!         json body: types::Refund,
//!         ..
//!         header request_id: Option<String> = "X-Request-Id",
//!         query_as(runtime::Style::DeepObject) filter: Option<types::Filter>,
//!     }
//!     responses { 200 json, 4XX error_json<types::Problem>, default ["text/plain"] error_text }
//!     security [[client::SECRET_KEY]];
//!     server client::FILES_SERVER;
//!     repeat Never;
//!     rule_sets [REFUND_READING_1];
//!     advice [REFUND_ADVICE_1];
//! }
//! ```
//!
//! - Each field is written by the method of [`Request`](super::super::Request) that stands before it, with the field's own name
//!   or the one given; `as "…"` sends a body under another media type.
//! - What stands before `..` is what the function takes, but for what has one value alone (`=>`); what stands behind it is left out until somebody fills it in.
//! - A response is read by the function of the runtime that is named; `=> Variant` puts it into the enum of the responses.
//! - `accept` and everything behind `responses` are there only where there is something to say.

/// Declares the method of the handle (`@call`), or the operation as a value (`@value`).
#[doc(hidden)]
#[macro_export]
macro_rules! __runtime_operation {
    (
        @call $value:ident {
            $(#[$meta:meta])*
            fn $method:ident($($argument:ident: $argument_type:ty),*) -> $response:ty;
            $(#[$value_meta:meta])*
            $verb:ident $path:literal as $id:literal {
                $(
                    $(#[$field_meta:meta])*
                    $write:ident $(($($detail:tt)*))? $field:ident: $type:ty $(= $wire:literal)? $(as $media:literal)? $(=> $only:literal)?,
                )*
                $(..
                $(
                    $(#[$left_meta:meta])*
                    $left_write:ident $(($($left_detail:tt)*))? $left:ident: $left_type:ty $(= $left_wire:literal)? $(as $left_media:literal)?,
                )*)?
            }
            $($facts:tt)*
        }
    ) => {
        $(#[$meta])*
        pub fn $method(&self, $($argument: $argument_type),*) -> $crate::runtime::Call<$value> {
            self.core.call($value {
                $($field: $crate::__runtime_given!($field $($only)?).to_owned(),)*
                $($($left: ::core::option::Option::None,)*)?
            })
        }
    };

    (
        @value $value:ident {
            $(#[$meta:meta])*
            fn $method:ident($($argument:ident: $argument_type:ty),*) -> $response:ty;
            $(#[$value_meta:meta])*
            $verb:ident $path:literal as $id:literal {
                $(
                    $(#[$field_meta:meta])*
                    $write:ident $(($($detail:tt)*))? $field:ident: $type:ty $(= $wire:literal)? $(as $media:literal)? $(=> $only:literal)?,
                )*
                $(..
                $(
                    $(#[$left_meta:meta])*
                    $left_write:ident $(($($left_detail:tt)*))? $left:ident: $left_type:ty $(= $left_wire:literal)? $(as $left_media:literal)?,
                )*)?
            }
            $(accept $accept:literal;)?
            responses {
                $($status:tt $([$($of:literal),*])? $read:ident $(<$error:ty>)? $(=> $outcome:path)?),* $(,)?
            }
            $(security [$([$($scheme:path),*]),*];)?
            $(server $server:path;)?
            $(repeat $repeat:ident;)?
            $(rule_sets [$($rule_set:expr),*];)?
            $(advice [$($advice:expr),*];)?
        }
    ) => {
        $(#[$value_meta])*
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub struct $value {
            $($(#[$field_meta])* pub $field: $type,)*
            $($($(#[$left_meta])* pub $left: $left_type,)*)?
        }

        impl $crate::runtime::Operation for $value {
            type Response = $response;

            const INFO: &'static $crate::runtime::Info = &$crate::runtime::Info {
                id: $id,
                method: $crate::runtime::Method::$verb,
                path: $path,
                security: &[$($(&[$(&$scheme),*]),*)?],
                server: [$(::core::option::Option::Some(&$server),)? ::core::option::Option::None][0],
                repeat: [$($crate::runtime::Repeat::$repeat,)? $crate::runtime::Repeat::Never][0],
                rule_sets: &[$($($rule_set),*)?],
                advice: &[$($($advice),*)?],
            };

            const RESPONSES: &'static [$crate::runtime::Documented<$response>] = &[$(
                $crate::__runtime_response!(
                    $read $(<$error>)? $(=> $outcome)?,
                    $crate::runtime::Statuses::of(::core::stringify!($status)),
                    &[$($($of),*)?]
                )
            ),*];

            fn write(&self, _request: &mut $crate::runtime::Request) {
                $(
                    _request.$write($crate::__runtime_wire!($field $($wire)?), &self.$field $(, $($detail)*)?);
                    $(_request.media($media);)?
                )*
                $($(
                    if let ::core::option::Option::Some(value) = &self.$left {
                        _request.$left_write($crate::__runtime_wire!($left $($left_wire)?), value $(, $($left_detail)*)?);
                        $(_request.media($left_media);)?
                    }
                )*)?
                $(_request.accept($accept);)?
            }
        }
    };
}

/// What a field is made of: what the function takes, or what it always is.
#[doc(hidden)]
#[macro_export]
macro_rules! __runtime_given {
    ($field:ident) => {
        $field
    };
    ($field:ident $only:literal) => {
        $only
    };
}

/// A documented response, by the function that reads it.
#[doc(hidden)]
#[macro_export]
macro_rules! __runtime_response {
    ($read:ident <$error:ty>, $statuses:expr, $of:expr) => {
        $crate::runtime::Documented::error($statuses, $of, $crate::runtime::$read::<$error>)
    };
    (error_text, $statuses:expr, $of:expr) => {
        $crate::runtime::Documented::error($statuses, $of, $crate::runtime::error_text)
    };
    (error_bytes, $statuses:expr, $of:expr) => {
        $crate::runtime::Documented::error($statuses, $of, $crate::runtime::error_bytes)
    };
    (error_empty, $statuses:expr, $of:expr) => {
        $crate::runtime::Documented::error($statuses, $of, $crate::runtime::error_empty)
    };
    (empty => $outcome:path, $statuses:expr, $of:expr) => {
        $crate::runtime::Documented::success($statuses, $of, |raw| {
            $crate::runtime::empty(raw).map(|()| $outcome)
        })
    };
    ($read:ident => $outcome:path, $statuses:expr, $of:expr) => {
        $crate::runtime::Documented::success($statuses, $of, |raw| {
            $crate::runtime::$read(raw).map($outcome)
        })
    };
    ($read:ident, $statuses:expr, $of:expr) => {
        $crate::runtime::Documented::success($statuses, $of, $crate::runtime::$read)
    };
}
