//! What may come back, and how each is read.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::ident::verbatim;
use super::types::Scope;
use crate::ir::{Media, Operation, Response, Statuses, Success};

/// A line for each.
pub(super) fn emit(scope: &Scope, operation: &Operation) -> Vec<TokenStream> {
    let responses = operation.responses.iter();
    let line = |response: &Response| {
        let statuses = statuses(response.statuses);
        let media = &response.media_types;
        let media = (!media.is_empty()).then(|| quote!([#(#media),*]));
        let read = if response.success {
            success(operation, response)
        } else {
            error(scope, response)
        };
        quote!(#statuses #media #read)
    };
    responses.map(line).collect()
}

/// As the document writes them.
fn statuses(statuses: Statuses) -> TokenStream {
    match statuses {
        Statuses::Exact(status) => verbatim(&status.to_string()),
        Statuses::Range(digit) => verbatim(&format!("{digit}XX")),
        Statuses::Default => quote!(default),
    }
}

fn success(operation: &Operation, response: &Response) -> TokenStream {
    let read = format_ident!("{}", reader(response));
    match (&operation.success, &response.variant) {
        (Success::Many(name), Some(variant)) => quote!(#read => #name::#variant),
        _ => quote!(#read),
    }
}

fn error(scope: &Scope, response: &Response) -> TokenStream {
    let read = format_ident!("error_{}", reader(response));
    match &response.content {
        Some((Media::Json, ty)) => {
            let ty = scope.value(ty);
            quote!(#read<#ty>)
        }
        _ => quote!(#read),
    }
}

/// The runtime's function that reads such a body.
fn reader(response: &Response) -> &'static str {
    match &response.content {
        None => "empty",
        Some((Media::Text | Media::Form, _)) => "text",
        Some((Media::Bytes | Media::Multipart, _)) => "bytes",
        Some((Media::Json, _)) => "json",
    }
}
