//! A request body: the call that writes it, and the enum of its media types where there are
//! several.

use proc_macro2::TokenStream;
use quote::quote;

use super::fields::BODY;
use crate::emit::contract::{self, CONTENTS, REQUEST};
use crate::emit::types::TypePaths;
use crate::emit::{Context, docs};
use crate::ir::{Body, Content, Group, Media, Operation, Style};

/// Emits the call that sends the body, such as `json(body)` or `optional(form(body, &[]))`.
pub(super) fn part(body: &Body) -> TokenStream {
    let name = contract::ident(BODY);
    let (method, arguments, media_type) = match (&body.choice, body.contents.first()) {
        (None, Some(only)) => (
            contract::body(only.media),
            arguments(only),
            only.sent.as_ref(),
        ),
        _ => (contract::ident("contents"), None, None),
    };
    let media_type = media_type.map(|media_type| quote!(as #media_type));
    let call = quote!(#method(#name #media_type #arguments));
    match body.required {
        true => call,
        false => quote!(optional(#call)),
    }
}

/// The statements that write a body in one media type.
fn statements(content: &Content) -> TokenStream {
    let method = contract::body(content.media);
    let arguments = arguments(content);
    let sent = content.sent.as_ref();
    let sent = sent.map(|media_type| quote!(request.media_type(#media_type);));
    quote!(request.#method(body #arguments); #sent)
}

/// Emits what the method of `Request` takes beside the body, such as `, &[("scan", "image/png")],
/// &[]`.
fn arguments(content: &Content) -> Option<TokenStream> {
    let styles = styles(content);
    match content.media {
        Media::Form => Some(quote!(, #styles)),
        Media::Multipart => {
            let parts = content.parts.iter();
            let parts = parts.map(|(name, media)| quote!((#name, #media)));
            Some(quote!(, &[#(#parts),*], #styles))
        }
        Media::Json | Media::Text | Media::Bytes => None,
    }
}

/// Lists the styles of a form's members that differ from the default, each with its members.
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
    paths: &TypePaths,
    group: &Group,
    operation: &Operation,
) -> Option<TokenStream> {
    let body = operation.body.as_ref()?;
    let name = body.choice.as_ref()?;
    let doc = (context.boilerplate.contents)(&docs::call_path(group, operation));
    let doc = docs::boilerplate(&doc);
    let variants = body.contents.iter().map(|content| {
        let variant = &content.variant;
        let ty = paths.value(&content.ty);
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
