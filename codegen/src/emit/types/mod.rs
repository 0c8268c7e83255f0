//! The file of one component schema: its type, and the inline types in it.

pub(super) mod impls;
pub(super) mod object;
mod paths;
mod string_enum;
pub(super) mod union;

use proc_macro2::TokenStream;
use quote::quote;
use syn::Item;

use super::contract::import;
use super::{Context, Items, docs};
use crate::ir::{Presence, Shape, Type, TypeDef};

use self::paths::is_runtimes;
pub(super) use self::paths::{TypePaths, borrowed, is_copied, option};

/// Emits each type of the file, and returns the imports.
pub(super) fn emit(context: &Context, types: &[&TypeDef], items: Items<'_>) -> TokenStream {
    let paths = TypePaths::types();
    for def in types {
        definition(context, &paths, def, items);
    }
    let is_used = types.iter().any(|def| names_the_runtime(def));
    if is_used {
        import(context)
    } else {
        TokenStream::new()
    }
}

fn names_the_runtime(def: &TypeDef) -> bool {
    match &def.shape {
        Shape::OpenEnum(_) | Shape::Union(_) => true,
        Shape::Alias(target) => is_runtimes(target),
        Shape::Struct(shape) => {
            let mut fields = shape.fields.iter();
            def.uses.encoded
                || def.uses.decoded
                || fields.any(|field| {
                    is_runtimes(&field.ty) || field.presence == Presence::OptionalNullable
                })
                || shape.rest.iter().any(|(_, ty)| is_runtimes(ty))
        }
    }
}

fn definition(context: &Context, paths: &TypePaths, def: &TypeDef, items: Items<'_>) {
    match &def.shape {
        Shape::Struct(shape) => object::emit(context, paths, def, shape, items),
        Shape::OpenEnum(shape) => string_enum::emit(context, def, shape, items),
        Shape::Union(shape) => items(Item::Verbatim(union::emit(context, paths, def, shape))),
        Shape::Alias(target) => items(Item::Verbatim(alias(context, paths, def, target))),
    }
}

fn alias(context: &Context, paths: &TypePaths, def: &TypeDef, target: &Type) -> TokenStream {
    let doc = docs::item(context, &def.doc);
    let name = &def.name;
    let target = paths.value(target);
    quote!(#doc pub type #name = #target;)
}
