//! The macros that generated code calls. Their arguments are names and literals; none declares a
//! public item.

mod rule;
mod string_enum;

#[doc(hidden)]
pub use crate::{
    __runtime_conditions as conditions, __runtime_rule as rule,
    __runtime_string_enum as string_enum,
};
