//! Which directions a type needs and what it derives, as they stand in the head of its table.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::ir::{Derives, Uses};

/// `: Encode + Decode`; nothing where neither is needed.
pub(super) fn codecs(uses: Uses) -> Option<TokenStream> {
    let names = chosen(&[("Encode", uses.written), ("Decode", uses.read)]);
    (!names.is_empty()).then(|| quote!(: #(#names)+*))
}

/// `, derive(PartialEq)`; nothing where nothing can be derived.
pub(super) fn derives(derives: Derives) -> Option<TokenStream> {
    let names = chosen(&[
        ("PartialEq", derives.partial_eq),
        ("Eq", derives.eq),
        ("Default", derives.default),
    ]);
    (!names.is_empty()).then(|| quote!(, derive(#(#names),*)))
}

fn chosen(names: &[(&str, bool)]) -> Vec<proc_macro2::Ident> {
    let chosen = names.iter().filter(|(_, wanted)| *wanted);
    chosen.map(|(name, _)| format_ident!("{name}")).collect()
}
