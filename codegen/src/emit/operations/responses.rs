//! The documented responses of an operation, and the type of a successful one.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::contract::{self, RESPONSES};
use crate::emit::types::TypePaths;
use crate::emit::{Context, docs};
use crate::ir::{Group, Media, Operation, Response, Statuses, Success};
use crate::names::Ident;

/// The type of a successful response: a type, or an enum where several are documented.
pub(super) fn ty(paths: &TypePaths, operation: &Operation) -> TokenStream {
    match &operation.success {
        Success::Empty => quote!(()),
        Success::One(ty) => paths.value(ty),
        Success::Many(name) => quote!(#name),
    }
}

/// Emits `const RESPONSES`: how the body is decoded, and the statuses as the document writes them.
pub(super) fn table(paths: &TypePaths, operation: &Operation) -> TokenStream {
    let rows = operation.responses.iter().map(|response| {
        let statuses = statuses(response.statuses);
        let row = if response.success {
            success(operation, response, &statuses)
        } else {
            error(paths, response, &statuses)
        };
        let media_types = &response.media_types;
        let media_types = (!media_types.is_empty()).then(|| quote!(.of(&[#(#media_types),*])));
        quote!(#row #media_types)
    });
    quote!(const RESPONSES: #RESPONSES<Self::Response> = &[#(#rows),*];)
}

fn statuses(statuses: Statuses) -> String {
    match statuses {
        Statuses::Exact(status) => status.to_string(),
        Statuses::Range(digit) => format!("{digit}XX"),
        Statuses::Default => "default".to_owned(),
    }
}

fn success(operation: &Operation, response: &Response, statuses: &str) -> TokenStream {
    let decoder = decoder(response);
    match (&operation.success, &response.variant) {
        (Success::Many(name), Some(variant)) => {
            let new = contract::function("variant");
            let decode = contract::function(&format!("decode_{decoder}"));
            let variant = match &response.content {
                Some(_) => quote!(#name::#variant),
                None => quote!(|()| #name::#variant),
            };
            quote!(#new(#statuses, |body| #decode(body).map(#variant)))
        }
        _ => {
            let new = contract::function(decoder);
            quote!(#new(#statuses))
        }
    }
}

fn error(paths: &TypePaths, response: &Response, statuses: &str) -> TokenStream {
    let new = contract::function(&format!("error_{}", decoder(response)));
    match &response.content {
        Some((Media::Json, ty)) => {
            let ty = paths.value(ty);
            quote!(#new::<#ty, _>(#statuses))
        }
        _ => quote!(#new(#statuses)),
    }
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
