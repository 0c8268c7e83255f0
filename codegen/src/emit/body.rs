//! A request's body: how each content is written, and the enum where there are several.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::contract::CONTENTS;
use super::lines::Lines;
use super::types::Scope;
use super::write::style;
use super::{Context, docs, operation};
use crate::ir::{Body, Content, Group, Media, Operation, Style};

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
    match content.media {
        Media::Form => {
            let styles = styles(content);
            quote!(#method(#styles))
        }
        Media::Multipart => {
            let parts = content.parts.iter();
            let parts = parts.map(|(name, media)| quote!((#name, #media)));
            let styles = styles(content);
            quote!(#method(&[#(#parts),*], #styles))
        }
        Media::Json | Media::Text | Media::Bytes => quote!(#method),
    }
}

/// The styles of a form's members, where they are not the usual one: each with its members.
pub(super) fn styles(content: &Content) -> TokenStream {
    let mut styles: Vec<(Style, Vec<&str>)> = Vec::new();
    for (name, of) in &content.styles {
        match styles.iter_mut().find(|(style, _)| style == of) {
            Some((_, names)) => names.push(name),
            None => styles.push((*of, vec![name])),
        }
    }
    let styles = styles.iter().map(|(of, names)| {
        let style = style(*of);
        quote!((#style, &[#(#names),*]))
    });
    quote!(&[#(#styles),*])
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
    let doc = (context.boilerplate.contents_of)(&operation::call_path(group, operation));
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
