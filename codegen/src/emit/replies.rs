//! What may come back, and how each is read.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::contract::{
    BYTES, DOCUMENTED, EMPTY, ERROR_BYTES, ERROR_EMPTY, ERROR_JSON, ERROR_TEXT, JSON, STATUSES,
    TEXT,
};
use super::types::Scope;
use crate::ir::{Media, Operation, Reply, Statuses, Success};

/// `const REPLIES`.
pub(super) fn emit(scope: &Scope, operation: &Operation) -> TokenStream {
    let replies = operation.replies.iter().map(|reply| {
        let statuses = statuses(reply.statuses);
        let media = &reply.media_types;
        let media = (!media.is_empty()).then(|| quote!(.of(&[#(#media),*])));
        if reply.success {
            let read = success(scope, operation, reply);
            quote!(#DOCUMENTED::success(#statuses, #read)#media)
        } else {
            let read = error(scope, reply);
            quote!(#DOCUMENTED::error(#statuses, #read)#media)
        }
    });
    quote! {
        const REPLIES: &'static [#DOCUMENTED<Self::Reply>] = &[#(#replies),*];
    }
}

fn statuses(statuses: Statuses) -> TokenStream {
    match statuses {
        Statuses::Exact(status) => {
            let status = Literal::u16_unsuffixed(status);
            quote!(#STATUSES::Exact(#status))
        }
        Statuses::Range(digit) => {
            let digit = Literal::u8_unsuffixed(digit);
            quote!(#STATUSES::Range(#digit))
        }
        Statuses::Default => quote!(#STATUSES::Default),
    }
}

fn success(scope: &Scope, operation: &Operation, reply: &Reply) -> TokenStream {
    match (&operation.success, &reply.variant) {
        (Success::Many(name), Some(variant)) if reply.content.is_some() => {
            let read = reader(scope, reply);
            quote!(|raw| #read(raw).map(#name::#variant))
        }
        (Success::Many(name), Some(variant)) => {
            quote!(|raw| #EMPTY(raw).map(|()| #name::#variant))
        }
        _ => reader(scope, reply),
    }
}

fn reader(scope: &Scope, reply: &Reply) -> TokenStream {
    match &reply.content {
        None => quote!(#EMPTY),
        Some((Media::Text | Media::Form, _)) => quote!(#TEXT),
        Some((Media::Bytes | Media::Multipart, _)) => quote!(#BYTES),
        Some((Media::Json, ty)) => {
            let ty = scope.value(ty);
            quote!(#JSON::<#ty>)
        }
    }
}

fn error(scope: &Scope, reply: &Reply) -> TokenStream {
    match &reply.content {
        None => quote!(#ERROR_EMPTY),
        Some((Media::Text | Media::Form, _)) => quote!(#ERROR_TEXT),
        Some((Media::Bytes | Media::Multipart, _)) => quote!(#ERROR_BYTES),
        Some((Media::Json, ty)) => {
            let ty = scope.value(ty);
            quote!(#ERROR_JSON::<#ty>)
        }
    }
}
