//! An operation is a value: what it sends, and how what comes back is read.

use super::{Documented, Info, Request};

/// An operation as a value.
pub trait Operation: Send + Sync + 'static {
    /// What a successful call gives.
    type Reply: Send + Sync + 'static;

    /// What is fixed about it.
    const INFO: &'static Info;

    /// The replies that the document describes.
    const REPLIES: &'static [Documented<Self::Reply>];

    /// Writes the request.
    fn write(&self, request: &mut Request);
}
