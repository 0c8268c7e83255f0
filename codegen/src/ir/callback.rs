//! What the API sends to us.

use super::{Body, Doc, Parameter, Type, Verb};
use crate::names::Ident;
use crate::source::Location;

/// A request that the API sends to us.
#[derive(Clone, Debug)]
pub struct Callback {
    /// Where it came from.
    pub at: Location,
    /// Its documentation.
    pub doc: Doc,
    /// The parsing function of its JSON body, `parse_refund_decided`, and what it gives.
    pub function: Option<(Ident, Type)>,
    /// The whole request as a value, where there is more to it than a JSON body that is posted.
    pub value: Option<Incoming>,
}

/// A request that the API sends to us, as a value.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// The value, `RefundDecided`.
    pub name: Ident,
    /// How it is sent.
    pub verb: Verb,
    /// In the document's order, path level first.
    pub parameters: Vec<Parameter>,
    /// What is sent.
    pub body: Option<Body>,
}

impl Callback {
    /// The types of everything in it.
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
