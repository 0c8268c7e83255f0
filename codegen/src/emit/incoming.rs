//! A request that the API sends to us, as a value: its parameters and its body, and how each is read.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::contract::{INCOMING, INCOMING_CONTENTS};
use super::ident::wire;
use super::lines::Lines;
use super::types::Scope;
use super::write::{style, verb};
use super::{Context, body, docs, operation};
use crate::ir::{Body, Callback, Content, Incoming, Media, Parameter};
use crate::names::Ident;

/// The table of the value, and that of its contents where there are several.
pub(super) fn emit(
    context: &Context,
    scope: &Scope,
    callback: &Callback,
    value: &Incoming,
    lines: &mut Lines,
) {
    lines.blank();
    lines.open(quote!(#INCOMING!));
    lines.docs(docs::item(context, &callback.doc));
    let name = &value.name;
    let method = format_ident!("{}", operation::verb(value.verb));
    lines.open(quote!(#name: #method));
    let (always, others): (Vec<&Parameter>, Vec<&Parameter>) =
        value.parameters.iter().partition(|it| it.required);
    parameters(context, scope, &always, lines);
    if !others.is_empty() {
        lines.code(quote!(..));
        parameters(context, scope, &others, lines);
    }
    lines.close();
    if let Some(body) = &value.body {
        lines.docs(docs::item(context, &body.doc));
        lines.code(whole(scope, body));
    }
    lines.close();
    if let Some((body, name)) = value
        .body
        .as_ref()
        .and_then(|it| Some((it, it.choice.as_ref()?)))
    {
        contents(context, scope, value, (body, name), lines);
    }
}

fn parameters(context: &Context, scope: &Scope, parameters: &[&Parameter], lines: &mut Lines) {
    for parameter in parameters {
        lines.docs(docs::item(context, &parameter.doc));
        let ty = given(scope.value(&parameter.ty), parameter.required);
        let (name, wire) = (&parameter.name.rust, wire(&parameter.name));
        let read = parameter_read(parameter);
        lines.code(quote!(#read #name: #ty #wire,));
    }
}

fn given(ty: TokenStream, is_required: bool) -> TokenStream {
    if is_required { ty } else { quote!(Option<#ty>) }
}

fn parameter_read(parameter: &Parameter) -> TokenStream {
    let (place, usual) = verb(parameter.place);
    if parameter.style == usual {
        let place = format_ident!("{place}");
        return quote!(#place);
    }
    let place = format_ident!("{place}_as");
    let style = style(parameter.style);
    quote!(#place(#style))
}

/// The body, in whatever media type it comes.
fn whole(scope: &Scope, body: &Body) -> TokenStream {
    let presence = if body.required {
        "required"
    } else {
        "optional"
    };
    let presence = format_ident!("{presence}");
    let name = format_ident!("{}", body::FIELD);
    let (ty, read) = match (&body.choice, body.contents.first()) {
        (Some(choice), _) => (quote!(#choice), quote!(contents)),
        (None, Some(only)) => (scope.value(&only.ty), read(only)),
        (None, None) => return TokenStream::new(),
    };
    let ty = given(ty, body.required);
    quote!(#presence #name: #ty = #read;)
}

fn read(content: &Content) -> TokenStream {
    match content.media {
        Media::Json => quote!(json),
        Media::Form => {
            let styles = body::styles(content);
            quote!(form(#styles))
        }
        Media::Text => quote!(text),
        Media::Multipart | Media::Bytes => quote!(bytes),
    }
}

fn contents(
    context: &Context,
    scope: &Scope,
    value: &Incoming,
    (body, name): (&Body, &Ident),
    lines: &mut Lines,
) {
    lines.blank();
    lines.open(quote!(#INCOMING_CONTENTS!));
    let doc = (context.boilerplate.contents_of)(value.name.as_str());
    lines.docs(docs::phrase(&doc));
    lines.open(quote!(#name));
    for content in &body.contents {
        let (variant, media) = (&content.variant, &content.key);
        let ty = scope.value(&content.ty);
        let read = read(content);
        lines.code(quote!(#variant(#ty) = #read as #media,));
    }
    lines.close();
    lines.close();
}
