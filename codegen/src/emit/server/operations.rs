//! How a server reads an operation: each field as the client writes it.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Item;

use crate::emit::contract::{self, READ_BODY, SERVED, SERVED_CONTENTS};
use crate::emit::operations::{SentAs, fields, styles};
use crate::emit::{Items, syntax};
use crate::ir::{Body, Content, Media, Operation, Parameter, Place};
use crate::names::Ident;

/// Emits the impl of `Served`, and the impl of `ServedContents` where there are several media types.
pub(super) fn emit(operation: &Operation, items: Items<'_>) {
    items(served(operation));
    if let Some(body) = &operation.body
        && let Some(choice) = &body.choice
    {
        items(Item::Verbatim(contents(choice, body)));
    }
}

/// Emits the macro call that reads the operation: each field, and the path parameters that may be
/// several segments.
fn served(operation: &Operation) -> Item {
    let name = &operation.value;
    let fields = fields(operation).map(|field| {
        let name = &field.name.rust;
        let read = match field.sent_as {
            SentAs::Parameter(it) => parameter(it),
            SentAs::Body(it) => body(it),
        };
        quote!(, #name = #read)
    });
    let parameters = operation.parameters.iter();
    let spanning = parameters.filter(|it| it.place == Place::Path && it.reserved);
    let spanning: Vec<&str> = spanning.map(|it| it.name.wire.as_str()).collect();
    let spanning = (!spanning.is_empty()).then(|| quote!(; spanning(#(#spanning),*)));
    syntax::macro_item(SERVED, quote!(operations::#name #(#fields)* #spanning))
}

/// Emits the call that reads a parameter, such as `header("Session-Key")`.
fn parameter(parameter: &Parameter) -> TokenStream {
    let wire = &parameter.name.wire;
    let (place, default) = contract::parameter(parameter.place);
    if parameter.style == default {
        let method = contract::ident(place);
        return quote!(#method(#wire));
    }
    let method = contract::ident(&format!("{place}_as"));
    let style = contract::style(parameter.style);
    quote!(#method(#wire, #style))
}

/// Emits how the body is read, such as `json("application/json")`.
fn body(body: &Body) -> TokenStream {
    let read = match (&body.choice, body.contents.first()) {
        (None, Some(only)) => {
            let method = contract::body(only.media);
            let media_types = media_types(only);
            let styles = form_styles(only).map(|styles| quote!(; #styles));
            quote!(#method(#(#media_types),* #styles))
        }
        _ => quote!(contents()),
    };
    match body.required {
        true => read,
        false => quote!(given(#read)),
    }
}

/// Returns the media types that a content covers.
fn media_types(content: &Content) -> Vec<&str> {
    let mut known = vec![content.key.as_str()];
    for documented in &content.documented {
        let essence = documented.key.split(';').next().unwrap_or_default().trim();
        if !essence.is_empty() && !known.contains(&essence) {
            known.push(essence);
        }
    }
    known
}

/// Emits the styles of a form's members.
fn form_styles(content: &Content) -> Option<TokenStream> {
    (content.media == Media::Form).then(|| styles(content))
}

/// Emits the table of a body's media types, each with how it is read.
fn contents(name: &Ident, body: &Body) -> TokenStream {
    let rows = body.contents.iter().map(|content| {
        let method = contract::body(content.media);
        let (variant, media_types) = (&content.variant, media_types(content));
        let media_types = quote!(&[#(#media_types),*]);
        let styles = form_styles(content).map(|styles| quote!(, #styles));
        quote!((#media_types, |reader| reader.#method(#media_types #styles).map(Self::#variant)))
    });
    quote! {
        impl #SERVED_CONTENTS for operations::#name {
            const READ: &'static [#READ_BODY<Self>] = &[#(#rows),*];
        }
    }
}
