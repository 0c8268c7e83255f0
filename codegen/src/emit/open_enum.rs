//! A string of which some values are known.

use proc_macro2::TokenStream;
use quote::quote;

use super::Context;
use super::contract::{IMPL_OPEN_ENUM, OPEN_ENUM};
use super::docs;
use crate::ir::{OpenEnum, TypeDef};
use crate::names::Ident;

/// The enum, its texts, and `Display`.
pub(super) fn emit(context: &Context, def: &TypeDef, shape: &OpenEnum) -> Vec<TokenStream> {
    vec![
        declaration(context, def, shape),
        texts(&def.name, shape),
        display(&def.name),
        wire(&def.name),
    ]
}

fn declaration(context: &Context, def: &TypeDef, shape: &OpenEnum) -> TokenStream {
    let attributes = docs::item(context, &def.doc);
    let name = &def.name;
    let variants = shape.variants.iter().map(|variant| {
        let attributes = docs::item(context, &variant.doc);
        let name = &variant.name.rust;
        quote!(#attributes #name,)
    });
    let any_other = docs::phrase(context.phrases.any_other_value);
    let other = &shape.other;
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

fn texts(name: &Ident, shape: &OpenEnum) -> TokenStream {
    let variants: Vec<_> = shape.variants.iter().map(|v| &v.name.rust).collect();
    let wires: Vec<_> = shape.variants.iter().map(|v| &v.name.wire).collect();
    let other = &shape.other;
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

fn display(name: &Ident) -> TokenStream {
    quote! {
        impl std::fmt::Display for #name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(#OPEN_ENUM::as_str(self))
            }
        }
    }
}

/// The runtime's macro writes what all open enums have in common.
fn wire(name: &Ident) -> TokenStream {
    quote!(#IMPL_OPEN_ENUM!(#name);)
}
