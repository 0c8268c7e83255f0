//! An open string enum: the known values plus a catch-all. Where there are too many values for an
//! enum, a string with a constant for each.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{ImplItem, Item};

use crate::emit::contract::{OPEN_STRING, STRING_ENUM};
use crate::emit::syntax::{self, ident};
use crate::emit::{Context, Items, docs};
use crate::ir::{OpenEnum, TypeDef, Variant};
use crate::names::Ident;

/// Emits the type, then the macro call that converts it from and to strings.
pub(super) fn emit(context: &Context, def: &TypeDef, shape: &OpenEnum, items: Items<'_>) {
    let name = &def.name;
    match &shape.other {
        Some(other) => {
            let rows = shape.variants.iter().map(|variant| {
                let (name, wire) = (&variant.name.rust, &variant.name.wire);
                quote!(#name = #wire)
            });
            let rows = quote!(#name else #other #(, #rows)*);
            items(Item::Verbatim(as_enum(context, def, shape, other)));
            items(syntax::macro_item(STRING_ENUM, rows));
        }
        None => {
            let variants = shape.variants.iter();
            let constants = variants.map(|variant| constant(context, variant));
            items(Item::Verbatim(string(context, def)));
            items(syntax::inherent_impl(name, constants.collect()));
            items(syntax::macro_item(OPEN_STRING, quote!(#name)));
        }
    }
}

fn as_enum(context: &Context, def: &TypeDef, shape: &OpenEnum, other: &Ident) -> TokenStream {
    let doc = docs::item(context, &def.doc);
    let name = &def.name;
    let items = shape.variants.iter().map(|variant| {
        let doc = docs::item(context, &variant.doc);
        let name = &variant.name.rust;
        quote!(#doc #name,)
    });
    let catch_all = docs::boilerplate(context.boilerplate.catch_all);
    quote! {
        #doc
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#items)*
            #catch_all
            #other(Box<str>),
        }
    }
}

/// Emits the type of a string whose known values are constants.
fn string(context: &Context, def: &TypeDef) -> TokenStream {
    let doc = docs::item(context, &def.doc);
    let name = &def.name;
    quote! {
        #doc
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub struct #name(std::borrow::Cow<'static, str>);
    }
}

/// Emits `pub const NAME: Self = Self(std::borrow::Cow::Borrowed("wire"));`.
fn constant(context: &Context, variant: &Variant) -> ImplItem {
    let borrowed = syntax::path(["std", "borrow", "Cow", "Borrowed"].map(ident));
    let wire = syntax::call(borrowed, [syntax::string(&variant.name.wire)]);
    let value = syntax::call(ident("Self"), [wire]);
    let ty = syntax::named(ident("Self"));
    let doc = docs::item(context, &variant.doc);
    syntax::public_constant(doc, &variant.name.rust, ty, value)
}
