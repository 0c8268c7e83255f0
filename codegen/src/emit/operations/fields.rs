//! The fields of an operation: its parameters, then its body.

use syn::Lifetime;

use crate::emit::syntax;
use crate::emit::types::{TypePaths, borrowed, is_copied};
use crate::ir::{Body, Doc, Operation, Parameter, Type};
use crate::names::{Ident, Name};

/// The name of the body's field.
pub(in crate::emit) const BODY: &str = "body";

/// A field of an operation.
pub(in crate::emit) struct Field<'a> {
    pub(in crate::emit) name: Name,
    pub(super) doc: &'a Doc,
    pub(super) required: bool,
    pub(super) ty: FieldType<'a>,
    pub(super) source: Source<'a>,
    pub(in crate::emit) sent_as: SentAs<'a>,
}

/// The type of a field.
#[derive(Clone, Copy)]
pub(super) enum FieldType<'a> {
    Plain(&'a Type),
    /// The enum of a body's media types, where there are several.
    Choice(&'a Ident),
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
    pub(super) fn value(&self, paths: &TypePaths) -> syn::Type {
        match self.ty {
            FieldType::Plain(ty) => paths.value(ty),
            FieldType::Choice(name) => syntax::named(name),
        }
    }

    /// Returns the type of its value as an argument.
    pub(super) fn borrowed(&self, paths: &TypePaths, lifetime: Option<Lifetime>) -> syn::Type {
        match self.ty {
            FieldType::Plain(ty) => borrowed(paths, ty, lifetime),
            FieldType::Choice(name) => syntax::borrow(lifetime, syntax::named(name)),
        }
    }

    /// Returns whether its value is passed by value.
    pub(super) fn is_copied(&self) -> bool {
        matches!(self.ty, FieldType::Plain(ty) if is_copied(ty))
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
        .chain(required_body.filter_map(body))
        .chain(optional.map(parameter))
        .chain(optional_body.filter_map(body))
}

fn parameter(parameter: &Parameter) -> Field<'_> {
    Field {
        name: parameter.name.clone(),
        doc: &parameter.doc,
        required: parameter.required,
        ty: FieldType::Plain(&parameter.ty),
        source: match (&parameter.fixed, parameter.required) {
            (Some(only), true) => Source::Fixed(only),
            (_, true) => Source::Argument,
            (_, false) => Source::Unset,
        },
        sent_as: SentAs::Parameter(parameter),
    }
}

fn body(body: &Body) -> Option<Field<'_>> {
    let only = body.contents.first();
    let choice = body.choice.as_ref().map(FieldType::Choice);
    let ty = choice.or(only.map(|content| FieldType::Plain(&content.ty)))?;
    Some(Field {
        name: Name {
            wire: BODY.to_owned(),
            rust: Ident::snake(BODY),
        },
        doc: &body.doc,
        required: body.required,
        ty,
        source: match body.required {
            true => Source::Argument,
            false => Source::OptionalArgument,
        },
        sent_as: SentAs::Body(body),
    })
}
