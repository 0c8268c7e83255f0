//! Lists.

use crate::diagnostic::SchemaProblem;
use crate::ir::Type;
use crate::spec::shape::View;

use super::context::{Context, Out};
use super::schema;
use super::slot::Slot;

/// The list type of a schema.
pub(super) fn lower(cx: &Context<'_>, out: &mut Out<'_>, view: &View<'_>, slot: &Slot) -> Type {
    let item = match &view.items {
        Some(items) => schema::whole(cx, out, items, &slot.child("Item").of("Element")),
        None => {
            out.report(&view.at, SchemaProblem::NoItems);
            Type::Json
        }
    };
    Type::Vec(Box::new(item))
}
