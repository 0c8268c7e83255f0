//! `oneOf`, `anyOf` and `not`: kept as untyped JSON, and said so.

use crate::diagnostic::SchemaProblem;
use crate::ir::Type;
use crate::spec::shape::View;

use super::context::Out;

/// The type of a schema that is one of several.
pub(super) fn lower(out: &mut Out<'_>, view: &View<'_>, keyword: &'static str) -> Type {
    out.report(&view.at.child(keyword), SchemaProblem::Union(keyword));
    Type::Json
}
