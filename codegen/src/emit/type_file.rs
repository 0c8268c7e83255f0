//! The file of one component schema: its type, and the inline types in it.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::contract::ALIAS;
use super::ident::mentions;
use super::types::Scope;
use super::{Context, docs, open_enum, structs, union};
use crate::ir::{Shape, Type, TypeDef};

/// All types of the file.
pub(super) fn emit(context: &Context, types: &[&TypeDef]) -> TokenStream {
    let scope = Scope::types();
    let items: TokenStream = types
        .iter()
        .flat_map(|def| definition(context, &scope, def))
        .collect();
    let imports = import_runtime(context, &items);
    quote!(#imports #items)
}

fn definition(context: &Context, scope: &Scope, def: &TypeDef) -> Vec<TokenStream> {
    match &def.shape {
        Shape::Struct(shape) => structs::emit(context, scope, def, shape),
        Shape::OpenEnum(shape) => open_enum::emit(context, def, shape),
        Shape::Union(shape) => union::emit(context, scope, def, shape),
        Shape::Alias(target) => vec![alias(context, scope, def, target)],
    }
}

fn alias(context: &Context, scope: &Scope, def: &TypeDef, target: &Type) -> TokenStream {
    let attributes = docs::item(context, &def.doc);
    let name = &def.name;
    let target = scope.value(target);
    quote!(#attributes pub type #name = #target;)
}

/// The one import of most files, where they need it.
pub(super) fn import_runtime(context: &Context, items: &TokenStream) -> Option<TokenStream> {
    mentions(items, ALIAS).then(|| import(context))
}

/// `use crate::runtime;`, or any other path under that name.
pub(super) fn import(context: &Context) -> TokenStream {
    let path = &context.runtime;
    let alias = format_ident!("{}", ALIAS);
    let last = path.clone().into_iter().last();
    if last.is_some_and(|last| last.to_string() == ALIAS) {
        quote!(use #path;)
    } else {
        quote!(use #path as #alias;)
    }
}
