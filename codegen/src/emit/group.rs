//! The file of one tag: the handle, then each operation as a value.

use proc_macro2::TokenStream;
use quote::quote;

use super::contract::{CALL, CORE};
use super::ident::mentions;
use super::operation::FieldType;
use super::type_file::import_runtime;
use super::types::{Argument, Scope, borrowed};
use super::{Context, body, docs, operation, success};
use crate::ir::{Group, Operation};
use crate::names::Ident;

/// The handle and its operations.
pub(super) fn emit(context: &Context, group: &Group) -> TokenStream {
    let scope = Scope::user();
    let mut items = handle(context, &scope, group);
    for operation in &group.operations {
        items.extend(operation::emit(context, &scope, group, operation));
        items.extend(body::emit(context, &scope, group, operation));
        items.extend(success::emit(context, &scope, group, operation));
    }
    let runtime = import_runtime(context, &items);
    let client = mentions(&items, "client").then(|| {
        quote!(
            use super::super::super::client;
        )
    });
    let types = mentions(&items, "types").then(|| {
        quote!(
            use super::super::types;
        )
    });
    quote!(#runtime #client #types #items)
}

fn handle(context: &Context, scope: &Scope, group: &Group) -> TokenStream {
    let attributes = docs::item(context, &group.doc);
    let name = &group.handle;
    let methods = group
        .operations
        .iter()
        .map(|operation| method(context, scope, operation));
    quote! {
        #attributes
        #[derive(Clone, Copy, Debug)]
        pub struct #name<'c> {
            core: &'c #CORE,
        }

        impl<'c> #name<'c> {
            pub(in super::super::super) fn new(core: &'c #CORE) -> Self {
                Self { core }
            }

            #(#methods)*
        }
    }
}

fn method(context: &Context, scope: &Scope, operation: &Operation) -> TokenStream {
    let attributes = docs::operation(context, operation);
    let name = &operation.method;
    let value = &operation.value;
    let needed = needed(scope, operation);
    let parameters = needed.iter().map(|(name, argument)| {
        let ty = &argument.ty;
        quote!(#name: #ty)
    });
    let given = needed.iter().map(|(name, argument)| argument.field(name));
    let left_out = operation::fields(operation).filter(|field| !field.required);
    let left_out = left_out.map(|field| {
        let name = field.name;
        quote!(#name: None)
    });
    let fields = given.chain(left_out);
    quote! {
        #attributes
        pub fn #name(&self, #(#parameters),*) -> #CALL<#value> {
            self.core.call(#value { #(#fields),* })
        }
    }
}

fn needed(scope: &Scope, operation: &Operation) -> Vec<(Ident, Argument)> {
    operation::fields(operation)
        .filter(|field| field.required)
        .map(|field| {
            let argument = match field.ty {
                FieldType::Of(ty) => borrowed(scope, &field.name, ty),
                FieldType::Choice(name) => Argument::cloned(&field.name, quote!(#name)),
            };
            (field.name, argument)
        })
        .collect()
}
