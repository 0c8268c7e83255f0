//! A string of which some values are known.

use proc_macro2::TokenStream;
use quote::quote;

use super::Context;
use super::contract::{IMPL_OPEN_ENUM, OPEN_ENUM};
use super::docs;
use crate::ir::{OpenEnum, TypeDef};
use crate::names::Ident;

/// The enum and its texts, or the text and its constants.
pub(super) fn emit(context: &Context, def: &TypeDef, shape: &OpenEnum) -> Vec<TokenStream> {
    let (declaration, texts) = match &shape.other {
        Some(other) => (
            declaration(context, def, shape, other),
            texts(&def.name, shape, other),
        ),
        None => (newtype(context, def, shape), newtype_text(&def.name)),
    };
    vec![declaration, texts, wire(&def.name)]
}

fn newtype(context: &Context, def: &TypeDef, shape: &OpenEnum) -> TokenStream {
    let attributes = docs::item(context, &def.doc);
    let name = &def.name;
    let constants = shape.variants.iter().map(|variant| {
        let (name, wire) = (&variant.name.rust, &variant.name.wire);
        quote!(pub const #name: Self = Self::known(#wire);)
    });
    quote! {
        #attributes
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub struct #name(std::borrow::Cow<'static, str>);

        impl #name {
            const fn known(text: &'static str) -> Self {
                Self(std::borrow::Cow::Borrowed(text))
            }
        }

        impl #name { #(#constants)* }
    }
}

fn newtype_text(name: &Ident) -> TokenStream {
    quote! {
        impl #OPEN_ENUM for #name {
            fn as_str(&self) -> &str { &self.0 }

            fn from_text(text: &str) -> Self { Self(text.to_owned().into()) }
        }
    }
}

fn declaration(context: &Context, def: &TypeDef, shape: &OpenEnum, other: &Ident) -> TokenStream {
    let attributes = docs::item(context, &def.doc);
    let name = &def.name;
    let variants = shape.variants.iter().map(|variant| {
        let attributes = docs::item(context, &variant.doc);
        let name = &variant.name.rust;
        quote!(#attributes #name,)
    });
    let any_other = docs::phrase(context.phrases.any_other_value);
    quote! {
        #attributes
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            #any_other
            #other(Box<str>),
        }
    }
}

fn texts(name: &Ident, shape: &OpenEnum, other: &Ident) -> TokenStream {
    let variants: Vec<_> = shape.variants.iter().map(|v| &v.name.rust).collect();
    let wires: Vec<_> = shape.variants.iter().map(|v| &v.name.wire).collect();
    quote! {
        impl #OPEN_ENUM for #name {
            fn as_str(&self) -> &str {
                match self {
                    #(Self::#variants => #wires,)*
                    Self::#other(text) => text,
                }
            }

            fn from_text(text: &str) -> Self {
                match text {
                    #(#wires => Self::#variants,)*
                    _ => Self::#other(text.into()),
                }
            }
        }
    }
}

/// The runtime's macro writes what all open enums have in common.
fn wire(name: &Ident) -> TokenStream {
    quote!(#IMPL_OPEN_ENUM!(#name);)
}
