//! The fields of an operation: its parameters, then its body.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::types::{TypePaths, borrowed};
use crate::ir::{Body, Doc, Operation, Parameter, Type};
use crate::names::{Ident, Name};

/// The name of the body's field.
pub(in crate::emit) const BODY: &str = "body";

/// A field of an operation.
pub(in crate::emit) struct Field<'a> {
    pub(in crate::emit) name: Name,
    pub(super) doc: &'a Doc,
    pub(super) required: bool,
    /// Its type; `None` for the enum of a body's media types.
    pub(super) ty: Option<&'a Type>,
    pub(super) source: Source<'a>,
    pub(in crate::emit) sent_as: SentAs<'a>,
}

/// Where the value of a field comes from when a call is made.
#[derive(Clone, Copy)]
pub(super) enum Source<'a> {
    /// An argument of the method.
    Argument,
    /// An argument that may be `None`.
    OptionalArgument,
    /// The only value that a required parameter can have.
    Fixed(&'a str),
    /// Nothing: it is `None` until the caller sets it.
    Unset,
}

/// What a field is sent as.
#[derive(Clone, Copy)]
pub(in crate::emit) enum SentAs<'a> {
    Parameter(&'a Parameter),
    Body(&'a Body),
}

impl Field<'_> {
    /// Returns the type of its value.
    pub(super) fn value(&self, paths: &TypePaths) -> TokenStream {
        match (self.ty, self.choice()) {
            (Some(ty), _) => paths.value(ty),
            (None, choice) => quote!(#choice),
        }
    }

    /// Returns the type of its value as an argument.
    pub(super) fn borrowed(
        &self,
        paths: &TypePaths,
        lifetime: Option<&TokenStream>,
    ) -> TokenStream {
        match (self.ty, self.choice()) {
            (Some(ty), _) => borrowed(paths, ty, lifetime),
            (None, choice) => quote!(&#lifetime #choice),
        }
    }

    /// Returns the enum of the body's media types, where there are several.
    fn choice(&self) -> Option<&Ident> {
        match self.sent_as {
            SentAs::Body(body) => body.choice.as_ref(),
            SentAs::Parameter(_) => None,
        }
    }
}

/// Lists the fields of an operation, required parameters first.
pub(in crate::emit) fn fields(operation: &Operation) -> impl Iterator<Item = Field<'_>> {
    let parameters = operation.parameters.iter();
    let required = parameters.clone().filter(|it| it.required);
    let optional = parameters.filter(|it| !it.required);
    let required_body = operation.body.iter().filter(|it| it.required);
    let optional_body = operation.body.iter().filter(|it| !it.required);
    required
        .map(parameter)
        .chain(required_body.map(body))
        .chain(optional.map(parameter))
        .chain(optional_body.map(body))
}

fn parameter(parameter: &Parameter) -> Field<'_> {
    Field {
        name: parameter.name.clone(),
        doc: &parameter.doc,
        required: parameter.required,
        ty: Some(&parameter.ty),
        source: match (&parameter.fixed, parameter.required) {
            (Some(only), true) => Source::Fixed(only),
            (_, true) => Source::Argument,
            (_, false) => Source::Unset,
        },
        sent_as: SentAs::Parameter(parameter),
    }
}

fn body(body: &Body) -> Field<'_> {
    let only = body.contents.first().filter(|_| body.choice.is_none());
    Field {
        name: Name {
            wire: BODY.to_owned(),
            rust: Ident::snake(BODY),
        },
        doc: &body.doc,
        required: body.required,
        ty: only.map(|content| &content.ty),
        source: match body.required {
            true => Source::Argument,
            false => Source::OptionalArgument,
        },
        sent_as: SentAs::Body(body),
    }
}
