//! The file of one component schema: its type, and the inline types in it.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::contract::ALIAS;
use super::lines::{Lines, Part};
use super::types::Scope;
use super::{Context, docs, open_enum, structs, union};
use crate::ir::{Shape, Type, TypeDef};

/// All types of the file.
pub(super) fn emit(context: &Context, types: &[&TypeDef]) -> Vec<Part> {
    let scope = Scope::types();
    let mut lines = Lines::default();
    for def in types {
        lines.blank();
        definition(context, &scope, def, &mut lines);
    }
    let mut imports = Lines::default();
    if lines.mention(ALIAS) {
        imports.blank();
        imports.code(import(context));
    }
    vec![Part::Lines(imports), Part::Lines(lines)]
}

fn definition(context: &Context, scope: &Scope, def: &TypeDef, lines: &mut Lines) {
    match &def.shape {
        Shape::Struct(shape) => structs::emit(context, scope, def, shape, lines),
        Shape::OpenEnum(shape) => open_enum::emit(context, def, shape, lines),
        Shape::Union(shape) => union::emit(context, scope, def, shape, lines),
        Shape::Alias(target) => alias(context, scope, def, target, lines),
    }
}

fn alias(context: &Context, scope: &Scope, def: &TypeDef, target: &Type, lines: &mut Lines) {
    lines.docs(docs::item(context, &def.doc));
    let name = &def.name;
    let target = scope.value(target);
    lines.code(quote!(pub type #name = #target;));
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
