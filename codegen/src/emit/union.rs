//! One of several types: an enum, with a variant that keeps what fits none of them.

use proc_macro2::TokenStream;
use quote::quote;

use super::codecs::{codecs, derives};
use super::contract::UNION;
use super::lines::Lines;
use super::types::Scope;
use super::{Context, docs};
use crate::ir::{Alternative, TypeDef, Union};

/// The table.
pub(super) fn emit(
    context: &Context,
    scope: &Scope,
    def: &TypeDef,
    shape: &Union,
    lines: &mut Lines,
) {
    lines.open(quote!(#UNION!));
    lines.docs(docs::item(context, &def.doc));
    let (name, other) = (&def.name, &shape.other);
    let codecs = codecs(def.uses);
    let derives = derives(shape.derives);
    let by = shape.tag.as_ref().map(|tag| quote!(, by #tag));
    lines.open(quote!(#name #codecs #derives #by));
    for alternative in &shape.alternatives {
        lines.code(variant(scope, shape, alternative));
    }
    lines.code(quote!(..));
    lines.docs(docs::phrase(context.boilerplate.any_other_value));
    lines.code(quote!(#other,));
    lines.close();
    lines.close();
}

fn variant(scope: &Scope, shape: &Union, alternative: &Alternative) -> TokenStream {
    let name = &alternative.name;
    let ty = scope.value(&alternative.ty);
    let tags = &alternative.tags;
    let tags = (!tags.is_empty()).then(|| quote!(= #(#tags)|*));
    let added = alternative.added.as_ref().zip(shape.tag.as_ref());
    let added = added.map(|(text, tag)| quote!(adding #tag = #text));
    quote!(#name(#ty) #tags #added,)
}
