//! What may come back, and how each is read.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::ident::verbatim;
use super::types::Scope;
use crate::ir::{Media, Operation, Reply, Statuses, Success};

/// A line for each.
pub(super) fn emit(scope: &Scope, operation: &Operation) -> Vec<TokenStream> {
    let replies = operation.replies.iter();
    let line = |reply: &Reply| {
        let statuses = statuses(reply.statuses);
        let media = &reply.media_types;
        let media = (!media.is_empty()).then(|| quote!([#(#media),*]));
        let read = if reply.success {
            success(operation, reply)
        } else {
            error(scope, reply)
        };
        quote!(#statuses #media #read)
    };
    replies.map(line).collect()
}

/// As the document writes them.
fn statuses(statuses: Statuses) -> TokenStream {
    match statuses {
        Statuses::Exact(status) => verbatim(&status.to_string()),
        Statuses::Range(digit) => verbatim(&format!("{digit}XX")),
        Statuses::Default => quote!(default),
    }
}

fn success(operation: &Operation, reply: &Reply) -> TokenStream {
    let read = format_ident!("{}", reader(reply));
    match (&operation.success, &reply.variant) {
        (Success::Many(name), Some(variant)) => quote!(#read => #name::#variant),
        _ => quote!(#read),
    }
}

fn error(scope: &Scope, reply: &Reply) -> TokenStream {
    let read = format_ident!("error_{}", reader(reply));
    match &reply.content {
        Some((Media::Json, ty)) => {
            let ty = scope.value(ty);
            quote!(#read<#ty>)
        }
        _ => quote!(#read),
    }
}

/// The runtime's function that reads such a body.
fn reader(reply: &Reply) -> &'static str {
    match &reply.content {
        None => "empty",
        Some((Media::Text | Media::Form, _)) => "text",
        Some((Media::Bytes | Media::Multipart, _)) => "bytes",
        Some((Media::Json, _)) => "json",
    }
}
