//! An operation: a struct with what it sends, and its facts.

use proc_macro2::TokenStream;
use quote::quote;

use super::fields::{Content, Field, fields};
use super::{body, call_path, outcome, responses};
use crate::emit::contract::{self, INFO, OPERATION, REPEAT, REQUEST};
use crate::emit::types::Scope;
use crate::emit::{Context, docs};
use crate::ir::{Group, Operation, Parameter, Repeat, Style};

/// Emits the struct and the impl of `Operation`.
pub(super) fn emit(
    context: &Context,
    scope: &Scope,
    group: &Group,
    operation: &Operation,
) -> TokenStream {
    let doc = (context.boilerplate.operation)(&call_path(group, operation));
    let doc = docs::boilerplate(&doc);
    let name = &operation.value;
    let fields = fields(operation).map(|field| {
        let doc = docs::part(context, field.doc, &operation.doc);
        let name = &field.name.rust;
        let ty = field.value(scope);
        match field.required {
            true => quote!(#doc pub #name: #ty,),
            false => quote!(#doc pub #name: Option<#ty>,),
        }
    });
    let response = responses::ty(scope, operation);
    let info = info(operation);
    let responses = responses::table(scope, operation);
    let write = write(operation);
    quote! {
        #doc
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub struct #name { #(#fields)* }

        impl #OPERATION for #name {
            type Response = #response;
            #info
            #responses
            #write
        }
    }
}

/// `const INFO`: only what differs from the default is written out.
fn info(operation: &Operation) -> TokenStream {
    let (id, path) = (&operation.id, &operation.path);
    let method = contract::http_method(operation.verb);
    let new = quote!(#INFO::new(#method, #path, #id));
    let facts = facts(operation);
    let value = match facts.is_empty() {
        true => new,
        false => quote!(#INFO { #(#facts)* ..#new }),
    };
    quote!(const INFO: &'static #INFO = &#value;)
}

fn facts(operation: &Operation) -> Vec<TokenStream> {
    let mut facts = Vec::new();
    if !operation.security.is_empty() {
        let sets = operation.security.iter().map(|set| {
            let schemes = set.iter();
            quote!(&[#(&client::#schemes),*])
        });
        facts.push(quote!(security: &[#(#sets),*],));
    }
    if let Some(server) = &operation.server {
        facts.push(quote!(server: Some(&client::#server),));
    }
    match operation.repeat {
        Some(Repeat::Safe) => facts.push(quote!(repeat: #REPEAT::Safe,)),
        Some(Repeat::Never) => facts.push(quote!(repeat: #REPEAT::Never,)),
        None => {}
    }
    facts.extend(outcome::rule_sets(&operation.rule_sets));
    facts.extend(outcome::advice(&operation.advice));
    facts
}

/// `fn write`, where there is something to write.
fn write(operation: &Operation) -> Option<TokenStream> {
    let accept = operation.accept.as_ref();
    let accept = accept.map(|media_types| quote!(request.accept(#media_types);));
    let statements: Vec<TokenStream> = fields(operation).map(|it| statement(&it)).collect();
    if statements.is_empty() && accept.is_none() {
        return None;
    }
    Some(quote! {
        fn write(&self, request: &mut #REQUEST) {
            #(#statements)*
            #accept
        }
    })
}

fn statement(field: &Field<'_>) -> TokenStream {
    let name = &field.name.rust;
    match field.content {
        // `None` writes nothing; as JSON it would be `null`.
        Content::Parameter(it) if field.required || it.style != Style::Json => {
            parameter(it, &quote!(&self.#name))
        }
        Content::Parameter(it) => {
            let statement = parameter(it, &quote!(#name));
            quote!(if let Some(#name) = &self.#name { #statement })
        }
        Content::Body(it) if field.required => body::statement(it, &quote!(&self.#name)),
        Content::Body(it) => {
            let statement = body::statement(it, &quote!(#name));
            quote!(if let Some(#name) = &self.#name { #statement })
        }
    }
}

/// The statement that writes a parameter. The default style of its place has the short method.
fn parameter(parameter: &Parameter, value: &TokenStream) -> TokenStream {
    let (place, default) = contract::parameter(parameter.place);
    let wire = &parameter.name.wire;
    if !parameter.reserved && parameter.style == default {
        let method = contract::ident(place);
        return quote!(request.#method(#wire, #value););
    }
    let suffix = if parameter.reserved { "reserved" } else { "as" };
    let method = contract::ident(&format!("{place}_{suffix}"));
    let style = contract::style(parameter.style);
    quote!(request.#method(#wire, #value, #style);)
}
