//! An operation: the call, what it sends, and what may come back.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::lines::Lines;
use super::rule_sets::RuleSets;
use super::types::{Scope, borrowed};
use super::{Context, body, docs, responses, success, write};
use crate::ir::{Doc, Group, Operation, Repeat, Type, Verb};
use crate::names::{Ident, Name};

/// Its lines in the table of its tag.
pub(super) fn emit(
    context: &Context,
    scope: &Scope,
    group: &Group,
    operation: &Operation,
    rule_sets: &RuleSets,
    lines: &mut Lines,
) {
    let (name, path, id) = (&operation.value, &operation.path, &operation.id);
    lines.open(quote!(#name));
    lines.docs(docs::operation(context, operation));
    lines.code(call(scope, operation));
    let call = call_path(group, operation);
    lines.docs(docs::phrase(&(context.boilerplate.as_value)(&call)));
    let verb = format_ident!("{}", verb(operation.verb));
    lines.open(quote!(#verb #path as #id));
    for field in fields(operation).filter(|field| field.required) {
        lines.docs(docs::item(context, field.doc));
        lines.code(field.line(scope));
    }
    if fields(operation).any(|field| !field.required) {
        lines.code(quote!(..));
    }
    for field in fields(operation).filter(|field| !field.required) {
        lines.docs(docs::item(context, field.doc));
        lines.code(field.line(scope));
    }
    lines.close();
    facts(scope, operation, rule_sets, lines);
    lines.close();
}

fn call(scope: &Scope, operation: &Operation) -> TokenStream {
    let method = &operation.method;
    let arguments = fields(operation)
        .filter(|field| field.required && field.fixed.is_none())
        .map(|field| {
            let name = &field.name.rust;
            let ty = match field.ty {
                FieldType::Of(ty) => borrowed(scope, ty),
                FieldType::Choice(name) => quote!(&#name),
            };
            quote!(#name: #ty)
        });
    let response = success::ty(scope, operation);
    quote!(fn #method(#(#arguments),*) -> #response;)
}

/// What is said about it behind its fields.
fn facts(scope: &Scope, operation: &Operation, rule_sets: &RuleSets, lines: &mut Lines) {
    if let Some(accept) = &operation.accept {
        lines.code(quote!(accept #accept;));
    }
    lines.list(quote!(responses), responses::emit(scope, operation));
    if !operation.security.is_empty() {
        let sets = operation.security.iter().map(|set| {
            let schemes = set.iter();
            quote!([#(client::#schemes),*])
        });
        lines.code(quote!(security [#(#sets),*];));
    }
    if let Some(server) = &operation.server {
        lines.code(quote!(server client::#server;));
    }
    match operation.repeat {
        Some(Repeat::Safe) => lines.code(quote!(repeat Safe;)),
        Some(Repeat::Never) => lines.code(quote!(repeat Never;)),
        None => {}
    }
    lines.0.extend(rule_sets.lines(operation).0);
}

/// A field of the operation as a value.
struct Field<'a> {
    name: Name,
    ty: FieldType<'a>,
    required: bool,
    doc: &'a Doc,
    /// The method of the request that writes it, and what it is told beside name and value.
    write: TokenStream,
    /// The only text that it can have.
    fixed: Option<&'a str>,
    /// The media type that is sent, where it is not the usual one.
    sent: Option<&'a str>,
}

/// The type of a field.
#[derive(Clone, Copy)]
enum FieldType<'a> {
    /// One of the document's, or the runtime's.
    Of(&'a Type),
    /// The enum of the contents, which stands beside the operation.
    Choice(&'a Ident),
}

impl Field<'_> {
    fn line(&self, scope: &Scope) -> TokenStream {
        let ty = match self.ty {
            FieldType::Of(ty) => scope.value(ty),
            FieldType::Choice(name) => quote!(#name),
        };
        let ty = if self.required {
            ty
        } else {
            quote!(Option<#ty>)
        };
        let (write, name) = (&self.write, &self.name.rust);
        let wire = super::ident::wire(&self.name);
        let sent = self.sent.map(|media| quote!(as #media));
        let fixed = self.fixed.map(|text| quote!(=> #text));
        quote!(#write #name: #ty #wire #sent #fixed,)
    }
}

/// The parameters, then the body.
fn fields(operation: &Operation) -> impl Iterator<Item = Field<'_>> {
    let parameters = operation.parameters.iter().map(|parameter| Field {
        name: parameter.name.clone(),
        ty: FieldType::Of(&parameter.ty),
        required: parameter.required,
        doc: &parameter.doc,
        write: write::parameter(parameter),
        fixed: parameter.fixed.as_deref(),
        sent: None,
    });
    let body = operation.body.iter().filter_map(|body| {
        let content = body.contents.first()?;
        Some(Field {
            name: Name {
                wire: body::FIELD.to_owned(),
                rust: Ident::snake(body::FIELD),
            },
            ty: match &body.choice {
                Some(name) => FieldType::Choice(name),
                None => FieldType::Of(&content.ty),
            },
            required: body.required,
            doc: &body.doc,
            write: body::write(body, content),
            fixed: None,
            sent: body
                .choice
                .is_none()
                .then_some(content.sent.as_deref())
                .flatten(),
        })
    });
    parameters.chain(body)
}

/// How documentation names the handle's method.
pub(super) fn call_path(group: &Group, operation: &Operation) -> String {
    format!("{}::{}", group.handle.as_str(), operation.method.as_str())
}

/// The method as the runtime names it.
pub(super) fn verb(verb: Verb) -> &'static str {
    match verb {
        Verb::Get => "Get",
        Verb::Put => "Put",
        Verb::Post => "Post",
        Verb::Delete => "Delete",
        Verb::Options => "Options",
        Verb::Head => "Head",
        Verb::Patch => "Patch",
        Verb::Trace => "Trace",
    }
}
