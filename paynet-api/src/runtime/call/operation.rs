//! An operation is a value: what it sends, and how what comes back is read.

use crate::runtime::{Info, Request, Responses};

/// An operation as a value.
pub trait Operation: Send + Sync + 'static {
    /// What a successful call gives.
    type Response: Send + Sync + 'static;

    /// What is fixed about it.
    const INFO: Info;

    /// The responses that the document describes.
    const RESPONSES: Responses<Self::Response>;

    /// Writes the request. The default writes neither parameters nor a body.
    fn write(&self, request: &mut Request) {
        let _ = request;
    }
}
