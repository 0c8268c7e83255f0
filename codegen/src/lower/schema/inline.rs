//! Inline schemas: each gets a name if its form needs one, and is lowered once.

use crate::ir::{Doc, Type};
use crate::read::schema_view::View;

use crate::lower::context::{Context, Out};
use crate::lower::facts::alternatives::{are_named, is_named};
use crate::lower::facts::doc::schema_doc;
use crate::lower::facts::extension::SchemaExtensions;
use crate::lower::facts::naming;
use crate::lower::facts::naming::name_path::NamePath;
use crate::lower::schema;

/// Lowers an inline schema, or returns the type that it was lowered to before.
pub(crate) fn lower(cx: &Context<'_>, out: &mut Out<'_>, view: &View<'_>, name: &NamePath) -> Type {
    if let Some(ty) = out.types.inline(&view.at) {
        return ty.clone();
    }
    let (extensions, _) = SchemaExtensions::of(view);
    let ty = if extensions.rust_type.is_none() && is_named(cx, view) {
        naming::define(out, name, (&view.at, &view.at), |out, name| {
            let structure = schema::structure(cx, out, view, name);
            (structure, schema_doc::doc(cx, out, view))
        })
    } else {
        schema::structure(cx, out, view, name).into_type()
    };
    out.types.set_inline(&view.at, ty.clone());
    ty
}

/// Lowers the alternatives beside the members of an object to a type of their own.
pub(crate) fn alternatives(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    view: &View<'_>,
    name: &NamePath,
    keyword: &'static str,
) -> Type {
    let at = view.at.child(keyword);
    if let Some(ty) = out.types.inline(&at) {
        return ty.clone();
    }
    if !are_named(cx, view, keyword) {
        return schema::union(cx, out, view, name, keyword).into_type();
    }
    naming::define(out, name, (&at, &at), |out, name| {
        let structure = schema::union(cx, out, view, name, keyword);
        (structure, Doc::default())
    })
}
