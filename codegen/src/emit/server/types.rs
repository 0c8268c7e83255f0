//! The direction in which the client does not use a type: requests are decoded, responses are
//! encoded.

use quote::quote;
use syn::Item;

use crate::emit::contract::{DECODE_OBJECT, ENCODE_OBJECT};
use crate::emit::types::{TypePaths, impls, object, union};
use crate::emit::{Context, Items, syntax};
use crate::ir::{Shape, Struct, TypeDef, Union};

/// Emits the impls that the type does not have yet.
pub(super) fn emit(context: &Context, paths: &TypePaths, def: &TypeDef, items: Items<'_>) {
    match &def.shape {
        Shape::Struct(shape) => of_struct(context, paths, def, shape, items),
        Shape::Union(shape) => of_union(paths, def, shape, items),
        // Strings are encoded and decoded wherever they are used.
        Shape::OpenEnum(_) | Shape::Alias(_) => {}
    }
}

fn of_struct(
    context: &Context,
    paths: &TypePaths,
    def: &TypeDef,
    shape: &Struct,
    items: Items<'_>,
) {
    let members = object::members(shape);
    if !def.uses.encoded {
        let name = paths.named(&def.name);
        if !shape.derives.default {
            items(object::constructor(context, paths, name.clone(), shape));
        }
        items(syntax::macro_item(ENCODE_OBJECT, quote!(#name #members)));
    }
    if !def.uses.decoded {
        let name = paths.named(&def.name);
        items(syntax::macro_item(DECODE_OBJECT, quote!(#name #members)));
    }
}

fn of_union(paths: &TypePaths, def: &TypeDef, shape: &Union, items: Items<'_>) {
    if !def.uses.encoded {
        let impl_ = impls::encode(&paths.named(&def.name), &union::encoded(shape));
        items(Item::Verbatim(impl_));
    }
    if !def.uses.decoded {
        let impl_ = impls::decode(&paths.named(&def.name), &union::decoded(shape));
        items(Item::Verbatim(impl_));
    }
}
