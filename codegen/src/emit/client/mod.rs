//! The root handle: environments, credentials, the builder, and a method per group.

mod server;

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::contract::{
    BASE_URL, BUILD_ERROR, CORE, SCHEME, SCHEME_PLACE, SECRET, SETTINGS, TRANSPORT, import,
};
use crate::emit::{Context, docs};
use crate::ir::{Api, Client, Group, Module, Scheme, SchemeKind};

/// Emits the file.
pub(super) fn emit(context: &Context, api: &Api) -> TokenStream {
    let schemes = api
        .client
        .schemes
        .iter()
        .map(|scheme| constant(context, scheme));
    let environment = server::environment(context, &api.client.environments);
    let templates = api.client.templates.iter();
    let templates = templates.map(|template| server::template(context, template));
    let own = api.client.own_servers.iter();
    let own = own.map(|own| server::constant(context, own));
    let client = client(context, api);
    let builder = builder(context, &api.client);
    let items = quote!(#client #builder #environment #(#templates)* #(#own)* #(#schemes)*);
    let runtime = import(context);
    quote!(#runtime #items)
}

fn client(context: &Context, api: &Api) -> TokenStream {
    let doc = docs::boilerplate(context.boilerplate.client);
    let start = docs::boilerplate(context.boilerplate.builder);
    let groups = api.modules.iter().flat_map(|module| {
        let groups = module.groups.iter();
        groups.map(|group| accessor(context, module, group))
    });
    quote! {
        #doc
        #[derive(Clone, Debug)]
        pub struct Client {
            core: #CORE,
        }

        impl Client {
            #start
            pub fn builder(server: impl Into<#BASE_URL>) -> ClientBuilder {
                ClientBuilder { settings: #SETTINGS::new(server.into()) }
            }

            #(#groups)*
        }
    }
}

fn accessor(context: &Context, module: &Module, group: &Group) -> TokenStream {
    let attributes = docs::item(context, &group.doc);
    let method = &group.method;
    let module = &module.name;
    let handle = &group.handle;
    quote! {
        #attributes
        #[must_use]
        pub fn #method(&self) -> super::#module::operations::#handle<'_> {
            super::#module::operations::#handle::new(&self.core)
        }
    }
}

fn builder(context: &Context, client: &Client) -> TokenStream {
    let doc = docs::boilerplate(context.boilerplate.client_builder);
    let transport = docs::boilerplate(context.boilerplate.transport);
    let build = docs::boilerplate(context.boilerplate.build);
    let credentials = client.schemes.iter();
    let credentials = credentials.map(|scheme| credential(context, scheme));
    let servers = client.own_servers.iter();
    let servers = servers.map(|own| server::method(context, own));
    quote! {
        #doc
        #[derive(Debug)]
        #[must_use]
        pub struct ClientBuilder {
            settings: #SETTINGS,
        }

        impl ClientBuilder {
            #(#credentials)*

            #(#servers)*

            #transport
            pub fn transport(mut self, transport: #TRANSPORT) -> Self {
                self.settings.transport(transport);
                self
            }

            #build
            pub fn build(self) -> Result<Client, #BUILD_ERROR> {
                Ok(Client { core: self.settings.build()? })
            }
        }
    }
}

fn credential(context: &Context, scheme: &Scheme) -> TokenStream {
    let doc = docs::item(context, &scheme.doc);
    let method = &scheme.method;
    let constant = &scheme.constant;
    if scheme.kind == SchemeKind::Basic {
        return quote! {
            #doc
            pub fn #method(mut self, user: impl Into<String>, password: impl Into<#SECRET>) -> Self {
                self.settings.basic(&#constant, user.into(), password.into());
                self
            }
        };
    }
    quote! {
        #doc
        pub fn #method(mut self, value: impl Into<#SECRET>) -> Self {
            self.settings.credential(&#constant, value.into());
            self
        }
    }
}

fn constant(context: &Context, scheme: &Scheme) -> TokenStream {
    let constant = &scheme.constant;
    let wire = &scheme.wire;
    let method = scheme.method.as_str();
    let doc = (context.boilerplate.scheme)(&format!("ClientBuilder::{method}"));
    let doc = docs::boilerplate(&doc);
    let place = match &scheme.kind {
        SchemeKind::Header { name, prefix } => quote!(Header { name: #name, prefix: #prefix }),
        SchemeKind::Query(name) => quote!(Query(#name)),
        SchemeKind::Cookie(name) => quote!(Cookie(#name)),
        SchemeKind::Basic => quote!(Basic),
        SchemeKind::Bearer => quote!(Bearer),
    };
    quote! {
        #doc
        pub(super) static #constant: #SCHEME = #SCHEME { name: #wire, method: #method, place: #SCHEME_PLACE::#place };
    }
}
