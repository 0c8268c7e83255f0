//! A request that the API sends to us, as a value: its parameters and its body, and how each is read.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens as _, format_ident, quote};

use super::contract::{INCOMING, METHOD, RECEIVED, UNREADABLE};
use super::types::Scope;
use super::write::{style, verb};
use super::{Context, body, docs, operation};
use crate::ir::{Body, Callback, Content, Incoming, Media, Parameter};
use crate::names::Ident;

/// The value, the enum of its contents where there are several, and how they are read.
pub(super) fn emit(
    context: &Context,
    scope: &Scope,
    callback: &Callback,
    value: &Incoming,
) -> TokenStream {
    let doc = docs::item(context, &callback.doc);
    let name = &value.name;
    let method = format_ident!("{}", operation::verb(value.verb));
    let fields = fields(context, scope, value);
    let parameters = value.parameters.iter().map(parameter);
    let read = parameters.chain(value.body.iter().map(body));
    let read: Vec<TokenStream> = read.collect();
    let received = format_ident!("{}", if read.is_empty() { "_" } else { "received" });
    let choice = value
        .body
        .iter()
        .filter_map(|body| choice(context, scope, value, body));
    quote! {
        #doc
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub struct #name { #fields }

        impl #INCOMING for #name {
            const METHOD: #METHOD = #METHOD::#method;

            fn read(#received: &#RECEIVED<'_>) -> Result<Self, #UNREADABLE> {
                Ok(Self { #(#read,)* })
            }
        }

        #(#choice)*
    }
}

fn fields(context: &Context, scope: &Scope, value: &Incoming) -> TokenStream {
    let parameters = value.parameters.iter().map(|parameter| {
        let ty = scope.value(&parameter.ty);
        let name = &parameter.name.rust;
        (&parameter.doc, name.clone(), ty, parameter.required)
    });
    let body = value.body.iter().filter_map(|body| {
        let ty = match &body.choice {
            Some(name) => quote!(#name),
            None => scope.value(&body.contents.first()?.ty),
        };
        Some((&body.doc, Ident::snake("body"), ty, body.required))
    });
    let fields = parameters.chain(body).map(|(doc, name, ty, required)| {
        let doc = docs::item(context, doc);
        let ty = if required { ty } else { quote!(Option<#ty>) };
        quote!(#doc pub #name: #ty,)
    });
    quote!(#(#fields)*)
}

fn parameter(parameter: &Parameter) -> TokenStream {
    let (place, usual) = verb(parameter.place);
    let presence = if parameter.required {
        "required"
    } else {
        "optional"
    };
    let presence = format_ident!("{presence}");
    let name = &parameter.name.rust;
    let wire = &parameter.name.wire;
    if parameter.style == usual {
        let place = format_ident!("{place}");
        return quote!(#name: received.#place(#wire)?.#presence()?);
    }
    let place = format_ident!("{place}_as");
    let style = style(parameter.style);
    quote!(#name: received.#place(#wire, #style)?.#presence()?)
}

fn body(body: &Body) -> TokenStream {
    let read = match (&body.choice, body.contents.as_slice()) {
        (Some(choice), contents) => chosen(choice, contents),
        (None, contents) => contents.iter().map(content).collect(),
    };
    if body.required {
        quote!(body: #read?)
    } else {
        quote!(body: received.given(|received| #read)?)
    }
}

/// One of several contents, as its media type says; the last stands for what none of the others is.
fn chosen(choice: &Ident, contents: &[Content]) -> TokenStream {
    let keys = contents.iter().map(|content| &content.key);
    let last = contents.len().saturating_sub(1);
    let arms = contents.iter().enumerate().map(|(index, one)| {
        let read = content(one);
        let variant = &one.variant;
        let number = match index {
            index if index == last => quote!(_),
            index => Literal::usize_unsuffixed(index).into_token_stream(),
        };
        quote!(#number => #read.map(#choice::#variant),)
    });
    quote!(match received.content(&[#(#keys),*]) { #(#arms)* })
}

fn content(content: &Content) -> TokenStream {
    match content.media {
        Media::Json => quote!(received.json()),
        Media::Form => {
            let styles = body::styles(content);
            quote!(received.form(#styles))
        }
        Media::Text => quote!(received.text()),
        Media::Multipart | Media::Bytes => quote!(received.bytes()),
    }
}

fn choice(context: &Context, scope: &Scope, value: &Incoming, body: &Body) -> Option<TokenStream> {
    let name = body.choice.as_ref()?;
    let doc = docs::phrase(&(context.phrases.contents_of)(value.name.as_str()));
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
