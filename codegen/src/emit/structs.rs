//! A JSON object: the struct, and its constructor where it is written.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::Context;
use super::contract::MAYBE;
use super::decode;
use super::docs;
use super::encode;
use super::types::{Scope, owned};
use crate::ir::{Derives, Field, Presence, Struct, Type, TypeDef};
use crate::names::Ident;

/// The struct and what it can do.
pub(super) fn emit(
    context: &Context,
    scope: &Scope,
    def: &TypeDef,
    shape: &Struct,
) -> Vec<TokenStream> {
    let mut items = vec![declaration(context, scope, def, shape)];
    if def.uses.written {
        items.push(constructor(context, scope, &def.name, shape));
        items.push(encode::emit(&def.name, shape));
    }
    if def.uses.read {
        items.push(decode::emit(&def.name, shape));
    }
    items
}

fn declaration(context: &Context, scope: &Scope, def: &TypeDef, shape: &Struct) -> TokenStream {
    let attributes = docs::item(context, &def.doc);
    let derives = derives(shape.derives);
    let name = &def.name;
    let fields = shape
        .fields
        .iter()
        .map(|field| member(context, scope, field));
    let rest = shape.rest.as_ref().map(|(name, ty)| {
        let doc = docs::phrase(context.phrases.rest);
        let ty = scope.value(&Type::Map(Box::new(ty.clone())));
        quote!(#doc pub #name: #ty,)
    });
    let flat = shape.flat.iter().map(|(name, ty)| {
        let ty = scope.value(ty);
        quote!(pub #name: #ty,)
    });
    quote! {
        #attributes
        #derives
        #[non_exhaustive]
        pub struct #name { #(#fields)* #rest #(#flat)* }
    }
}

fn member(context: &Context, scope: &Scope, field: &Field) -> TokenStream {
    let attributes = docs::item(context, &field.doc);
    let name = &field.name.rust;
    let ty = scope.field(&field.ty, field.presence);
    quote!(#attributes pub #name: #ty,)
}

/// The traits that a type derives.
pub(super) fn derives(derives: Derives) -> TokenStream {
    let extra = [
        ("PartialEq", derives.partial_eq),
        ("Eq", derives.eq),
        ("Default", derives.default),
    ];
    let extra = extra
        .iter()
        .filter(|(_, wanted)| *wanted)
        .map(|(name, _)| format_ident!("{name}"));
    quote!(#[derive(Clone, Debug #(, #extra)*)])
}

fn constructor(context: &Context, scope: &Scope, name: &Ident, shape: &Struct) -> TokenStream {
    let doc = docs::phrase(context.phrases.new_with_required);
    let parameters = shape
        .fields
        .iter()
        .filter(|field| is_needed(field))
        .map(|field| {
            let name = &field.name.rust;
            let ty = owned(scope, name, &field.ty).ty;
            quote!(#name: #ty)
        });
    let flat = shape.flat.iter().map(|(name, ty)| {
        let ty = scope.value(ty);
        quote!(#name: #ty)
    });
    let parameters = parameters.chain(flat);
    let flat = shape.flat.iter().map(|(name, _)| quote!(#name,));
    let fields = shape.fields.iter().map(|field| initial(scope, field));
    let rest = shape
        .rest
        .as_ref()
        .map(|(name, _)| quote!(#name: std::collections::BTreeMap::new(),));
    quote! {
        impl #name {
            #doc
            #[must_use]
            pub fn new(#(#parameters),*) -> Self {
                Self { #(#fields)* #rest #(#flat)* }
            }
        }
    }
}

fn is_needed(field: &Field) -> bool {
    field.fixed.is_none() && matches!(field.presence, Presence::Required | Presence::InType)
}

fn initial(scope: &Scope, field: &Field) -> TokenStream {
    let name = &field.name.rust;
    if is_needed(field) {
        let field = owned(scope, name, &field.ty).field(name);
        return quote!(#field,);
    }
    match field.presence {
        Presence::Required if field.fixed.is_some() => {
            let text = &field.fixed;
            quote!(#name: #text.to_owned(),)
        }
        Presence::OptionalNullable => quote!(#name: #MAYBE::Absent,),
        _ => quote!(#name: None,),
    }
}
