//! A request that the API sends, as a value: its parameters, its body, and how each is decoded.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

use crate::emit::contract::{
    self, DECODE_ERROR, INCOMING, INCOMING_CONTENTS, METHOD, READ_CONTENT, RECEIVED,
};
use crate::emit::operations::{BODY, styles};
use crate::emit::types::{TypePaths, option};
use crate::emit::{Context, docs, syntax};
use crate::ir::{Body, Callback, Content, Incoming, Media, Parameter};
use crate::names::Ident;

/// Emits the struct and its impl, and the enum of the body's media types where there are several.
pub(super) fn emit(
    context: &Context,
    paths: &TypePaths,
    callback: &Callback,
    value: &Incoming,
) -> TokenStream {
    let item = item(context, paths, callback, value);
    let read = read_impl(value);
    let contents = value.body.as_ref();
    let contents = contents.and_then(|body| contents_enum(context, paths, &value.name, body));
    quote!(#item #read #contents)
}

fn item(
    context: &Context,
    paths: &TypePaths,
    callback: &Callback,
    value: &Incoming,
) -> TokenStream {
    let doc = docs::item(context, &callback.doc);
    let name = &value.name;
    let parameters = parameters(value).into_iter().map(|parameter| {
        let doc = docs::part(context, &parameter.doc, &callback.doc);
        let name = &parameter.name.rust;
        let ty = presence(paths.value(&parameter.ty), parameter.required);
        quote!(#doc pub #name: #ty,)
    });
    let body = value.body.as_ref();
    let body = body.map(|body| body_field(context, paths, body));
    quote! {
        #doc
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub struct #name { #(#parameters)* #body }
    }
}

fn read_impl(value: &Incoming) -> TokenStream {
    let name = &value.name;
    let method = contract::http_method(value.verb);
    let parameters = parameters(value).into_iter().map(parameter);
    let body = value.body.as_ref().map(decoded_body);
    let is_empty = value.parameters.is_empty() && value.body.is_none();
    let received = contract::ident(if is_empty { "_" } else { "received" });
    quote! {
        impl #INCOMING for #name {
            const METHOD: #METHOD = #method;

            fn read(#received: &#RECEIVED<'_>) -> Result<Self, #DECODE_ERROR> {
                Ok(Self { #(#parameters)* #body })
            }
        }
    }
}

/// The parameters, required ones first.
fn parameters(value: &Incoming) -> Vec<&Parameter> {
    let (mut required, optional): (Vec<&Parameter>, Vec<&Parameter>) =
        value.parameters.iter().partition(|it| it.required);
    required.extend(optional);
    required
}

fn presence(ty: Type, is_required: bool) -> Type {
    if is_required { ty } else { option(ty) }
}

fn parameter(parameter: &Parameter) -> TokenStream {
    let name = &parameter.name.rust;
    let wire = &parameter.name.wire;
    let (place, default) = contract::parameter(parameter.place);
    let read = if parameter.style == default {
        let method = contract::ident(place);
        quote!(#method(#wire))
    } else {
        let method = contract::ident(&format!("{place}_as"));
        let style = contract::style(parameter.style);
        quote!(#method(#wire, #style))
    };
    let presence = contract::ident(if parameter.required {
        "required"
    } else {
        "optional"
    });
    quote!(#name: received.#read?.#presence()?,)
}

fn body_field(context: &Context, paths: &TypePaths, body: &Body) -> TokenStream {
    let doc = docs::item(context, &body.doc);
    let name = contract::ident(BODY);
    let ty = match (&body.choice, body.contents.first()) {
        (Some(choice), _) => syntax::named(choice),
        (None, Some(only)) => paths.value(&only.ty),
        (None, None) => return TokenStream::new(),
    };
    let ty = presence(ty, body.required);
    quote!(#doc pub #name: #ty,)
}

fn decoded_body(body: &Body) -> TokenStream {
    let name = contract::ident(BODY);
    let read = match (&body.choice, body.contents.first()) {
        (Some(_), _) => quote!(contents()),
        (None, Some(only)) => read(only),
        (None, None) => return TokenStream::new(),
    };
    match body.required {
        true => quote!(#name: received.#read?,),
        false => quote!(#name: received.given(|received| received.#read)?,),
    }
}

/// The call that decodes a body in one media type.
fn read(content: &Content) -> TokenStream {
    match content.media {
        Media::Json => quote!(json()),
        Media::Form => {
            let styles = styles(content);
            quote!(form(#styles))
        }
        Media::Text => quote!(text()),
        Media::Multipart | Media::Bytes => quote!(bytes()),
    }
}

fn contents_enum(
    context: &Context,
    paths: &TypePaths,
    value: &Ident,
    body: &Body,
) -> Option<TokenStream> {
    let name = body.choice.as_ref()?;
    let doc = (context.boilerplate.contents)(value.as_str());
    let doc = docs::boilerplate(&doc);
    let variants = body.contents.iter().map(|content| {
        let variant = &content.variant;
        let ty = paths.value(&content.ty);
        quote!(#variant(#ty),)
    });
    let rows = body.contents.iter().map(|content| {
        let (variant, media_type) = (&content.variant, &content.key);
        let read = read(content);
        quote!((#media_type, |received| received.#read.map(Self::#variant)))
    });
    Some(quote! {
        #doc
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub enum #name { #(#variants)* }

        impl #INCOMING_CONTENTS for #name {
            const READ: &'static [#READ_CONTENT<Self>] = &[#(#rows),*];
        }
    })
}
