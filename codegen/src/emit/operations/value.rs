//! An operation: a struct with what it sends, and its facts.

use proc_macro2::TokenStream;
use quote::quote;

use super::fields::{SentAs, fields};
use super::{body, outcome, responses};
use crate::emit::contract::{self, INFO, OPERATION, REPEAT, REQUEST_PARTS};
use crate::emit::types::TypePaths;
use crate::emit::{Context, Items, docs};
use crate::ir::{Group, Operation, Parameter, Repeat, Style};

/// Emits the struct and the impl of `Operation`.
pub(super) fn emit(
    context: &Context,
    paths: &TypePaths,
    group: &Group,
    operation: &Operation,
    items: Items<'_>,
) {
    items(item(context, paths, group, operation));
    let name = &operation.value;
    let response = responses::ty(paths, operation);
    let info = info(operation);
    let outcome_rules = outcome::rules(context, &operation.rule_sets);
    let advice = outcome::advice(&operation.advice);
    let responses = responses::table(paths, operation);
    let request = request(operation);
    items(quote! {
        impl #OPERATION for #name {
            type Response = #response;
            #info
            #outcome_rules
            #advice
            #responses
            #request
        }
    });
}

fn item(context: &Context, paths: &TypePaths, group: &Group, operation: &Operation) -> TokenStream {
    let call = docs::call_path(group, operation);
    let doc = (context.boilerplate.operation)(&call, &docs::request_line(operation));
    let doc = docs::boilerplate(&doc);
    let name = &operation.value;
    let fields = fields(operation).map(|field| {
        let doc = docs::part(context, field.doc, &operation.doc);
        let name = &field.name.rust;
        let ty = field.value(paths);
        match field.required {
            true => quote!(#doc pub #name: #ty,),
            false => quote!(#doc pub #name: Option<#ty>,),
        }
    });
    quote! {
        #doc
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub struct #name { #(#fields)* }
    }
}

/// Emits `const INFO`: only what differs from the default is written out.
fn info(operation: &Operation) -> TokenStream {
    let (id, path) = (&operation.id, &operation.path);
    let new = contract::info(operation.verb);
    let new = quote!(#new(#path, #id));
    let facts = facts(operation);
    let value = match facts.is_empty() {
        true => new,
        false => quote!(#INFO { #(#facts)* ..#new }),
    };
    quote!(const INFO: #INFO = #value;)
}

/// Emits the fields of `Info` that differ, such as `security: &[&[&client::SECRET_KEY]],`.
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
    if let Some(repeat) = operation.repeat.as_ref().map(repeat) {
        facts.push(quote!(repeat: #REPEAT::#repeat,));
    }
    facts
}

/// Emits the variant of `Repeat`, such as `ResolveWith(&["list_orders"])`.
fn repeat(repeat: &Repeat) -> TokenStream {
    match repeat {
        Repeat::Safe => quote!(Safe),
        Repeat::Idempotent => quote!(Idempotent),
        Repeat::IdempotentBy(names) => quote!(IdempotentBy(&[#(#names),*])),
        Repeat::ResolveWith(lookups) => {
            let methods = lookups.iter().filter_map(|lookup| lookup.method.as_ref());
            let methods = methods.map(|(_, method)| method.to_string());
            quote!(ResolveWith(&[#(#methods),*]))
        }
        Repeat::Never => quote!(Never),
    }
}

/// Emits the macro call that writes the request, where there is something to write: how each field
/// is sent, then its name.
fn request(operation: &Operation) -> Option<TokenStream> {
    let parts = fields(operation).map(|field| match field.sent_as {
        SentAs::Parameter(it) => parameter(it),
        SentAs::Body(it) => body::part(it),
    });
    let accept = operation.accept.iter();
    let accept = accept.map(|media_types| quote!(accept(#media_types)));
    let parts: Vec<TokenStream> = parts.chain(accept).collect();
    (!parts.is_empty()).then(|| quote!(#REQUEST_PARTS!(#(#parts),*);))
}

/// Emits how a parameter is sent, such as `query_as(filter, runtime::Style::DeepObject)`. The
/// default style of a place has the short method.
fn parameter(parameter: &Parameter) -> TokenStream {
    let (place, default) = contract::parameter(parameter.place);
    let name = &parameter.name.rust;
    let wire = contract::wire(&parameter.name);
    let call = if !parameter.reserved && parameter.style == default {
        let method = contract::ident(place);
        quote!(#method(#name #wire))
    } else {
        let suffix = if parameter.reserved { "reserved" } else { "as" };
        let method = contract::ident(&format!("{place}_{suffix}"));
        let style = contract::style(parameter.style);
        quote!(#method(#name #wire, #style))
    };
    // `None` writes nothing; as JSON it would be `null`.
    let is_optional = !parameter.required && parameter.style == Style::Json;
    match is_optional {
        true => quote!(optional(#call)),
        false => call,
    }
}
