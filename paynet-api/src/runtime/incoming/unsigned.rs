//! What somebody sends us who cannot prove who they are.

use crate::runtime::{Decode, DecodeError, Input};

/// What an unsigned notification claims. Anybody who knows the address can send one.
///
/// Treat it as a hint to go and ask the provider, and don't act on it alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsigned<T>(T);

impl<T> Unsigned<T> {
    pub(crate) const fn new(claim: T) -> Self {
        Self(claim)
    }

    /// What it claims.
    pub const fn claim(&self) -> &T {
        &self.0
    }

    /// What it claims.
    pub fn into_claim(self) -> T {
        self.0
    }
}

/// Reads the JSON body of a notification.
///
/// # Errors
///
/// It is not JSON, or not of that type.
pub fn callback<T: Decode>(body: &[u8]) -> Result<Unsigned<T>, DecodeError> {
    Input::parse(body).and_then(T::decode).map(Unsigned)
}
