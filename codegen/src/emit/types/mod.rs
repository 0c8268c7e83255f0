//! The file of one component schema: its type, and the inline types in it.

mod object;
mod paths;
mod string_enum;
mod union;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::contract::{DECODE, DECODE_ERROR, ENCODE, INPUT, OUTPUT, import};
use super::{Context, Items, docs};
use crate::ir::{Derives, Presence, Shape, Type, TypeDef};
use crate::names::Ident;

use self::paths::is_runtimes;
pub(super) use self::paths::{Scope, borrowed, is_copied};

/// Emits each type of the file, and returns the imports.
pub(super) fn emit(context: &Context, types: &[&TypeDef], items: Items<'_>) -> TokenStream {
    let scope = Scope::types();
    for def in types {
        items(definition(context, &scope, def));
    }
    let is_used = types.iter().any(|def| names_the_runtime(def));
    is_used.then(|| import(context)).unwrap_or_default()
}

fn names_the_runtime(def: &TypeDef) -> bool {
    match &def.shape {
        Shape::OpenEnum(_) | Shape::Union(_) => true,
        Shape::Alias(target) => is_runtimes(target),
        Shape::Struct(shape) => {
            let mut fields = shape.fields.iter();
            def.uses.written
                || def.uses.read
                || fields.any(|field| {
                    is_runtimes(&field.ty) || field.presence == Presence::OptionalNullable
                })
                || shape.rest.iter().any(|(_, ty)| is_runtimes(ty))
        }
    }
}

fn definition(context: &Context, scope: &Scope, def: &TypeDef) -> TokenStream {
    match &def.shape {
        Shape::Struct(shape) => object::emit(context, scope, def, shape),
        Shape::OpenEnum(shape) => string_enum::emit(context, def, shape),
        Shape::Union(shape) => union::emit(context, scope, def, shape),
        Shape::Alias(target) => alias(context, scope, def, target),
    }
}

fn alias(context: &Context, scope: &Scope, def: &TypeDef, target: &Type) -> TokenStream {
    let doc = docs::item(context, &def.doc);
    let name = &def.name;
    let target = scope.value(target);
    quote!(#doc pub type #name = #target;)
}

/// `#[derive(Clone, Debug, …)]`
fn derive(derives: Derives) -> TokenStream {
    let more = [
        ("PartialEq", derives.partial_eq),
        ("Eq", derives.eq),
        ("Default", derives.default),
    ];
    let more = more.iter().filter(|(_, is_derived)| *is_derived);
    let more = more.map(|(name, _)| format_ident!("{name}"));
    quote!(#[derive(Clone, Debug #(, #more)*)])
}

/// `impl runtime::Encode`, with the statements of its one method.
fn encode(name: &Ident, body: &TokenStream) -> TokenStream {
    quote! {
        impl #ENCODE for #name {
            fn encode(&self, out: &mut #OUTPUT) { #body }
        }
    }
}

/// `impl runtime::Decode`, with the statements of its one method.
fn decode(name: &Ident, body: &TokenStream) -> TokenStream {
    quote! {
        impl #DECODE for #name {
            fn decode(input: #INPUT<'_>) -> Result<Self, #DECODE_ERROR> { #body }
        }
    }
}
