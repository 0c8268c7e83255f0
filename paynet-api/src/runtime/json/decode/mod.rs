//! Decoding: a type asks its JSON value for what it expects.

mod array;
mod fields;
mod input;
pub(crate) mod issues;
pub(crate) mod kind;
mod lenient;
pub(crate) mod member;
pub(crate) mod parsed;
pub(crate) mod scope;
mod tolerance;
mod tolerating;
mod traits;

pub use fields::Fields;
pub use input::Input;
pub use tolerance::Tolerance;
pub use tolerating::Tolerating;
pub use traits::{Absent, Decode};
