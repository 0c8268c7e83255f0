//! One of several types: an enum whose last variant keeps what fits none of them.

use proc_macro2::TokenStream;
use quote::quote;

use super::contract::{ANY_JSON, DECODE, ENCODE, INPUT, OUTPUT, UNREADABLE};
use super::types::Scope;
use super::{Context, docs, structs};
use crate::ir::{Alternative, TypeDef, Union};
use crate::names::Ident;

/// The enum, and how it is told apart.
pub(super) fn emit(
    context: &Context,
    scope: &Scope,
    def: &TypeDef,
    shape: &Union,
) -> Vec<TokenStream> {
    let mut items = vec![declaration(context, scope, def, shape)];
    if def.uses.written {
        items.push(encode(&def.name, shape));
    }
    if def.uses.read {
        items.push(decode(&def.name, shape));
    }
    items
}

fn declaration(context: &Context, scope: &Scope, def: &TypeDef, shape: &Union) -> TokenStream {
    let attributes = docs::item(context, &def.doc);
    let derives = structs::derives(shape.derives);
    let name = &def.name;
    let variants = shape.alternatives.iter().map(|alternative| {
        let name = &alternative.name;
        let ty = scope.value(&alternative.ty);
        quote!(#name(#ty),)
    });
    let any_other = docs::phrase(context.phrases.any_other_value);
    let other = &shape.other;
    quote! {
        #attributes
        #derives
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            #any_other
            #other(#ANY_JSON),
        }
    }
}

fn encode(name: &Ident, shape: &Union) -> TokenStream {
    let arms = shape
        .alternatives
        .iter()
        .map(|alternative| written(shape, alternative));
    let other = &shape.other;
    quote! {
        impl #ENCODE for #name {
            fn encode(&self, out: &mut #OUTPUT) {
                match self {
                    #(#arms)*
                    Self::#other(value) => out.value(value),
                }
            }
        }
    }
}

fn written(shape: &Union, alternative: &Alternative) -> TokenStream {
    let name = &alternative.name;
    match (&shape.tag, &alternative.added) {
        (Some(tag), Some(value)) => {
            quote!(Self::#name(value) => out.tagged(#tag, #value, value),)
        }
        _ => quote!(Self::#name(value) => out.value(value),),
    }
}

fn decode(name: &Ident, shape: &Union) -> TokenStream {
    let start = match &shape.tag {
        Some(tag) => quote!(input.one_of_by(#tag)),
        None => quote!(input.one_of()),
    };
    let attempts = shape.alternatives.iter().map(|alternative| {
        let name = &alternative.name;
        let tags = &alternative.tags;
        if tags.is_empty() {
            quote!(one_of.shaped(Self::#name);)
        } else {
            quote!(one_of.tagged(&[#(#tags),*], Self::#name);)
        }
    });
    let other = &shape.other;
    quote! {
        impl #DECODE for #name {
            fn decode(input: #INPUT<'_>) -> Result<Self, #UNREADABLE> {
                let mut one_of = #start;
                #(#attempts)*
                one_of.or_other(Self::#other)
            }
        }
    }
}
