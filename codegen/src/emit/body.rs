//! A request's body: how each content is written, and the enum where there are several.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::types::Scope;
use super::write::style;
use super::{Context, docs, operation};
use crate::ir::{Body, Content, Group, Media, Operation};
use crate::names::Ident;

/// The statement that writes the body of that field.
pub(super) fn write(body: &Body, field: &str) -> TokenStream {
    let field = Ident::snake(field);
    let contents = match (&body.choice, body.contents.as_slice()) {
        (None, [one]) if body.required => return content(one, &quote!(&self.#field)),
        (None, [one]) => content(one, &quote!(body)),
        (choice, several) => {
            let arms = several.iter().map(|one| {
                let variant = &one.variant;
                let write = content(one, &quote!(body));
                quote!(#choice::#variant(body) => { #write })
            });
            let matched = if body.required {
                quote!(&self.#field)
            } else {
                quote!(body)
            };
            quote!(match #matched { #(#arms)* })
        }
    };
    if body.required {
        return contents;
    }
    quote! {
        if let Some(body) = &self.#field { #contents }
    }
}

fn content(content: &Content, value: &TokenStream) -> TokenStream {
    let verb = format_ident!(
        "{}",
        match content.media {
            Media::Json => "json",
            Media::Form => "form",
            Media::Multipart => "multipart",
            Media::Text => "text",
            Media::Bytes => "bytes",
        }
    );
    let styles = content.styles.iter().map(|(name, of)| {
        let style = style(*of);
        quote!((#name, #style))
    });
    let parts = content
        .parts
        .iter()
        .map(|(name, media)| quote!((#name, #media)));
    let members = match content.media {
        Media::Form => quote!(, &[#(#styles),*]),
        Media::Multipart => quote!(, &[#(#parts),*]),
        Media::Json | Media::Text | Media::Bytes => quote!(),
    };
    let sent = content.sent.as_ref();
    let sent = sent.map(|media| quote!(request.media(#media);));
    quote!(request.#verb(#value #members); #sent)
}

/// The enum of the contents, where there are several.
pub(super) fn emit(
    context: &Context,
    scope: &Scope,
    group: &Group,
    operation: &Operation,
) -> Option<TokenStream> {
    let body = operation.body.as_ref()?;
    let name = body.choice.as_ref()?;
    let doc = (context.phrases.contents_of)(&operation::path(group, operation));
    let doc = docs::phrase(&doc);
    let variants = body.contents.iter().map(|content| {
        let variant = &content.variant;
        let ty = scope.value(&content.ty);
        quote!(#variant(#ty),)
    });
    Some(quote! {
        #doc
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub enum #name { #(#variants)* }
    })
}
