//! Lists.

use crate::diagnostic::SchemaProblem;
use crate::ir::Type;
use crate::read::schema_view::View;

use crate::lower::context::{Context, Out};
use crate::lower::facts::naming::name_path::NamePath;
use crate::lower::schema;

/// Lowers a schema that is a list.
pub(crate) fn lower(cx: &Context<'_>, out: &mut Out<'_>, view: &View<'_>, name: &NamePath) -> Type {
    let item = match &view.items {
        Some(items) => schema::present(cx, out, items, &name.child("Item").of("Element")),
        None => {
            out.report(&view.at, SchemaProblem::MissingItems);
            Type::Json
        }
    };
    Type::Vec(Box::new(item))
}
