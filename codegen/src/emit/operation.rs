//! An operation as a value: its fields, what is known about it, and how it is written.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::contract::{OPERATION, REQUEST};
use super::types::Scope;
use super::{Context, docs, info, replies, success};
use crate::ir::{Body, Doc, Group, Media, Operation, Parameter, Place, Presence, Type};
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
    pub(super) ty: &'a Type,
    pub(super) required: bool,
    doc: &'a Doc,
}

/// The parameters, then the body.
pub(super) fn fields(operation: &Operation) -> impl Iterator<Item = Field<'_>> {
    let parameters = operation.parameters.iter().map(|parameter| Field {
        name: parameter.name.rust.clone(),
        ty: &parameter.ty,
        required: parameter.required,
        doc: &parameter.doc,
    });
    let body = operation.body.iter().map(|body| Field {
        name: Ident::snake(BODY),
        ty: &body.ty,
        required: body.required,
        doc: &body.doc,
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
        let presence = if field.required {
            Presence::Required
        } else {
            Presence::Optional
        };
        let ty = scope.field(field.ty, presence);
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
    let parameters = operation.parameters.iter().map(write_parameter);
    let body = operation.body.as_ref().map(write_body);
    let request = if operation.parameters.is_empty() && operation.body.is_none() {
        format_ident!("_request")
    } else {
        format_ident!("request")
    };
    quote! {
        fn write(&self, #request: &mut #REQUEST) {
            #(#parameters)*
            #body
        }
    }
}

fn write_parameter(parameter: &Parameter) -> TokenStream {
    let verb = match parameter.place {
        Place::Path => format_ident!("path"),
        Place::Query => format_ident!("query"),
        Place::Header => format_ident!("header"),
    };
    let wire = &parameter.name.wire;
    let name = &parameter.name.rust;
    quote!(request.#verb(#wire, &self.#name);)
}

fn write_body(body: &Body) -> TokenStream {
    let verb = match body.media {
        Media::Json => format_ident!("json"),
        Media::Text => format_ident!("text"),
        Media::Bytes => format_ident!("bytes"),
    };
    let name = Ident::snake(BODY);
    if body.required {
        return quote!(request.#verb(&self.#name););
    }
    quote! {
        if let Some(body) = &self.#name {
            request.#verb(body);
        }
    }
}
