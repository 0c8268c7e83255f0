//! Servers: the published ones, those with variables, and those of single operations.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::contract::{BASE_URL, OWN_SERVER, SERVER_PLACE};
use crate::emit::{Context, docs};
use crate::ir::{Doc, Environment, OwnServer, ServerPlace, ServerTemplate};

/// Emits the enum of the published servers.
pub(super) fn environment(context: &Context, environments: &[Environment]) -> Option<TokenStream> {
    if environments.is_empty() {
        return None;
    }
    let doc = docs::boilerplate(context.boilerplate.environment);
    let variants = environments.iter().map(|environment| {
        let attributes = docs::item(context, &environment.doc);
        let variant = &environment.variant;
        quote!(#attributes #variant,)
    });
    let names = environments.iter().map(|environment| &environment.variant);
    let urls = environments.iter().map(|environment| &environment.url);
    Some(quote! {
        #doc
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Environment { #(#variants)* }

        impl From<Environment> for #BASE_URL {
            fn from(environment: Environment) -> Self {
                Self::published(match environment {
                    #(Environment::#names => #urls,)*
                })
            }
        }
    })
}

/// Emits the type that holds a server's variables.
pub(super) fn template(context: &Context, server: &ServerTemplate) -> TokenStream {
    let mut doc = server.doc.clone();
    doc.notes.push(format!("url: {}", server.template));
    let doc = docs::item(context, &doc);
    let name = &server.name;
    let template = &server.template;
    let fields = server.variables.iter().map(|variable| {
        let doc = docs::item(context, &variable.doc);
        let name = &variable.name.rust;
        quote!(#doc pub #name: String,)
    });
    let new = new(context, server);
    let published = match &server.published {
        Some(url) => quote!(Some(#url)),
        None => quote!(None),
    };
    let pairs = server.variables.iter().map(|variable| {
        let (wire, name) = (&variable.name.wire, &variable.name.rust);
        quote!((#wire, &server.#name))
    });
    quote! {
        #doc
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub struct #name { #(#fields)* }

        impl #name { #new }

        impl From<#name> for #BASE_URL {
            fn from(server: #name) -> Self {
                Self::filled(#published, #template, &[#(#pairs),*])
            }
        }
    }
}

fn new(context: &Context, server: &ServerTemplate) -> TokenStream {
    let doc = docs::boilerplate(context.boilerplate.constructor_of_server);
    let required = server.variables.iter().filter(|it| it.default.is_none());
    let required = required.map(|variable| {
        let name = &variable.name.rust;
        quote!(#name: impl Into<String>)
    });
    let given = server.variables.iter().map(|variable| {
        let name = &variable.name.rust;
        match &variable.default {
            Some(default) => quote!(#name: #default.to_owned()),
            None => quote!(#name: #name.into()),
        }
    });
    quote! {
        #doc
        #[must_use]
        pub fn new(#(#required),*) -> Self {
            Self { #(#given),* }
        }
    }
}

/// Emits the builder's method that replaces the server of an operation's own.
pub(super) fn method(context: &Context, server: &OwnServer) -> TokenStream {
    let own = match &server.place {
        ServerPlace::Relative(path) => (context.boilerplate.own_path)(path),
        ServerPlace::Absolute(urls) => {
            let mut urls: Vec<&str> = urls.iter().map(|(_, url)| url.as_str()).collect();
            urls.dedup();
            (context.boilerplate.own_server)(&urls.join("`, `"))
        }
    };
    let description = server.doc.description.iter().cloned();
    let doc = docs::item(
        context,
        &Doc {
            description: Some(description.chain([own]).collect::<Vec<_>>().join("\n\n")),
            ..server.doc.clone()
        },
    );
    let (method, constant) = (&server.method, &server.constant);
    quote! {
        #doc
        pub fn #method(mut self, server: impl Into<#BASE_URL>) -> Self {
            self.settings.own_server(&#constant, server.into());
            self
        }
    }
}

/// Emits the static by which operations refer to a server of their own.
pub(super) fn constant(context: &Context, server: &OwnServer) -> TokenStream {
    let constant = &server.constant;
    let method = server.method.as_str();
    let doc = (context.boilerplate.server)(&format!("ClientBuilder::{method}"));
    let doc = docs::boilerplate(&doc);
    let place = match &server.place {
        ServerPlace::Relative(path) => quote!(Relative(#path)),
        ServerPlace::Absolute(urls) => {
            let pairs = urls.iter().map(|(of, url)| quote!((#of, #url)));
            quote!(Absolute(&[#(#pairs),*]))
        }
    };
    quote! {
        #doc
        pub(super) static #constant: #OWN_SERVER = #OWN_SERVER { method: #method, place: #SERVER_PLACE::#place };
    }
}
