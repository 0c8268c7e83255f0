//! An open string enum: the known values plus a catch-all. Where there are too many values for an
//! enum, a string with a constant for each.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::contract::STRING_ENUM;
use crate::emit::{Context, docs};
use crate::ir::{OpenEnum, TypeDef, Variant};
use crate::names::Ident;

/// Emits the type, its conversions from and to strings, and its constants.
pub(super) fn emit(context: &Context, def: &TypeDef, shape: &OpenEnum) -> TokenStream {
    let name = &def.name;
    let items = match &shape.other {
        Some(other) => as_enum(context, def, &shape.variants, other),
        None => as_constants(context, def, &shape.variants),
    };
    quote!(#items #STRING_ENUM!(#name);)
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
    let names = variants.iter().map(|variant| &variant.name.rust);
    let to = names.clone();
    let wire = variants.iter().map(|variant| &variant.name.wire);
    let from = wire.clone();
    let as_str = docs::boilerplate(context.boilerplate.as_str);
    quote! {
        #doc
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#items)*
            #catch_all
            #other(Box<str>),
        }

        impl #name {
            #as_str
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#names => #wire,)*
                    Self::#other(value) => value,
                }
            }
        }

        impl From<&str> for #name {
            fn from(value: &str) -> Self {
                match value {
                    #(#from => Self::#to,)*
                    _ => Self::#other(value.into()),
                }
            }
        }
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
    let as_str = docs::boilerplate(context.boilerplate.as_str);
    quote! {
        #doc
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub struct #name(std::borrow::Cow<'static, str>);

        impl #name { #(#constants)* }

        impl #name {
            #as_str
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for #name {
            fn from(value: &str) -> Self {
                Self(value.to_owned().into())
            }
        }
    }
}
