//! How the fields of an operation are written into its request.
//!
//! ```text
//! runtime::request!(path(id), query(page), header(version = "X-Version"), json(body));
//! runtime::request!(query_as(filter, runtime::Style::DeepObject), optional(form(body, &[])));
//! runtime::request!(text(body as "text/csv"), accept("text/csv"));
//! ```
//!
//! A field is written as a call of the method of [`Request`](super::super::Request) that sends it:
//! the field, the name on the wire where that differs, the media type of a body where it is not the
//! usual one, and the method's other arguments. `optional` omits a field that is `None`.

/// Implements `Operation::write`.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __runtime_request {
    ($($method:ident($($argument:tt)*)),*) => {
        #[inline]
        fn write(&self, request: &mut $crate::runtime::Request) {
            $crate::__runtime_request_fields!(self [] $($method($($argument)*)),*);
            $($crate::__runtime_request_field!(self, request, $method($($argument)*));)*
        }
    };
}

/// Names all fields: one that is not listed does not compile, because it would silently not be sent.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __runtime_request_fields {
    ($this:ident [$($field:ident)*]) => {
        let Self { $($field: _),* } = $this;
    };
    ($this:ident [$($known:ident)*] accept($($argument:tt)*) $(, $($rest:tt)*)?) => {
        $crate::__runtime_request_fields!($this [$($known)*] $($($rest)*)?)
    };
    (
        $this:ident [$($known:ident)*]
        optional($method:ident($field:ident $($argument:tt)*)) $(, $($rest:tt)*)?
    ) => {
        $crate::__runtime_request_fields!($this [$($known)* $field] $($($rest)*)?)
    };
    (
        $this:ident [$($known:ident)*]
        $method:ident($field:ident $($argument:tt)*) $(, $($rest:tt)*)?
    ) => {
        $crate::__runtime_request_fields!($this [$($known)* $field] $($($rest)*)?)
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
    ($this:ident, $request:ident, optional($method:ident($field:ident $($rest:tt)*))) => {
        if let ::core::option::Option::Some(value) = &$this.$field {
            $crate::__runtime_request_value!($request, value, $method($field $($rest)*));
        }
    };
    ($this:ident, $request:ident, $method:ident($field:ident $($rest:tt)*)) => {
        $crate::__runtime_request_value!($request, &$this.$field, $method($field $($rest)*))
    };
}

/// Writes one value: a body by its method alone, a parameter by its name on the wire as well.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __runtime_request_value {
    ($request:ident, $value:expr, json($($body:tt)*)) => {
        $crate::__runtime_request_body!($request, $value, json($($body)*))
    };
    ($request:ident, $value:expr, text($($body:tt)*)) => {
        $crate::__runtime_request_body!($request, $value, text($($body)*))
    };
    ($request:ident, $value:expr, bytes($($body:tt)*)) => {
        $crate::__runtime_request_body!($request, $value, bytes($($body)*))
    };
    ($request:ident, $value:expr, form($($body:tt)*)) => {
        $crate::__runtime_request_body!($request, $value, form($($body)*))
    };
    ($request:ident, $value:expr, multipart($($body:tt)*)) => {
        $crate::__runtime_request_body!($request, $value, multipart($($body)*))
    };
    ($request:ident, $value:expr, contents($($body:tt)*)) => {
        $crate::__runtime_request_body!($request, $value, contents($($body)*))
    };
    ($request:ident, $value:expr, $method:ident($field:ident $(= $wire:literal)? $(, $style:expr)?)) => {
        $request.$method($crate::__runtime_wire!($field $($wire)?), $value $(, $style)?)
    };
}

/// Writes a body, and its media type where it is not the usual one.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __runtime_request_body {
    ($request:ident, $value:expr, $method:ident($field:ident $(as $media:literal)? $(, $argument:expr)*)) => {{
        $request.$method($value $(, $argument)*);
        $($request.media_type($media);)?
    }};
}
