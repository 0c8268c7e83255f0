//! What the API sends to us: a parsing function for a JSON body, a value for a whole request.

use proc_macro2::TokenStream;
use quote::quote;

use super::contract::{CALLBACK, DECODE_ERROR, UNSIGNED};
use super::ident::mentions;
use super::lines::{Lines, Part};
use super::type_file::import;
use super::types::Scope;
use super::{Context, docs, incoming};
use crate::ir::{Callback, Type};
use crate::names::Ident;

/// The functions, then the values.
pub(super) fn emit(context: &Context, callbacks: &[Callback]) -> Vec<Part> {
    let scope = Scope::user();
    let mut lines = Lines::default();
    let mut functions = TokenStream::new();
    for callback in callbacks {
        if let Some(named) = &callback.function {
            functions.extend(function_of(context, &scope, callback, named));
        }
        if let Some(value) = &callback.value {
            incoming::emit(context, &scope, callback, value, &mut lines);
        }
    }
    let mut imports = Lines::default();
    imports.blank();
    imports.code(import(context));
    if lines.mention("types") || mentions(&functions, "types") {
        imports.code(quote!(
            use super::types;
        ));
    }
    vec![
        Part::Lines(imports),
        Part::Items(functions),
        Part::Lines(lines),
    ]
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
        pub fn #name(body: &[u8]) -> Result<#UNSIGNED<#body>, #DECODE_ERROR> {
            #CALLBACK(body)
        }
    }
}
