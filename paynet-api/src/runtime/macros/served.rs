//! How a server reads an operation, and how it recognizes the operations of an enum.
//!
//! ```text
//! runtime::server::served!(Sale, session_key = header("Session-Key"), body = json("application/json"));
//! runtime::server::served!(Put, key = path("Key+"), body = given(bytes("*/*")); spanning("Key+"));
//! runtime::server::routes!(Request, Refund, CancelCapture);
//! ```
//!
//! A field is written as a call of the method of [`Reader`](super::super::server::Reader) that reads
//! it, a body with its media types; `given` reads a body that may be absent, and `only` a parameter
//! that can have one value. `spanning` names the path parameters that may be
//! several segments. The variants of an enum hold an operation each, and are tried in their order.

/// Implements `Served`.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __runtime_served {
    (
        $operation:path $(, $field:ident = $method:ident($($argument:tt)*))*
        $(; spanning($($spanning:literal),*))?
    ) => {
        impl $crate::runtime::server::Served for $operation {
            $(const SPANNING: &'static [&'static str] = &[$($spanning),*];)?

            fn read(
                _reader: &$crate::runtime::server::Reader<'_>,
            ) -> ::core::result::Result<Self, $crate::runtime::server::Rejection> {
                ::core::result::Result::Ok(Self {
                    $($field: $crate::__runtime_read!(_reader, $method($($argument)*))?,)*
                })
            }
        }
    };
}

/// Reads one field.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __runtime_read {
    ($reader:ident, only($value:literal, $method:ident($($argument:tt)*))) => {
        $reader.only($value).$method($($argument)*)
    };
    ($reader:ident, given($method:ident($($argument:tt)*))) => {
        $reader.given(|reader| $crate::__runtime_read!(reader, $method($($argument)*)))
    };
    ($reader:ident, json($($media_type:literal),*)) => {
        $reader.json(&[$($media_type),*])
    };
    ($reader:ident, text($($media_type:literal),*)) => {
        $reader.text(&[$($media_type),*])
    };
    ($reader:ident, bytes($($media_type:literal),*)) => {
        $reader.bytes(&[$($media_type),*])
    };
    ($reader:ident, multipart($($media_type:literal),*)) => {
        $reader.multipart(&[$($media_type),*])
    };
    ($reader:ident, form($($media_type:literal),*; $styles:expr)) => {
        $reader.form(&[$($media_type),*], $styles)
    };
    ($reader:ident, $method:ident($($argument:tt)*)) => {
        $reader.$method($($argument)*)
    };
}

/// Implements `Routes`.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __runtime_routes {
    ($name:ident $(, $variant:ident)*) => {
        impl $crate::runtime::server::Routes for $name {
            const ROUTES: &'static [$crate::runtime::server::Route<Self>] = &[
                $($crate::runtime::server::Route::of(Self::$variant, |reader| {
                    $crate::runtime::server::Served::read(reader).map(Self::$variant)
                }),)*
            ];
        }
    };
}
