//! The file of one tag: the handle with a method per operation, then each operation's own items.

mod body;
mod fields;
mod outcome;
mod responses;
mod value;

use proc_macro2::TokenStream;
use quote::quote;

use self::fields::{Field, Source};
use super::contract::{CALL, CORE, import};
use super::types::{TypePaths, is_copied};
use super::{Context, Items, docs};
use crate::ir::{Group, Operation};

pub(super) use self::body::styles;
pub(super) use self::fields::{BODY, SentAs, fields};

/// Emits the handle and each of its operations, and returns the imports.
pub(super) fn emit(context: &Context, group: &Group, items: Items<'_>) -> TokenStream {
    let paths = TypePaths::user();
    items(handle(context, &paths, group));
    for operation in &group.operations {
        value::emit(context, &paths, group, operation, items);
        items(body::contents(context, &paths, group, operation).unwrap_or_default());
        items(responses::choice(context, &paths, group, operation).unwrap_or_default());
    }
    let names_client = |it: &Operation| {
        it.server.is_some() || it.security.iter().any(|schemes| !schemes.is_empty())
    };
    let runtime = import(context);
    let client = group.operations.iter().any(names_client).then(|| {
        quote!(
            use super::super::super::client;
        )
    });
    let types = paths.is_used().then(|| {
        quote!(
            use super::super::types;
        )
    });
    quote!(#runtime #client #types)
}

fn handle(context: &Context, paths: &TypePaths, group: &Group) -> TokenStream {
    let doc = docs::item(context, &group.doc);
    let handle = &group.handle;
    let operations = &group.operations;
    let methods = operations.iter().map(|it| method(context, paths, it));
    quote! {
        #doc
        #[derive(Clone, Copy, Debug)]
        pub struct #handle<'c> {
            core: &'c #CORE,
        }

        impl<'c> #handle<'c> {
            pub(crate) fn new(core: &'c #CORE) -> Self {
                Self { core }
            }

            #(#methods)*
        }
    }
}

/// The handle's method: it takes what is required, and the body where there is one.
fn method(context: &Context, paths: &TypePaths, operation: &Operation) -> TokenStream {
    let doc = docs::operation(context, operation);
    let (method, value) = (&operation.method, &operation.value);
    let response = responses::ty(paths, operation);
    // An argument that is `impl Into<Option<&T>>` needs a named lifetime.
    let borrows = |field: Field<'_>| {
        matches!(field.source, Source::OptionalArgument) && !field.ty.is_some_and(is_copied)
    };
    let lifetime = fields(operation).any(borrows).then(|| quote!(<'b>));
    let arguments = fields(operation).filter_map(|field| argument(paths, &field));
    let values = fields(operation).map(|field| initial(&field));
    quote! {
        #doc
        pub fn #method #lifetime(&self, #(#arguments),*) -> #CALL<#value, #response> {
            let operation = #value { #(#values),* };
            self.core.call(operation)
        }
    }
}

/// The method's argument for a field. Optional parameters have none: callers set their fields.
fn argument(paths: &TypePaths, field: &Field<'_>) -> Option<TokenStream> {
    let name = &field.name.rust;
    match field.source {
        Source::Argument => {
            let ty = field.borrowed(paths, None);
            Some(quote!(#name: #ty))
        }
        Source::OptionalArgument => {
            let ty = field.borrowed(paths, Some(&quote!('b)));
            Some(quote!(#name: impl Into<Option<#ty>>))
        }
        Source::Fixed(_) | Source::Unset => None,
    }
}

/// The field in the struct literal of the operation.
fn initial(field: &Field<'_>) -> TokenStream {
    let name = &field.name.rust;
    let is_copied = field.ty.is_some_and(is_copied);
    match field.source {
        Source::Argument if is_copied => quote!(#name),
        Source::Argument => quote!(#name: #name.to_owned()),
        Source::OptionalArgument if is_copied => quote!(#name: #name.into()),
        Source::OptionalArgument => quote!(#name: #name.into().map(ToOwned::to_owned)),
        Source::Fixed(only) => quote!(#name: #only.to_owned()),
        Source::Unset => quote!(#name: None),
    }
}
