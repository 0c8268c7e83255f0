//! Derives, and the impls of `Encode` and `Decode`.

use crate::emit::contract::{DECODE, DECODE_ERROR, ENCODE, INPUT, OUTPUT};
use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::Attribute;

use crate::emit::syntax;
use crate::ir::Derives;

/// Emits `#[derive(Clone, Debug, …)]`.
pub(crate) fn derive(derives: Derives) -> Attribute {
    let more = [
        ("PartialEq", derives.partial_eq),
        ("Eq", derives.eq),
        ("Default", derives.default),
    ];
    let more = more.iter().filter(|(_, is_derived)| *is_derived);
    let more = more.map(|(name, _)| format_ident!("{name}"));
    syntax::attribute_list("derive", quote!(Clone, Debug #(, #more)*))
}

/// Emits `impl runtime::Encode`, with the statements of its one method.
pub(crate) fn encode(name: &impl ToTokens, body: &TokenStream) -> TokenStream {
    quote! {
        impl #ENCODE for #name {
            fn encode(&self, out: &mut #OUTPUT) { #body }
        }
    }
}

/// Emits `impl runtime::Decode`, with the statements of its one method.
pub(crate) fn decode(name: &impl ToTokens, body: &TokenStream) -> TokenStream {
    quote! {
        impl #DECODE for #name {
            fn decode(input: #INPUT<'_>) -> Result<Self, #DECODE_ERROR> { #body }
        }
    }
}
