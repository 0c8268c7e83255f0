//! What is known about an operation before it is sent.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::contract::{INFO, METHOD, REPEAT};
use super::outcome;
use crate::ir::{Operation, Repeat, Verb};

/// `const INFO`.
pub(super) fn emit(operation: &Operation) -> TokenStream {
    let id = &operation.id;
    let path = &operation.path;
    let method = format_ident!("{}", verb(operation.verb));
    let repeat = match operation.repeat {
        Some(Repeat::Safe) => quote!(#REPEAT::Safe),
        Some(Repeat::Never) | None => quote!(#REPEAT::Never),
    };
    let security = operation
        .security
        .iter()
        .map(|set| quote!(&[#(&client::#set),*]));
    let readings = operation.readings.iter().map(outcome::reading);
    let advice = operation.advice.iter().map(outcome::advice);
    quote! {
        const INFO: &'static #INFO = &#INFO {
            id: #id,
            method: #METHOD::#method,
            path: #path,
            security: &[#(#security),*],
            repeat: #repeat,
            readings: &[#(#readings),*],
            advice: &[#(#advice),*],
        };
    }
}

/// The method as the runtime names it.
pub(super) fn verb(verb: Verb) -> &'static str {
    match verb {
        Verb::Get => "Get",
        Verb::Put => "Put",
        Verb::Post => "Post",
        Verb::Delete => "Delete",
        Verb::Options => "Options",
        Verb::Head => "Head",
        Verb::Patch => "Patch",
        Verb::Trace => "Trace",
    }
}
