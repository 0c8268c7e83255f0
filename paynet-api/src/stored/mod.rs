//! Stored requests: `Serialize` and `Deserialize` for the request types.
//!
//! The stored form is a flat map of strings that is explicit about everything: the amount of a
//! refund is `"full"` or `"10.50"`. It differs from the wire form, where a missing amount means all
//! of it. A member that is missing, null, unknown, repeated or of another type is an error, so that
//! no mistake in a store can become a full refund.

mod fields;
mod form;
mod requests;

use std::borrow::Cow;
use std::collections::BTreeMap;

/// A request that can be stored.
trait Stored: Sized {
    /// The name in error texts.
    const NAME: &'static str;
    /// The members that it may have: the names of its fields.
    const MEMBERS: &'static [&'static str];

    /// Returns its members in the order of `MEMBERS`. Members without a value are omitted.
    fn store(&self) -> Vec<(&'static str, Cow<'_, str>)>;

    /// Creates the request from its members, all of which are named in `MEMBERS`.
    fn restore(members: &BTreeMap<&'static str, String>) -> Result<Self, RestoreError>;
}

/// Why a stored request cannot be read.
enum RestoreError {
    Missing(&'static str),
    Invalid(&'static str, crate::Invalid),
}
