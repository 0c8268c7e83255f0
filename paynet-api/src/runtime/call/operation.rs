//! An operation as a value: what it sends, and how its responses are decoded.

use crate::runtime::{Info, Request, Responses};

/// An operation as a value.
pub trait Operation: Send + Sync + 'static {
    /// The response of a successful call.
    type Response: Send + Sync + 'static;

    /// The facts about the operation.
    const INFO: Info;

    /// The responses that the document describes.
    const RESPONSES: Responses<Self::Response>;

    /// Writes the request. The default writes neither parameters nor a body.
    fn write(&self, request: &mut Request) {
        let _ = request;
    }
}
