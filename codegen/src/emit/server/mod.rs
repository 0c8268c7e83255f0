//! The server role: the enum of all requests, and what each document's types and operations need
//! besides what the client needs.

mod operations;
mod types;

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;
use syn::Item;

use super::contract::{RECOGNIZED, REJECTION, ROUTES, SERVER_REQUEST, import};
use super::types::TypePaths;
use super::{Context, Items, docs, syntax};
use crate::ir::{Api, Module, ServedOperation, Server};
use crate::names::Ident;

/// Emits the enum of all requests, and how one is recognized. Returns the imports.
pub(super) fn root(context: &Context, api: &Api, server: &Server, items: Items<'_>) -> TokenStream {
    let modules = api.modules.iter().map(|module| &module.name);
    items(Item::Verbatim(quote!(#(mod #modules;)*)));
    if server.operations.is_empty() {
        return TokenStream::new();
    }
    items(Item::Verbatim(requests(context, api, server)));
    let doc = docs::boilerplate(context.boilerplate.server_read);
    items(Item::Verbatim(quote! {
        impl Request {
            #doc
            pub fn read(request: &#SERVER_REQUEST) -> Result<#RECOGNIZED<Self>, #REJECTION> {
                request.recognize()
            }
        }
    }));
    let routes = &server.routes;
    items(syntax::macro_item(ROUTES, quote!(Request #(, #routes)*)));
    import(context)
}

fn requests(context: &Context, api: &Api, server: &Server) -> TokenStream {
    let doc = docs::boilerplate(context.boilerplate.server_request);
    let served = served(server);
    let variants = api.modules.iter().flat_map(|module| {
        let operations = module.groups.iter().flat_map(|group| &group.operations);
        operations.filter_map(|operation| {
            let served = served.get(&(&module.name, &operation.value))?;
            let doc = docs::boilerplate(&format!("{}.", docs::request_line(operation)));
            let (variant, module, value) = (&served.variant, &served.module, &served.value);
            Some(quote!(#doc #variant(super::#module::operations::#value),))
        })
    });
    quote! {
        #doc
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub enum Request { #(#variants)* }
    }
}

/// Returns the operations by module and type.
fn served(server: &Server) -> BTreeMap<(&Ident, &Ident), &ServedOperation> {
    let operations = server.operations.iter();
    let named = operations.map(|it| ((&it.module, &it.value), it));
    named.collect()
}

/// Emits what one document's types and operations need, and returns the imports.
pub(super) fn document(
    context: &Context,
    module: &Module,
    server: &Server,
    items: Items<'_>,
) -> TokenStream {
    let paths = TypePaths::user();
    for def in &module.types {
        types::emit(context, &paths, def, items);
    }
    let served = served(server);
    let mut is_any_served = false;
    for operation in module.groups.iter().flat_map(|group| &group.operations) {
        if let Some(served) = served.get(&(&module.name, &operation.value)) {
            is_any_served = true;
            operations::emit(operation, served, items);
        }
    }
    let name = &module.name;
    let operations = is_any_served.then(|| quote!(use super::super::#name::operations;));
    let types = paths
        .is_used()
        .then(|| quote!(use super::super::#name::types;));
    if operations.is_none() && types.is_none() {
        return TokenStream::new();
    }
    let runtime = import(context);
    quote!(#runtime #operations #types)
}
