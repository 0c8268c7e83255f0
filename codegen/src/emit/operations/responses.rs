//! The documented responses of an operation, and the type of a successful one.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Expr, ImplItem, Type};

use crate::emit::contract::{self, RESPONSES};
use crate::emit::syntax::{self, ident};
use crate::emit::types::TypePaths;
use crate::emit::{Context, docs};
use crate::ir::{Group, Media, Operation, Response, Success};
use crate::names::Ident;

/// The type of a successful response: a type, or an enum where several are documented.
pub(super) fn ty(paths: &TypePaths, operation: &Operation) -> Type {
    match &operation.success {
        Success::Empty => syntax::unit(),
        Success::One(ty) => paths.value(ty),
        Success::Many(name) => syntax::named(name),
    }
}

/// Emits `const RESPONSES`: how the body is decoded, and the statuses as the document writes them.
pub(super) fn table(paths: &TypePaths, operation: &Operation) -> ImplItem {
    let rows = operation.responses.iter().map(|response| {
        let statuses = syntax::string(&response.statuses.to_string());
        let row = if response.success {
            success(operation, response, statuses)
        } else {
            error(paths, response, statuses)
        };
        match response.media_types.as_slice() {
            [] => row,
            media_types => {
                let media_types = media_types.iter().map(|it| syntax::string(it));
                syntax::method_call(row, ident("of"), [syntax::slice(media_types)])
            }
        }
    });
    let response = syntax::named(syntax::path(["Self", "Response"].map(ident)));
    let ty = syntax::generic(RESPONSES, [response]);
    syntax::constant(ident("RESPONSES"), ty, syntax::slice(rows))
}

fn success(operation: &Operation, response: &Response, statuses: Expr) -> Expr {
    let decoder = decoder(response);
    match (&operation.success, &response.variant) {
        (Success::Many(name), Some(variant)) => {
            let new = syntax::variable(syntax::path([name.into(), variant.into()]));
            let new = match &response.content {
                Some(_) => new,
                None => syntax::closure(syntax::unit_pattern(), new),
            };
            let decode = contract::function(&format!("decode_{decoder}"));
            let decoded = syntax::call(decode, [syntax::variable(ident("body"))]);
            let mapped = syntax::method_call(decoded, ident("map"), [new]);
            let decode = syntax::closure(syntax::pattern(ident("body")), mapped);
            syntax::call(contract::function("variant"), [statuses, decode])
        }
        _ => syntax::call(contract::function(decoder), [statuses]),
    }
}

fn error(paths: &TypePaths, response: &Response, statuses: Expr) -> Expr {
    let new = contract::function(&format!("error_{}", decoder(response)));
    let new = match &response.content {
        Some((Media::Json, ty)) => syntax::generic_path(new, [paths.value(ty), syntax::inferred()]),
        _ => new,
    };
    syntax::call(new, [statuses])
}

fn decoder(response: &Response) -> &'static str {
    contract::response(response.content.as_ref().map(|(media, _)| *media))
}

/// Emits the enum of the successful responses, where there are several.
pub(super) fn choice(
    context: &Context,
    paths: &TypePaths,
    group: &Group,
    operation: &Operation,
) -> Option<TokenStream> {
    let Success::Many(name) = &operation.success else {
        return None;
    };
    let doc = (context.boilerplate.responses)(&docs::call_path(group, operation));
    let doc = docs::boilerplate(&doc);
    let responses = operation.responses.iter();
    let variants = responses.filter_map(|response| {
        let name = response.variant.as_ref()?;
        Some(variant(context, paths, response, name))
    });
    Some(quote! {
        #doc
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub enum #name { #(#variants)* }
    })
}

fn variant(context: &Context, paths: &TypePaths, response: &Response, name: &Ident) -> TokenStream {
    let doc = docs::item(context, &response.doc);
    let content = response.content.as_ref().map(|(_, ty)| {
        let ty = paths.value(ty);
        quote!((#ty))
    });
    quote!(#doc #name #content,)
}
