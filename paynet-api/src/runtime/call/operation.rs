//! An operation as a value: what it sends, and how its responses are decoded.

use crate::runtime::{Advice, Info, Request, Responses, RuleSet};

/// An operation as a value.
pub trait Operation: Send + Sync + 'static {
    /// The response of a successful call.
    type Response: Send + Sync + 'static;

    /// How the operation is sent.
    const INFO: Info;

    /// What a response proves. Without rules, the status decides.
    const OUTCOME_RULES: &'static [RuleSet] = &[];

    /// What to do next after an error: the first that applies.
    const ADVICE: &'static [Advice] = &[];

    /// The responses that the document describes.
    const RESPONSES: Responses<Self::Response>;

    /// Writes the request. The default writes neither parameters nor a body.
    fn write(&self, request: &mut Request) {
        let _ = request;
    }
}
