//! A request's body: how each content is written, and the enum where there are several.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::contract::CONTENTS;
use super::lines::Lines;
use super::types::Scope;
use super::write::style;
use super::{Context, docs, operation};
use crate::ir::{Body, Content, Group, Media, Operation};

/// The name of the body's field.
pub(super) const FIELD: &str = "body";

/// The method that writes it: that of its only content, or of the enum.
pub(super) fn write(body: &Body, content: &Content) -> TokenStream {
    match &body.choice {
        Some(_) => quote!(contents),
        None => method(content),
    }
}

fn method(content: &Content) -> TokenStream {
    let method = format_ident!(
        "{}",
        match content.media {
            Media::Json => "json",
            Media::Form => "form",
            Media::Multipart => "multipart",
            Media::Text => "text",
            Media::Bytes => "bytes",
        }
    );
    let members: Vec<_> = match content.media {
        Media::Form => content
            .styles
            .iter()
            .map(|(name, of)| {
                let style = style(*of);
                quote!((#name, #style))
            })
            .collect(),
        Media::Multipart => content
            .parts
            .iter()
            .map(|(name, media)| quote!((#name, #media)))
            .collect(),
        Media::Json | Media::Text | Media::Bytes => return quote!(#method),
    };
    quote!(#method(&[#(#members),*]))
}

/// The enum of the contents, where there are several.
pub(super) fn emit(
    context: &Context,
    scope: &Scope,
    group: &Group,
    operation: &Operation,
    lines: &mut Lines,
) {
    let Some(body) = &operation.body else { return };
    let Some(name) = &body.choice else { return };
    lines.blank();
    lines.open(quote!(#CONTENTS!));
    let doc = (context.phrases.contents_of)(&operation::path(group, operation));
    lines.docs(docs::phrase(&doc));
    lines.open(quote!(#name));
    for content in &body.contents {
        let variant = &content.variant;
        let ty = scope.value(&content.ty);
        let method = method(content);
        let sent = content.sent.as_ref().map(|media| quote!(as #media));
        lines.code(quote!(#variant(#ty) = #method #sent,));
    }
    lines.close();
    lines.close();
}
