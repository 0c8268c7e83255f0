//! JSON by concrete types: cheap to compile, exact in digits, and exact about absent and null.
//!
//! | module | content |
//! | --- | --- |
//! | `decode` | [`Decode`], and what it reads from: [`Input`], [`Fields`] |
//! | `encode` | [`Encode`], and what it writes to: [`Output`], [`Members`] |
//! | `any_json` | [`AnyJson`](any_json::AnyJson): a value without a schema |
//! | `one_of` | choosing among the variants of a union |
//! | `rust_types`, `value_types` | both traits for Rust's types and for those of `values` |

pub(crate) mod any_json;
pub(crate) mod decode;
pub(crate) mod encode;
pub(crate) mod one_of;
mod rust_types;
mod value_types;

pub use decode::{Absent, Decode, Fields, Input, Tolerance, Tolerating};
pub use encode::{Encode, Members, Output};
pub use one_of::OneOf;
