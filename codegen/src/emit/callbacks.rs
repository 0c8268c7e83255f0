//! What the API sends to us: a parsing function per callback.

use proc_macro2::TokenStream;
use quote::quote;

use super::contract::{CALLBACK, UNREADABLE, UNSIGNED};
use super::ident::mentions;
use super::type_file::import_runtime;
use super::types::Scope;
use super::{Context, docs};
use crate::ir::Callback;

/// The functions.
pub(super) fn emit(context: &Context, callbacks: &[Callback]) -> TokenStream {
    let scope = Scope::user();
    let items: TokenStream = callbacks
        .iter()
        .map(|callback| function(context, &scope, callback))
        .collect();
    let runtime = import_runtime(context, &items);
    let types = mentions(&items, "types").then(|| {
        quote!(
            use super::types;
        )
    });
    quote!(#runtime #types #items)
}

fn function(context: &Context, scope: &Scope, callback: &Callback) -> TokenStream {
    let doc = docs::item(context, &callback.doc);
    let name = &callback.function;
    let body = scope.value(&callback.body);
    quote! {
        #doc
        pub fn #name(body: &[u8]) -> Result<#UNSIGNED<#body>, #UNREADABLE> {
            #CALLBACK(body)
        }
    }
}
