//! What the API sends to us: a parsing function for a JSON body, a value for a whole request.

use proc_macro2::TokenStream;
use quote::quote;

use super::contract::{CALLBACK, UNREADABLE, UNSIGNED};
use super::ident::mentions;
use super::type_file::import;
use super::types::Scope;
use super::{Context, docs, incoming};
use crate::ir::{Callback, Type};
use crate::names::Ident;

/// The functions and the values.
pub(super) fn emit(context: &Context, callbacks: &[Callback]) -> TokenStream {
    let scope = Scope::user();
    let items: TokenStream = callbacks
        .iter()
        .flat_map(|callback| {
            let function = callback.function.iter();
            let function = function.map(|named| function_of(context, &scope, callback, named));
            let value = callback.value.iter();
            let value = value.map(|value| incoming::emit(context, &scope, callback, value));
            function.chain(value).collect::<Vec<_>>()
        })
        .collect();
    let runtime = import(context);
    let types = mentions(&items, "types").then(|| {
        quote!(
            use super::types;
        )
    });
    quote!(#runtime #types #items)
}

fn function_of(
    context: &Context,
    scope: &Scope,
    callback: &Callback,
    (name, ty): &(Ident, Type),
) -> TokenStream {
    let doc = docs::item(context, &callback.doc);
    let body = scope.value(ty);
    quote! {
        #doc
        pub fn #name(body: &[u8]) -> Result<#UNSIGNED<#body>, #UNREADABLE> {
            #CALLBACK(body)
        }
    }
}
