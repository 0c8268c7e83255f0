//! An open string enum: the known values plus a catch-all. Where there are too many values for an
//! enum, a string with a constant for each.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::contract::{OPEN_STRING, STRING_ENUM};
use crate::emit::{Context, docs};
use crate::ir::{OpenEnum, TypeDef, Variant};
use crate::names::Ident;

/// Emits the type, then the macro call that converts it from and to strings.
pub(super) fn emit(context: &Context, def: &TypeDef, shape: &OpenEnum) -> TokenStream {
    match &shape.other {
        Some(other) => as_enum(context, def, &shape.variants, other),
        None => as_constants(context, def, &shape.variants),
    }
}

fn as_enum(context: &Context, def: &TypeDef, variants: &[Variant], other: &Ident) -> TokenStream {
    let doc = docs::item(context, &def.doc);
    let name = &def.name;
    let items = variants.iter().map(|variant| {
        let doc = docs::item(context, &variant.doc);
        let name = &variant.name.rust;
        quote!(#doc #name,)
    });
    let catch_all = docs::boilerplate(context.boilerplate.catch_all);
    let rows = variants.iter().map(|variant| {
        let (name, wire) = (&variant.name.rust, &variant.name.wire);
        quote!(#name = #wire)
    });
    quote! {
        #doc
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#items)*
            #catch_all
            #other(Box<str>),
        }

        #STRING_ENUM!(#name else #other #(, #rows)*);
    }
}

fn as_constants(context: &Context, def: &TypeDef, variants: &[Variant]) -> TokenStream {
    let doc = docs::item(context, &def.doc);
    let name = &def.name;
    let constants = variants.iter().map(|variant| {
        let doc = docs::item(context, &variant.doc);
        let (name, wire) = (&variant.name.rust, &variant.name.wire);
        quote!(#doc pub const #name: Self = Self(std::borrow::Cow::Borrowed(#wire));)
    });
    quote! {
        #doc
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub struct #name(std::borrow::Cow<'static, str>);

        impl #name { #(#constants)* }

        #OPEN_STRING!(#name);
    }
}
