//! The files that hold no item of their own: modules and re-exports.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::contract::{CONTRACT, VERSION, import};
use super::{Context, docs};
use crate::ir::{Api, Group, Module, Success, TypeDef};
use crate::names::Ident;

/// The root module, with the one exception from the lints.
pub(super) fn root(context: &Context, api: &Api) -> TokenStream {
    let runtime = import(context);
    let version = Literal::u32_unsuffixed(VERSION);
    let modules = api.modules.iter().map(|module| &module.name);
    let environment = (!api.client.environments.is_empty()).then(|| quote!(, Environment));
    let servers = api.client.templates.iter().map(|server| &server.name);
    let server = api.server.as_ref().map(|server| {
        let feature = server.feature.iter();
        quote!(
            #(#[cfg(feature = #feature)])*
            pub mod server;
        )
    });
    quote! {
        #![allow(
            missing_docs,
            unreachable_pub,
            dead_code,
            unused_imports,
            deprecated,
            clippy::all,
            clippy::pedantic,
            reason = "generated: names and texts come from the spec, and a client may not use all of it"
        )]

        pub mod client;
        #(pub mod #modules;)*
        #server

        pub use client::{Client, ClientBuilder #environment #(, #servers)*};

        const _: () = {
            #runtime
            assert!(
                #CONTRACT == #version,
                "the runtime has another version of the contract: regenerate with the generator of that version",
            );
        };
    }
}

/// The module of one document.
pub(super) fn document(context: &Context, module: &Module) -> TokenStream {
    let doc = docs::module(context, &module.doc);
    let callbacks = (!module.callbacks.is_empty()).then(|| {
        quote!(
            pub mod callbacks;
        )
    });
    let operations = (!module.groups.is_empty()).then(|| {
        quote!(
            pub mod operations;
        )
    });
    let types = (!module.types.is_empty()).then(|| {
        quote!(
            pub mod types;
        )
    });
    quote!(#doc #callbacks #operations #types)
}

/// A module per file of types, each type re-exported.
pub(super) fn types(files: &[&Ident], types: &[TypeDef]) -> TokenStream {
    let exports = types
        .chunk_by(|left, right| left.file == right.file)
        .map(|chunk| {
            let names = chunk.iter().map(|def| &def.name).collect();
            export(&chunk[0].file, names)
        });
    quote!(#(mod #files;)* #(#exports)*)
}

/// A module per tag, with its handle and its operations re-exported.
pub(super) fn operations(groups: &[Group]) -> TokenStream {
    let modules = groups.iter().map(|group| group.method.as_module());
    let exports = groups
        .iter()
        .map(|group| export(&group.method.as_module(), defined_by(group)));
    quote!(#(mod #modules;)* #(#exports)*)
}

/// The types that a group's file defines.
fn defined_by(group: &Group) -> Vec<&Ident> {
    let mut names = vec![&group.handle];
    for operation in &group.operations {
        names.push(&operation.value);
        if let Success::Many(name) = &operation.success {
            names.push(name);
        }
        names.extend(
            operation
                .body
                .iter()
                .filter_map(|body| body.choice.as_ref()),
        );
    }
    names
}

fn export(module: &Ident, mut names: Vec<&Ident>) -> TokenStream {
    names.sort();
    match names.as_slice() {
        [one] => quote!(pub use #module::#one;),
        several => quote!(pub use #module::{#(#several),*};),
    }
}
