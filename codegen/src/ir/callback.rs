//! Callbacks and webhooks: requests that the API sends.

use super::{Body, Doc, Parameter, Type, Verb};
use crate::names::Ident;
use crate::source::Location;

/// A request that the API sends.
#[derive(Clone, Debug)]
pub struct Callback {
    /// Its location in the document.
    pub at: Location,
    /// Its documentation.
    pub doc: Doc,
    /// The function that parses its JSON body, `parse_refund_decided`, and its result.
    pub function: Option<(Ident, Type)>,
    /// The whole request as a value, if it is more than a JSON body that is posted.
    pub value: Option<Incoming>,
}

/// A request that the API sends, as a value.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// The type of the value, `RefundDecided`.
    pub name: Ident,
    /// Its HTTP method.
    pub verb: Verb,
    /// In the document's order, path level first.
    pub parameters: Vec<Parameter>,
    /// Its body.
    pub body: Option<Body>,
}

impl Callback {
    /// Returns the types of everything in it.
    pub fn types(&self) -> impl Iterator<Item = &Type> {
        let function = self.function.iter().map(|(_, ty)| ty);
        let values = self.value.iter().flat_map(|value| {
            let parameters = value.parameters.iter().map(|parameter| &parameter.ty);
            let contents = value.body.iter().flat_map(|body| &body.contents);
            parameters.chain(contents.map(|content| &content.ty))
        });
        function.chain(values)
    }
}
