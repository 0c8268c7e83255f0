//! What a successful call gives: a type, or an enum where several are documented.

use proc_macro2::TokenStream;
use quote::quote;

use super::types::Scope;
use super::{Context, docs, operation};
use crate::ir::{Group, Operation, Response, Success};
use crate::names::Ident;

/// `type Response`.
pub(super) fn ty(scope: &Scope, operation: &Operation) -> TokenStream {
    match &operation.success {
        Success::Empty => quote!(()),
        Success::One(ty) => scope.value(ty),
        Success::Many(name) => quote!(#name),
    }
}

/// The enum, where there is one.
pub(super) fn emit(
    context: &Context,
    scope: &Scope,
    group: &Group,
    operation: &Operation,
) -> Option<TokenStream> {
    let Success::Many(name) = &operation.success else {
        return None;
    };
    let doc = (context.boilerplate.responses_of)(&operation::call_path(group, operation));
    let doc = docs::phrase(&doc);
    let variants = operation.responses.iter().filter_map(|response| {
        Some(variant(
            context,
            scope,
            response,
            response.variant.as_ref()?,
        ))
    });
    Some(quote! {
        #doc
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub enum #name { #(#variants)* }
    })
}

fn variant(context: &Context, scope: &Scope, response: &Response, name: &Ident) -> TokenStream {
    let attributes = docs::item(context, &response.doc);
    let content = response.content.as_ref().map(|(_, ty)| {
        let ty = scope.value(ty);
        quote!((#ty))
    });
    quote!(#attributes #name #content,)
}
