//! Notifications without a signature: anybody can send them.

use crate::runtime::json::decode::issues::Issues;
use crate::runtime::{Decode, DecodeError, DecodeIssue, Input};

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
pub struct Unsigned<T> {
    claim: T,
    issues: Vec<DecodeIssue>,
}

impl<T> Unsigned<T> {
    pub(crate) const fn new(claim: T, issues: Vec<DecodeIssue>) -> Self {
        Self { claim, issues }
    }

    /// Returns what the notification claims.
    pub const fn claim(&self) -> &T {
        &self.claim
    }

    /// Returns the members and list elements that could not be decoded. They are absent from
    /// [`claim`](Self::claim). At most 100 are kept.
    pub fn decode_issues(&self) -> &[DecodeIssue] {
        &self.issues
    }

    /// Returns what the notification claims, by value.
    pub fn into_claim(self) -> T {
        self.claim
    }
}

/// Decodes the JSON body of a notification, member by member.
///
/// # Errors
///
/// If it is not JSON, or something that is required is missing or cannot be decoded.
pub fn callback<T: Decode>(body: &[u8]) -> Result<Unsigned<T>, DecodeError> {
    let issues = Issues::default();
    let claim = T::decode(Input::parse(body)?.reporting(&issues))?;
    Ok(Unsigned::new(claim, issues.take()))
}
