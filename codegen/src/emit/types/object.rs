//! A JSON object: a struct, its constructor where it is sent, and how its members are encoded and
//! decoded.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::impls::derive;
use super::paths::{TypePaths, owned};
use crate::emit::contract::{self, DECODE_OBJECT, ENCODE_OBJECT, MAYBE, OBJECT};
use crate::emit::{Context, Items, docs};
use crate::ir::{Field, Presence, Struct, Type, TypeDef};

/// Emits the struct and its impls.
pub(super) fn emit(
    context: &Context,
    paths: &TypePaths,
    def: &TypeDef,
    shape: &Struct,
    items: Items<'_>,
) {
    items(item(context, paths, def, shape));
    // A struct without required fields has its `Default`.
    if def.uses.encoded && !shape.derives.default {
        items(constructor(context, paths, &def.name, shape));
    }
    items(codec(def, shape).unwrap_or_default());
}

fn item(context: &Context, paths: &TypePaths, def: &TypeDef, shape: &Struct) -> TokenStream {
    let doc = docs::item(context, &def.doc);
    let derive = derive(shape.derives);
    let name = &def.name;
    let fields = shape.fields.iter().map(|field| {
        let doc = docs::part(context, &field.doc, &def.doc);
        let name = &field.name.rust;
        let ty = paths.field(&field.ty, field.presence);
        quote!(#doc pub #name: #ty,)
    });
    let rest = shape.rest.iter().map(|(name, ty)| {
        let doc = docs::boilerplate(context.boilerplate.additional_properties);
        let ty = paths.value(&Type::Map(Box::new(ty.clone())));
        quote!(#doc pub #name: #ty,)
    });
    let flat = shape.flat.iter().map(|(name, ty)| {
        let ty = paths.value(ty);
        quote!(pub #name: #ty,)
    });
    quote! {
        #doc
        #derive
        #[non_exhaustive]
        pub struct #name { #(#fields)* #(#rest)* #(#flat)* }
    }
}

/// Emits `new`, which takes what is required.
pub(in crate::emit) fn constructor(
    context: &Context,
    paths: &TypePaths,
    name: &impl ToTokens,
    shape: &Struct,
) -> TokenStream {
    let has_optional = shape.rest.is_some() || !shape.fields.iter().all(is_always_present);
    let doc = docs::boilerplate(match has_optional {
        true => context.boilerplate.constructor_with_optional,
        false => context.boilerplate.constructor,
    });
    let required = shape.fields.iter().filter(|field| is_argument(field));
    let required = required.map(|field| {
        let name = &field.name.rust;
        let ty = owned(paths, &field.ty);
        quote!(#name: #ty)
    });
    let flat = shape.flat.iter().map(|(name, ty)| {
        let ty = paths.value(ty);
        quote!(#name: #ty)
    });
    let arguments = required.chain(flat);
    let fields = shape.fields.iter().map(initial);
    let rest = shape.rest.iter();
    let rest = rest.map(|(name, _)| quote!(#name: std::collections::BTreeMap::new()));
    let flat = shape.flat.iter().map(|(name, _)| quote!(#name));
    let values = fields.chain(rest).chain(flat);
    quote! {
        impl #name {
            #doc
            #[must_use]
            pub fn new(#(#arguments),*) -> Self {
                Self { #(#values),* }
            }
        }
    }
}

/// Whether the constructor takes the field's value.
fn is_argument(field: &Field) -> bool {
    field.fixed.is_none() && is_always_present(field)
}

fn is_always_present(field: &Field) -> bool {
    matches!(field.presence, Presence::Required | Presence::InType)
}

/// The value that the constructor gives to a field.
fn initial(field: &Field) -> TokenStream {
    let name = &field.name.rust;
    match (&field.fixed, field.presence) {
        (Some(only), Presence::Required) => quote!(#name: #only.into()),
        (None, Presence::Required | Presence::InType) => {
            match super::paths::is_converted(&field.ty) {
                true => quote!(#name: #name.into()),
                false => quote!(#name),
            }
        }
        (_, Presence::Optional | Presence::Nullable) => quote!(#name: None),
        (_, Presence::OptionalNullable) => quote!(#name: #MAYBE::Absent),
        (Some(_), Presence::InType) => quote!(#name: Default::default()),
    }
}

/// The macro call that implements `Encode`, `Decode` or both: the type, then its members.
fn codec(def: &TypeDef, shape: &Struct) -> Option<TokenStream> {
    let codec = match (def.uses.encoded, def.uses.decoded) {
        (true, true) => OBJECT,
        (true, false) => ENCODE_OBJECT,
        (false, true) => DECODE_OBJECT,
        (false, false) => return None,
    };
    let name = &def.name;
    let members = members(shape);
    Some(quote!(#codec!(#name #members);))
}

/// Emits how all members are read and written, each after a comma.
pub(in crate::emit) fn members(shape: &Struct) -> TokenStream {
    let members = shape.fields.iter().map(member);
    let rest = shape.rest.iter().map(|(name, _)| quote!(rest(#name)));
    let flat = shape.flat.iter().map(|(name, _)| quote!(flat(#name)));
    let members = members.chain(rest).chain(flat);
    quote!(#(, #members)*)
}

/// Emits how one member is read and written, such as `optional(succeed_url = "succeedUrl", TEXT)`.
fn member(field: &Field) -> TokenStream {
    let presence = contract::presence_method(field.presence);
    let tolerance = contract::tolerance(field.tolerance).map(|tolerance| quote!(, #tolerance));
    let name = &field.name.rust;
    let wire = contract::wire(&field.name);
    quote!(#presence(#name #wire #tolerance))
}
