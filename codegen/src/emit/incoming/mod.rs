//! Requests that the API sends: a parsing function for a JSON body, a value for a whole request.

mod value;

use proc_macro2::TokenStream;
use quote::quote;

use super::contract::{ALIAS, CALLBACK, DECODE_ERROR, UNSIGNED, import};
use super::ident::mentions;
use super::types::Scope;
use super::{Context, docs};
use crate::ir::{Callback, Type};
use crate::names::Ident;

/// Emits the functions, then the values.
pub(super) fn emit(context: &Context, callbacks: &[Callback]) -> TokenStream {
    let scope = Scope::user();
    let functions = callbacks.iter().filter_map(|callback| {
        let named = callback.function.as_ref()?;
        Some(function(context, &scope, callback, named))
    });
    let values = callbacks.iter().filter_map(|callback| {
        let value = callback.value.as_ref()?;
        Some(value::emit(context, &scope, callback, value))
    });
    let items = quote!(#(#functions)* #(#values)*);
    let runtime = mentions(&items, ALIAS).then(|| import(context));
    let types = mentions(&items, "types").then(|| {
        quote!(
            use super::types;
        )
    });
    quote!(#runtime #types #items)
}

fn function(
    context: &Context,
    scope: &Scope,
    callback: &Callback,
    (name, ty): &(Ident, Type),
) -> TokenStream {
    let doc = docs::item(context, &callback.doc);
    let body = scope.value(ty);
    quote! {
        #doc
        pub fn #name(body: &[u8]) -> Result<#UNSIGNED<#body>, #DECODE_ERROR> {
            #CALLBACK(body)
        }
    }
}
