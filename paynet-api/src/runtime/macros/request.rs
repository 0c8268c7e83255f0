//! How the fields of an operation are written into its request.
//!
//! ```text
//! runtime::request!(path id, query page, header version = "X-Version", json body);
//! runtime::request!(query_as(runtime::Style::DeepObject) filter, optional(form(&[])) body);
//! runtime::request!(text body as "text/csv", accept("text/csv"));
//! ```
//!
//! A field is the method of [`Request`](super::super::Request) that writes it, with what the method
//! takes beside name and value, then its name, the name on the wire where that differs, and the
//! media type of a body where it is not the usual one. `optional` omits a field that is `None`.

/// Implements `Operation::write`.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __runtime_request {
    ($($method:ident $(($($detail:tt)*))? $($field:ident)? $(= $wire:literal)? $(as $media:literal)?),*) => {
        fn write(&self, request: &mut $crate::runtime::Request) {
            $($crate::__runtime_request_field!(
                self, request, $method $(($($detail)*))? $($field)? $(= $wire)? $(as $media)?
            );)*
        }
    };
}

/// Writes one field.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __runtime_request_field {
    ($this:ident, $request:ident, accept($media_types:literal)) => {
        $request.accept($media_types)
    };
    ($this:ident, $request:ident, optional($($method:tt)*) $field:ident $($rest:tt)*) => {
        if let ::core::option::Option::Some(value) = &$this.$field {
            $crate::__runtime_request_value!($request, value, $field, $($method)*, $($rest)*);
        }
    };
    ($this:ident, $request:ident, $method:ident $(($($detail:tt)*))? $field:ident $($rest:tt)*) => {
        $crate::__runtime_request_value!(
            $request, &$this.$field, $field, $method $(($($detail)*))?, $($rest)*
        )
    };
}

/// Writes one value: a body by its method alone, a parameter by its name on the wire as well.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __runtime_request_value {
    ($request:ident, $value:expr, $field:ident, json, $($media:tt)*) => {
        $crate::__runtime_request_body!($request, json($value), $($media)*)
    };
    ($request:ident, $value:expr, $field:ident, text, $($media:tt)*) => {
        $crate::__runtime_request_body!($request, text($value), $($media)*)
    };
    ($request:ident, $value:expr, $field:ident, bytes, $($media:tt)*) => {
        $crate::__runtime_request_body!($request, bytes($value), $($media)*)
    };
    ($request:ident, $value:expr, $field:ident, contents, $($media:tt)*) => {
        $crate::__runtime_request_body!($request, contents($value), $($media)*)
    };
    ($request:ident, $value:expr, $field:ident, form($styles:expr), $($media:tt)*) => {
        $crate::__runtime_request_body!($request, form($value, $styles), $($media)*)
    };
    ($request:ident, $value:expr, $field:ident, multipart($parts:expr, $styles:expr), $($media:tt)*) => {
        $crate::__runtime_request_body!($request, multipart($value, $parts, $styles), $($media)*)
    };
    ($request:ident, $value:expr, $field:ident, $method:ident $(($style:expr))?, $(= $wire:literal)?) => {
        $request.$method($crate::__runtime_wire!($field $($wire)?), $value $(, $style)?)
    };
}

/// Writes a body, and its media type where it is not the usual one.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __runtime_request_body {
    ($request:ident, $method:ident($($argument:expr),*), $(as $media:literal)?) => {{
        $request.$method($($argument),*);
        $($request.media_type($media);)?
    }};
}
