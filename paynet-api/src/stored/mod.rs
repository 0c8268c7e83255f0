//! Requests as they are stored before they are sent: `Serialize` and `Deserialize` for the request types.
//!
//! The stored form is a flat map of texts and says everything in words: the amount of a refund is `"full"` or `"10.50"`. It is
//! not the wire's form, where a missing amount means all of it. What is missing, null, unknown, repeated or of another type
//! is an error, so that no slip in a store can turn into a full refund.

mod form;
mod requests;

use std::borrow::Cow;
use std::collections::BTreeMap;

/// A request that can be stored.
trait Stored: Sized {
    /// Its name, for errors.
    const NAME: &'static str;
    /// The members it may have.
    const MEMBERS: &'static [&'static str];

    /// Its members, in the order of `MEMBERS`; those without a value are left out.
    fn store(&self) -> Vec<(&'static str, Cow<'_, str>)>;

    /// The request with these members, all of which are named in `MEMBERS`.
    fn restore(members: &BTreeMap<&'static str, String>) -> Result<Self, Fault>;
}

/// Why a stored request cannot be read.
enum Fault {
    Missing(&'static str),
    Invalid(&'static str, crate::Invalid),
}
