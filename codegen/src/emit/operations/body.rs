//! A request body: the statement that writes it, and the enum of its media types where there are
//! several.

use proc_macro2::TokenStream;
use quote::quote;

use super::fields::BODY;
use crate::emit::contract::{self, CONTENTS, REQUEST};
use crate::emit::types::Scope;
use crate::emit::{Context, docs};
use crate::ir::{Body, Content, Group, Media, Operation, Style};

/// `json body`, `optional(form) body`: how the body is sent, then its field.
pub(super) fn part(body: &Body) -> TokenStream {
    let name = contract::ident(BODY);
    let (method, media_type) = match (&body.choice, body.contents.first()) {
        (None, Some(only)) => (method(only), only.sent.as_ref()),
        _ => (quote!(contents), None),
    };
    let method = match body.required {
        true => method,
        false => quote!(optional(#method)),
    };
    let media_type = media_type.map(|media_type| quote!(as #media_type));
    quote!(#method #name #media_type)
}

/// `multipart(&[("scan", "image/png")], &[])`: the method of `Request`, and what it takes beside
/// the body.
fn method(content: &Content) -> TokenStream {
    let method = contract::body(content.media);
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

/// The statements that write a body in one media type.
fn statements(content: &Content) -> TokenStream {
    let method = contract::body(content.media);
    let styles = || styles(content);
    let write = match content.media {
        Media::Form => {
            let styles = styles();
            quote!(request.#method(body, #styles);)
        }
        Media::Multipart => {
            let parts = content.parts.iter();
            let parts = parts.map(|(name, media)| quote!((#name, #media)));
            let styles = styles();
            quote!(request.#method(body, &[#(#parts),*], #styles);)
        }
        Media::Json | Media::Text | Media::Bytes => quote!(request.#method(body);),
    };
    let sent = content.sent.as_ref();
    let sent = sent.map(|media_type| quote!(request.media_type(#media_type);));
    quote!(#write #sent)
}

/// The styles of a form's members that differ from the default: each with its members.
pub(in crate::emit) fn styles(content: &Content) -> TokenStream {
    let mut styles: Vec<(Style, Vec<&str>)> = Vec::new();
    for (name, of) in &content.styles {
        match styles.iter_mut().find(|(style, _)| style == of) {
            Some((_, names)) => names.push(name),
            None => styles.push((*of, vec![name])),
        }
    }
    let styles = styles.iter().map(|(of, names)| {
        let style = contract::style(*of);
        quote!((#style, &[#(#names),*]))
    });
    quote!(&[#(#styles),*])
}

/// Emits the enum of the media types, where there are several.
pub(super) fn contents(
    context: &Context,
    scope: &Scope,
    group: &Group,
    operation: &Operation,
) -> Option<TokenStream> {
    let body = operation.body.as_ref()?;
    let name = body.choice.as_ref()?;
    let doc = (context.boilerplate.contents)(&docs::call_path(group, operation));
    let doc = docs::boilerplate(&doc);
    let variants = body.contents.iter().map(|content| {
        let variant = &content.variant;
        let ty = scope.value(&content.ty);
        quote!(#variant(#ty),)
    });
    let arms = body.contents.iter().map(|it| {
        let variant = &it.variant;
        let write = statements(it);
        quote!(Self::#variant(body) => { #write })
    });
    Some(quote! {
        #doc
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub enum #name { #(#variants)* }

        impl #CONTENTS for #name {
            fn write(&self, request: &mut #REQUEST) {
                match self { #(#arms)* }
            }
        }
    })
}
