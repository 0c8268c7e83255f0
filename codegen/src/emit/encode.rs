//! Writing a JSON object.

use proc_macro2::TokenStream;
use quote::quote;

use super::contract::{ENCODE, OUTPUT};
use crate::ir::{Field, Presence, Struct};
use crate::names::Ident;

/// `impl Encode`.
pub(super) fn emit(name: &Ident, shape: &Struct) -> TokenStream {
    let body = body(shape);
    quote! {
        impl #ENCODE for #name {
            fn encode(&self, out: &mut #OUTPUT) { #body }
        }
    }
}

fn body(shape: &Struct) -> TokenStream {
    if shape.fields.is_empty() && shape.rest.is_none() && shape.flat.is_empty() {
        return quote!(out.object().end(););
    }
    let fields = shape.fields.iter().map(member);
    let rest = shape
        .rest
        .as_ref()
        .map(|(name, _)| quote!(members.rest(&self.#name);));
    let flat = shape
        .flat
        .iter()
        .map(|(name, _)| quote!(members.flat(&self.#name);));
    quote! {
        let mut members = out.object();
        #(#fields)*
        #rest
        #(#flat)*
        members.end();
    }
}

fn member(field: &Field) -> TokenStream {
    let name = &field.name.rust;
    let wire = &field.name.wire;
    match field.presence {
        Presence::Required => quote!(members.required(#wire, &self.#name);),
        Presence::Optional => quote!(members.optional(#wire, &self.#name);),
        Presence::Nullable => quote!(members.nullable(#wire, &self.#name);),
        Presence::OptionalNullable => quote!(members.maybe(#wire, &self.#name);),
        Presence::InType => quote!(members.in_type(#wire, &self.#name);),
    }
}
