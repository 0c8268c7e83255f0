//! Requests that the API sends: a function that parses a JSON body, a value for a whole request.

mod value;

use proc_macro2::TokenStream;
use quote::quote;
use syn::Item;

use super::contract::{CALLBACK, DECODE_ERROR, UNSIGNED, import};
use super::types::TypePaths;
use super::{Context, Items, docs};
use crate::ir::{Callback, Type};
use crate::names::Ident;

/// Emits the functions, then the values, and returns the imports.
pub(super) fn emit(context: &Context, callbacks: &[Callback], items: Items<'_>) -> TokenStream {
    let paths = TypePaths::user();
    let functions = callbacks.iter().filter_map(|callback| {
        let named = callback.function.as_ref()?;
        Some(function(context, &paths, callback, named))
    });
    let values = callbacks.iter().filter_map(|callback| {
        let value = callback.value.as_ref()?;
        Some(value::emit(context, &paths, callback, value))
    });
    items(Item::Verbatim(quote!(#(#functions)* #(#values)*)));
    let runtime = import(context);
    let types = paths.is_used().then(|| {
        quote!(
            use super::types;
        )
    });
    quote!(#runtime #types)
}

fn function(
    context: &Context,
    paths: &TypePaths,
    callback: &Callback,
    (name, ty): &(Ident, Type),
) -> TokenStream {
    let doc = docs::item(context, &callback.doc);
    let body = paths.value(ty);
    quote! {
        #doc
        pub fn #name(body: &[u8]) -> Result<#UNSIGNED<#body>, #DECODE_ERROR> {
            #CALLBACK(body)
        }
    }
}
