//! An operation as a value: its fields, what is known about it, and how it is written.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::contract::{OPERATION, REQUEST};
use super::types::Scope;
use super::{Context, body, docs, info, replies, success, write};
use crate::ir::{Doc, Group, Operation, Type};
use crate::names::Ident;

/// The value and its `impl Operation`.
pub(super) fn emit(
    context: &Context,
    scope: &Scope,
    group: &Group,
    operation: &Operation,
) -> TokenStream {
    let declaration = declaration(context, scope, group, operation);
    let name = &operation.value;
    let reply = success::ty(scope, operation);
    let info = info::emit(operation);
    let replies = replies::emit(scope, operation);
    let write = write(operation);
    quote! {
        #declaration

        impl #OPERATION for #name {
            type Reply = #reply;
            #info
            #replies
            #write
        }
    }
}

/// The name of the body's field.
const BODY: &str = "body";

/// A field of the value.
pub(super) struct Field<'a> {
    pub(super) name: Ident,
    pub(super) ty: FieldType<'a>,
    pub(super) required: bool,
    doc: &'a Doc,
}

/// The type of a field.
#[derive(Clone, Copy)]
pub(super) enum FieldType<'a> {
    /// One of the document's, or the runtime's.
    Of(&'a Type),
    /// The enum of the contents, which stands beside the operation.
    Choice(&'a Ident),
}

/// The parameters, then the body.
pub(super) fn fields(operation: &Operation) -> impl Iterator<Item = Field<'_>> {
    let parameters = operation.parameters.iter().map(|parameter| Field {
        name: parameter.name.rust.clone(),
        ty: FieldType::Of(&parameter.ty),
        required: parameter.required,
        doc: &parameter.doc,
    });
    let body = operation.body.iter().filter_map(|body| {
        Some(Field {
            name: Ident::snake(BODY),
            ty: match &body.choice {
                Some(name) => FieldType::Choice(name),
                None => FieldType::Of(&body.contents.first()?.ty),
            },
            required: body.required,
            doc: &body.doc,
        })
    });
    parameters.chain(body)
}

fn declaration(
    context: &Context,
    scope: &Scope,
    group: &Group,
    operation: &Operation,
) -> TokenStream {
    let name = &operation.value;
    let doc = docs::phrase(&(context.phrases.as_value)(&path(group, operation)));
    let fields = fields(operation).map(|field| {
        let attributes = docs::item(context, field.doc);
        let name = field.name;
        let ty = match field.ty {
            FieldType::Of(ty) => scope.value(ty),
            FieldType::Choice(name) => quote!(#name),
        };
        let ty = if field.required {
            ty
        } else {
            quote!(Option<#ty>)
        };
        quote!(#attributes pub #name: #ty,)
    });
    quote! {
        #doc
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub struct #name { #(#fields)* }
    }
}

/// How documentation names the handle's method.
pub(super) fn path(group: &Group, operation: &Operation) -> String {
    format!("{}::{}", group.handle.as_str(), operation.method.as_str())
}

fn write(operation: &Operation) -> TokenStream {
    let parameters = operation.parameters.iter().map(write::parameter);
    let body = operation.body.as_ref().map(|body| body::write(body, BODY));
    let accept = operation
        .accept
        .as_ref()
        .map(|accept| quote!(request.accept(#accept);));
    let is_empty = operation.parameters.is_empty() && body.is_none() && accept.is_none();
    let request = format_ident!("{}", if is_empty { "_request" } else { "request" });
    quote! {
        fn write(&self, #request: &mut #REQUEST) {
            #(#parameters)*
            #body
            #accept
        }
    }
}
