//! Builds the syntax trees of the most frequent items node by node.
//!
//! Quoting reads like the output, but its tokens are copied, parsed and dropped again, which takes
//! several times as long. So what every operation, every struct and every field has is built here;
//! the rest is quoted.

mod attributes;
mod exprs;
mod functions;
mod items;
mod types;

pub(super) use self::attributes::{attribute, attribute_list, attribute_value, doc};
pub(super) use self::exprs::{
    call, closure, field_of, local, method_call, pattern, record, reference, slice, string,
    struct_update, unit_pattern, variable,
};
pub(super) use self::functions::{Function, argument, shared_receiver};
pub(super) use self::items::{
    associated_type, constant, field, inherent_impl, inherent_impl_of, macro_item, macro_member,
    public_constant, structure, trait_impl,
};
pub(super) use self::types::{
    borrow, generic, generic_path, ident, impl_into, inferred, lifetime, named, path, slice_type,
    unit,
};
