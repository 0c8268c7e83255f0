//! Notifications without a signature: anybody can send them.

use crate::runtime::{Decode, DecodeError, Input};

/// An unsigned notification. Anybody who knows the address can send one.
///
/// Treat it as a hint to ask the provider, and do not act on it alone.
///
/// # Examples
///
/// ```
/// use paynet_api::transaction::callbacks::parse_refund_decided;
///
/// let notification = parse_refund_decided(br#"{"xact_id":"xk_1","code":"0"}"#)?;
/// assert_eq!(notification.claim().xact_id.as_deref(), Some("xk_1"));
/// # Ok::<(), paynet_api::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsigned<T>(T);

impl<T> Unsigned<T> {
    pub(crate) const fn new(claim: T) -> Self {
        Self(claim)
    }

    /// Returns what the notification claims.
    pub const fn claim(&self) -> &T {
        &self.0
    }

    /// Returns what the notification claims, by value.
    pub fn into_claim(self) -> T {
        self.0
    }
}

/// Decodes the JSON body of a notification.
///
/// # Errors
///
/// If it is not JSON, or not of that type.
pub fn callback<T: Decode>(body: &[u8]) -> Result<Unsigned<T>, DecodeError> {
    Input::parse(body).and_then(T::decode).map(Unsigned)
}
