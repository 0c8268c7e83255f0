//! A JSON object: a struct, its constructor where it is sent, and how its members are encoded and
//! decoded.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Expr, Item, Path, Stmt};

use super::impls::derive;
use super::paths::{TypePaths, is_converted, owned};
use crate::emit::contract::{self, DECODE_OBJECT, ENCODE_OBJECT, MAYBE, OBJECT};
use crate::emit::syntax::{self, Function, ident};
use crate::emit::{Context, Items, docs};
use crate::ir::{Field, Presence, Struct, TypeDef};

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
    if let Some(codec) = codec(def, shape) {
        items(codec);
    }
}

fn item(context: &Context, paths: &TypePaths, def: &TypeDef, shape: &Struct) -> Item {
    let doc = docs::item(context, &def.doc);
    let attributes = doc.and([derive(shape.derives), syntax::attribute("non_exhaustive")]);
    let fields = shape.fields.iter().map(|field| {
        let doc = docs::part(context, &field.doc, &def.doc);
        let ty = paths.field(&field.ty, field.presence);
        syntax::field(doc, &field.name.rust, ty)
    });
    let rest = shape.rest.iter().map(|(name, ty)| {
        let doc = docs::boilerplate(context.boilerplate.additional_properties);
        syntax::field(doc, name, paths.map(ty))
    });
    let flat = shape.flat.iter();
    let flat = flat.map(|(name, ty)| syntax::field(Vec::new(), name, paths.value(ty)));
    let fields = fields.chain(rest).chain(flat);
    syntax::structure(attributes, &def.name, fields)
}

/// Emits `new`, which takes what is required.
pub(in crate::emit) fn constructor(
    context: &Context,
    paths: &TypePaths,
    name: impl Into<Path>,
    shape: &Struct,
) -> Item {
    let has_optional = shape.rest.is_some() || !shape.fields.iter().all(Field::is_always_present);
    let doc = docs::boilerplate(match has_optional {
        true => context.boilerplate.constructor_with_optional,
        false => context.boilerplate.constructor,
    });
    let required = shape.fields.iter().filter(|field| field.is_argument());
    let required = required.map(|field| {
        let ty = owned(paths, &field.ty);
        syntax::argument(&field.name.rust, ty)
    });
    let flat = shape.flat.iter();
    let flat = flat.map(|(name, ty)| syntax::argument(name, paths.value(ty)));
    let value = syntax::record(ident("Self"), values(shape));
    let function = Function {
        attributes: doc.and([syntax::attribute("must_use")]),
        name: ident("new"),
        lifetime: None,
        arguments: required.chain(flat).collect(),
        output: syntax::named(ident("Self")),
        body: vec![Stmt::Expr(value, None)],
    };
    syntax::inherent_impl(name, vec![function.into_member()])
}

/// The fields in the struct literal of the constructor.
fn values(shape: &Struct) -> impl Iterator<Item = (proc_macro2::Ident, Option<Expr>)> {
    let fields = shape.fields.iter();
    let fields = fields.map(|field| ((&field.name.rust).into(), initial(field)));
    let rest = shape.rest.iter().map(|(name, _)| {
        let new = syntax::path(["std", "collections", "BTreeMap", "new"].map(ident));
        (name.into(), Some(syntax::call(new, [])))
    });
    let flat = shape.flat.iter().map(|(name, _)| (name.into(), None));
    fields.chain(rest).chain(flat)
}

/// The value that the constructor gives to a field; `None` for that of its argument as it is.
fn initial(field: &Field) -> Option<Expr> {
    let into = |value| syntax::method_call(value, ident("into"), []);
    match (&field.fixed, field.presence) {
        (Some(only), Presence::Required) => Some(into(syntax::string(only))),
        (None, Presence::Required | Presence::InType) => {
            is_converted(&field.ty).then(|| into(syntax::variable(&field.name.rust)))
        }
        (_, Presence::Optional | Presence::Nullable) => Some(syntax::variable(ident("None"))),
        (_, Presence::OptionalNullable) => Some(syntax::variable(MAYBE.member("Absent"))),
        (Some(_), Presence::InType) => {
            let default = syntax::path(["Default", "default"].map(ident));
            Some(syntax::call(default, []))
        }
    }
}

/// The macro call that implements `Encode`, `Decode` or both: the type, then its members.
fn codec(def: &TypeDef, shape: &Struct) -> Option<Item> {
    let codec = match (def.uses.encoded, def.uses.decoded) {
        (true, true) => OBJECT,
        (true, false) => ENCODE_OBJECT,
        (false, true) => DECODE_OBJECT,
        (false, false) => return None,
    };
    let name = &def.name;
    let members = members(shape);
    Some(syntax::macro_item(codec, quote!(#name #members)))
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
