//! Lists.

use crate::diagnostic::SchemaProblem;
use crate::ir::Type;
use crate::read::schema_view::View;

use crate::lower::context::{Context, Out};
use crate::lower::facts::slot::Slot;
use crate::lower::schema;

/// The list type of a schema.
pub(crate) fn lower(cx: &Context<'_>, out: &mut Out<'_>, view: &View<'_>, slot: &Slot) -> Type {
    let item = match &view.items {
        Some(items) => schema::whole(cx, out, items, &slot.child("Item").of("Element")),
        None => {
            out.report(&view.at, SchemaProblem::MissingItems);
            Type::Json
        }
    };
    Type::Vec(Box::new(item))
}
