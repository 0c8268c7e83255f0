//! The macros that generated code calls. Their arguments are names and literals; none declares a
//! public item. What they write is `#[inline]`: it is compiled with the crate that uses it, or not at
//! all.

mod object;
mod request;
mod rule;
#[cfg(feature = "sandbox")]
mod served;
mod string_enum;

#[doc(hidden)]
pub use crate::{
    __runtime_conditions as conditions, __runtime_decode_object as decode_object,
    __runtime_encode_object as encode_object, __runtime_object as object,
    __runtime_open_string as open_string, __runtime_request as request, __runtime_rule as rule,
    __runtime_string_enum as string_enum,
};

#[cfg(feature = "sandbox")]
#[doc(hidden)]
pub use crate::{__runtime_routes as routes, __runtime_served as served};
