//! A string of which some values are known: an enum, or a text with constants.

use quote::quote;

use super::contract::{OPEN_ENUM, OPEN_TEXT};
use super::lines::Lines;
use super::{Context, docs};
use crate::ir::{OpenEnum, TypeDef};

/// The table.
pub(super) fn emit(context: &Context, def: &TypeDef, shape: &OpenEnum, lines: &mut Lines) {
    lines.open(match &shape.other {
        Some(_) => quote!(#OPEN_ENUM!),
        None => quote!(#OPEN_TEXT!),
    });
    lines.docs(docs::item(context, &def.doc));
    let name = &def.name;
    lines.open(quote!(#name));
    for variant in &shape.variants {
        lines.docs(docs::item(context, &variant.doc));
        let (name, text) = (&variant.name.rust, &variant.name.wire);
        lines.code(quote!(#name = #text,));
    }
    if let Some(other) = &shape.other {
        lines.code(quote!(..));
        lines.docs(docs::phrase(context.boilerplate.any_other_value));
        lines.code(quote!(#other,));
    }
    lines.close();
    lines.close();
}
