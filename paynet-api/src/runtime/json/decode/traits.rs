//! The traits of types that are decoded from JSON.

use super::input::Input;
use crate::runtime::errors::decode_error::DecodeError;

/// A type that can be decoded from JSON.
pub trait Decode: Sized {
    /// Decodes a value.
    ///
    /// # Errors
    ///
    /// If the JSON value is not a value of this type.
    fn decode(input: Input<'_>) -> Result<Self, DecodeError>;
}

/// A type with a value of its own for an absent member (see
/// [`Fields::in_type`](super::Fields::in_type)).
pub trait Absent {
    /// Returns that value.
    fn absent() -> Self;
}
