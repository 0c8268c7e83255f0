//! Reading a JSON object.

use proc_macro2::TokenStream;
use quote::quote;

use super::contract::{DECODE, INPUT, TOLERANCE, UNREADABLE};
use crate::ir::{Field, Presence, Struct, Tolerance};
use crate::names::Ident;

/// `impl Decode`.
pub(super) fn emit(name: &Ident, shape: &Struct) -> TokenStream {
    let body = body(shape);
    quote! {
        impl #DECODE for #name {
            fn decode(input: #INPUT<'_>) -> Result<Self, #UNREADABLE> { #body }
        }
    }
}

fn body(shape: &Struct) -> TokenStream {
    if shape.fields.is_empty() && shape.rest.is_none() && shape.flat.is_empty() {
        return quote! {
            input.object()?;
            Ok(Self {})
        };
    }
    let fields = shape.fields.iter().map(member);
    // Fields are read in the order written: what has no name of its own is what the others left.
    let rest = shape
        .rest
        .as_ref()
        .map(|(name, _)| quote!(#name: fields.rest()?,));
    let flat = shape
        .flat
        .iter()
        .map(|(name, _)| quote!(#name: fields.flat()?,));
    quote! {
        let mut fields = input.object()?;
        Ok(Self { #(#fields)* #rest #(#flat)* })
    }
}

fn member(field: &Field) -> TokenStream {
    let name = &field.name.rust;
    let wire = &field.name.wire;
    let reader = reader(field.tolerance);
    match field.presence {
        Presence::Required => quote!(#name: #reader.required(#wire)?,),
        Presence::Optional => quote!(#name: #reader.optional(#wire)?,),
        Presence::Nullable => quote!(#name: #reader.nullable(#wire)?,),
        Presence::OptionalNullable => quote!(#name: #reader.maybe(#wire)?,),
        Presence::InType => quote!(#name: #reader.in_type(#wire)?,),
    }
}

fn reader(accepted: Tolerance) -> TokenStream {
    if accepted == Tolerance::default() {
        return quote!(fields);
    }
    let accepted = tolerance(accepted);
    quote!(fields.tolerating(#accepted))
}

/// The runtime's constant for a tolerance.
pub(super) fn tolerance(tolerance: Tolerance) -> TokenStream {
    match (tolerance.text, tolerance.empty) {
        (false, false) => quote!(#TOLERANCE::NONE),
        (true, false) => quote!(#TOLERANCE::TEXT),
        (false, true) => quote!(#TOLERANCE::EMPTY),
        (true, true) => quote!(#TOLERANCE::TEXT_OR_EMPTY),
    }
}
