//! A JSON object: its members, and its constructor where it is written.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::codecs::{codecs, derives};
use super::contract::OBJECT;
use super::ident::wire;
use super::lines::Lines;
use super::types::{Scope, owned};
use super::{Context, docs};
use crate::ir::{Field, Presence, Struct, Tolerance, Type, TypeDef};

/// The table.
pub(super) fn emit(
    context: &Context,
    scope: &Scope,
    def: &TypeDef,
    shape: &Struct,
    lines: &mut Lines,
) {
    lines.open(quote!(#OBJECT!));
    lines.docs(docs::item(context, &def.doc));
    let name = &def.name;
    let codecs = codecs(def.uses);
    let derives = derives(shape.derives);
    lines.open(quote!(#name #codecs #derives));
    for field in &shape.fields {
        lines.docs(docs::item(context, &field.doc));
        lines.code(member(scope, field));
    }
    others(context, scope, shape, lines);
    lines.close();
    // What needs nothing has its `Default`.
    if def.uses.written && !shape.derives.default {
        lines.docs(docs::phrase(context.boilerplate.new_with_required));
        lines.code(constructor(scope, shape));
    }
    lines.close();
}

fn member(scope: &Scope, field: &Field) -> TokenStream {
    let presence = format_ident!(
        "{}",
        match field.presence {
            Presence::Required => "required",
            Presence::Optional => "optional",
            Presence::Nullable => "nullable",
            Presence::OptionalNullable => "maybe",
            Presence::InType => "in_type",
        }
    );
    let tolerance = (field.tolerance != Tolerance::default()).then(|| {
        let tolerance = tolerance(field.tolerance);
        quote!((#tolerance))
    });
    let name = &field.name.rust;
    let ty = scope.field(&field.ty, field.presence);
    let wire = wire(&field.name);
    quote!(#presence #tolerance #name: #ty #wire,)
}

/// What takes the members that have no field of their own.
fn others(context: &Context, scope: &Scope, shape: &Struct, lines: &mut Lines) {
    if shape.rest.is_none() && shape.flat.is_empty() {
        return;
    }
    lines.code(quote!(..));
    if let Some((name, ty)) = &shape.rest {
        lines.docs(docs::phrase(context.boilerplate.rest));
        let ty = scope.value(&Type::Map(Box::new(ty.clone())));
        lines.code(quote!(rest #name: #ty,));
    }
    for (name, ty) in &shape.flat {
        let ty = scope.value(ty);
        lines.code(quote!(flat #name: #ty,));
    }
}

/// The name of the runtime's constant for a tolerance.
pub(super) fn tolerance(tolerance: Tolerance) -> proc_macro2::Ident {
    let name = match (tolerance.text, tolerance.empty) {
        (false, false) => "NONE",
        (true, false) => "TEXT",
        (false, true) => "EMPTY",
        (true, true) => "TEXT_OR_EMPTY",
    };
    format_ident!("{name}")
}

fn constructor(scope: &Scope, shape: &Struct) -> TokenStream {
    let needed = shape.fields.iter().filter(|field| is_needed(field));
    let needed = needed.map(|field| {
        let name = &field.name.rust;
        let ty = owned(scope, &field.ty);
        quote!(#name: #ty)
    });
    let flat = shape.flat.iter().map(|(name, ty)| {
        let ty = scope.value(ty);
        quote!(#name: #ty)
    });
    let given = needed.chain(flat);
    let mut absent: Vec<_> = shape
        .fields
        .iter()
        .filter(|field| !is_needed(field) && fixed(field).is_none())
        .map(|field| &field.name.rust)
        .collect();
    absent.extend(shape.rest.iter().map(|(name, _)| name));
    let without = (!absent.is_empty()).then(|| quote!(without #(#absent),*));
    let fixed: Vec<_> = shape
        .fields
        .iter()
        .filter_map(|field| {
            let (name, text) = (&field.name.rust, fixed(field)?);
            Some(quote!(#name = #text))
        })
        .collect();
    let with = (!fixed.is_empty()).then(|| quote!(with #(#fixed),*));
    quote!(new(#(#given),*) #without #with)
}

fn is_needed(field: &Field) -> bool {
    field.fixed.is_none() && matches!(field.presence, Presence::Required | Presence::InType)
}

/// The one text of a member that is always there.
fn fixed(field: &Field) -> Option<&String> {
    let always = field.presence == Presence::Required;
    field.fixed.as_ref().filter(|_| always)
}
