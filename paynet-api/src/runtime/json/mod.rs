//! JSON, read and written by concrete types: cheap to compile, exact in digits, exact about what is missing.

mod decode_error;
mod fields;
mod input;
mod kind;
mod members;
pub(crate) mod number;
mod one_of;
mod output;
mod scope;
mod texts;
mod tolerance;
mod tolerating;
mod values;

pub use decode_error::DecodeError;
pub use fields::Fields;
pub use input::Input;
pub use members::Members;
pub use one_of::OneOf;
pub use output::Output;
pub(crate) use scope::Sensitive;
pub(crate) use texts::Texts;
pub use tolerance::Tolerance;
pub use tolerating::Tolerating;

/// A value that can be written as JSON.
pub trait Encode {
    /// Writes it.
    fn encode(&self, out: &mut Output);

    /// Whether this value of the type means that the member is left out (see [`Members::in_type`]).
    fn is_absent(&self) -> bool {
        false
    }
}

/// A value that can be read from JSON.
pub trait Decode: Sized {
    /// Reads it.
    ///
    /// # Errors
    ///
    /// What stands there is not such a value.
    fn decode(input: Input<'_>) -> Result<Self, DecodeError>;
}

/// A type that has a value of its own for "left out" (see [`Fields::in_type`]).
pub trait Absent {
    /// That value.
    fn absent() -> Self;
}
