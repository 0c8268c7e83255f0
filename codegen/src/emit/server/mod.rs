//! The server role: the enum of all requests, and what each document's types and operations need
//! besides what the client needs.

mod operations;
mod types;

use proc_macro2::TokenStream;
use quote::quote;
use syn::Item;

use super::contract::{RECOGNIZED, REJECTION, ROUTES, SERVER_REQUEST, import};
use super::types::TypePaths;
use super::{Context, Items, docs, syntax};
use crate::ir::{Api, Module, Operation, ServedOperation, Server};

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
    let variants = server.operations.iter().map(|served| {
        let doc = find(api, served)
            .map(|operation| docs::boilerplate(&format!("{}.", docs::request_line(operation))));
        let (variant, module, value) = (&served.variant, &served.module, &served.value);
        quote!(#doc #variant(super::#module::operations::#value),)
    });
    quote! {
        #doc
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub enum Request { #(#variants)* }
    }
}

fn find<'a>(api: &'a Api, served: &ServedOperation) -> Option<&'a Operation> {
    let mut modules = api.modules.iter();
    let module = modules.find(|module| module.name == served.module)?;
    let mut operations = module.groups.iter().flat_map(|group| &group.operations);
    operations.find(|operation| operation.value == served.value)
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
    let all = module.groups.iter().flat_map(|group| &group.operations);
    let served: Vec<&Operation> = all
        .filter(|operation| server.recognizes(&module.name, &operation.value))
        .collect();
    for operation in &served {
        operations::emit(operation, items);
    }
    let name = &module.name;
    let operations = (!served.is_empty()).then(|| quote!(use super::super::#name::operations;));
    let types = paths
        .is_used()
        .then(|| quote!(use super::super::#name::types;));
    if operations.is_none() && types.is_none() {
        return TokenStream::new();
    }
    let runtime = import(context);
    quote!(#runtime #operations #types)
}
