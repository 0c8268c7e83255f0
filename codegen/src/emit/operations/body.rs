//! A request body: the statement that writes it, and the enum of its media types where there are
//! several.

use proc_macro2::TokenStream;
use quote::quote;

use super::call_path;
use crate::emit::contract::{self, CONTENTS, REQUEST};
use crate::emit::types::Scope;
use crate::emit::{Context, docs};
use crate::ir::{Body, Content, Group, Media, Operation, Style};

/// The statement that writes the body.
pub(super) fn statement(body: &Body, value: &TokenStream) -> TokenStream {
    match (&body.choice, body.contents.first()) {
        (None, Some(only)) => content(only, value),
        _ => quote!(request.contents(#value);),
    }
}

/// The statements that write a body in one media type.
fn content(content: &Content, value: &TokenStream) -> TokenStream {
    let method = contract::body(content.media);
    let styles = || styles(content);
    let write = match content.media {
        Media::Form => {
            let styles = styles();
            quote!(request.#method(#value, #styles);)
        }
        Media::Multipart => {
            let parts = content.parts.iter();
            let parts = parts.map(|(name, media)| quote!((#name, #media)));
            let styles = styles();
            quote!(request.#method(#value, &[#(#parts),*], #styles);)
        }
        Media::Json | Media::Text | Media::Bytes => quote!(request.#method(#value);),
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
    let doc = (context.boilerplate.contents)(&call_path(group, operation));
    let doc = docs::boilerplate(&doc);
    let variants = body.contents.iter().map(|content| {
        let variant = &content.variant;
        let ty = scope.value(&content.ty);
        quote!(#variant(#ty),)
    });
    let arms = body.contents.iter().map(|it| {
        let variant = &it.variant;
        let write = content(it, &quote!(body));
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
