//! The declarations that generated code is made of: each is a table of what there is, and says nothing of how it is done.
//!
//! A table is a macro by example that turns into ordinary items: the type, and the implementations that call the rest of the
//! runtime. One file a table, which opens with what it looks like.

mod advice;
mod conditions;
mod contents;
mod incoming;
mod object;
mod open_enum;
mod open_text;
mod operation;
mod operations;
mod rule_sets;
mod union;

#[doc(hidden)]
pub use crate::{
    __runtime_advice as advice, __runtime_contents as contents, __runtime_incoming as incoming,
    __runtime_incoming_contents as incoming_contents, __runtime_object as object,
    __runtime_open_enum as open_enum, __runtime_open_text as open_text,
    __runtime_operations as operations, __runtime_rule_sets as rule_sets, __runtime_union as union,
};
