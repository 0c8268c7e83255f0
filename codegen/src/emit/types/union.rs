//! One of several types: an enum with a variant for each, and one for values that match none.

use proc_macro2::TokenStream;
use quote::quote;

use super::impls::{decode, derive, encode};
use super::paths::TypePaths;
use crate::emit::contract::ANY_JSON;
use crate::emit::{Context, docs};
use crate::ir::{TypeDef, Union};

/// Emits the enum and its impls.
pub(super) fn emit(
    context: &Context,
    paths: &TypePaths,
    def: &TypeDef,
    shape: &Union,
) -> TokenStream {
    let doc = docs::item(context, &def.doc);
    let derive = derive(shape.derives);
    let (name, other) = (&def.name, &shape.other);
    let variants = shape.alternatives.iter().map(|alternative| {
        let name = &alternative.name;
        let ty = paths.value(&alternative.ty);
        quote!(#name(#ty),)
    });
    let catch_all = docs::boilerplate(context.boilerplate.catch_all);
    let encode = def.uses.encoded.then(|| encode(name, &encoded(shape)));
    let decode = def.uses.decoded.then(|| decode(name, &decoded(shape)));
    quote! {
        #doc
        #derive
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            #catch_all
            #other(#ANY_JSON),
        }

        #encode
        #decode
    }
}

/// Emits the statements that encode a value.
pub(in crate::emit) fn encoded(shape: &Union) -> TokenStream {
    let arms = shape.alternatives.iter().map(|alternative| {
        let name = &alternative.name;
        let added = alternative.added.as_ref().zip(shape.tag.as_ref());
        match added {
            Some((value, tag)) => quote!(Self::#name(value) => out.tagged(#tag, #value, value),),
            None => quote!(Self::#name(value) => out.value(value),),
        }
    });
    let other = &shape.other;
    quote! {
        match self {
            #(#arms)*
            Self::#other(value) => out.value(value),
        }
    }
}

/// Emits the expression that decodes a value.
pub(in crate::emit) fn decoded(shape: &Union) -> TokenStream {
    let one_of = match &shape.tag {
        Some(tag) => quote!(one_of(Some(#tag))),
        None => quote!(one_of(None)),
    };
    let variants = shape.alternatives.iter().map(|alternative| {
        let (name, tags) = (&alternative.name, &alternative.tags);
        quote!(.variant(&[#(#tags),*], Self::#name))
    });
    let other = &shape.other;
    quote!(input.#one_of #(#variants)* .or_other(Self::#other))
}
