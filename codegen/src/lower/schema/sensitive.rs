//! Applies `x-sensitive`, and checks it and `x-tolerate` against their schema.

use crate::diagnostic::ExtensionProblem;
use crate::ir::{Shape, Type};
use crate::read::schema_view::{JsonType, View};

use crate::lower::context::{Context, Out};
use crate::lower::facts::extension::{SchemaExtensions, Sensitive};
use crate::lower::facts::structure::Structure;
use crate::lower::facts::traits::Traits;

/// Returns the structure with its redaction. Reports extensions that don't fit the schema.
pub(crate) fn apply(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    view: &View<'_>,
    extensions: &SchemaExtensions,
    structure: Structure,
) -> Structure {
    let is_scalar = is_scalar(Traits::of_view(cx.document, view).kind);
    if extensions.tolerance.text && is_scalar == Some(false) {
        out.report(
            &view.at.child("x-tolerate"),
            ExtensionProblem::TolerateMismatch,
        );
    }
    let Some(sensitive) = extensions.sensitive else {
        return structure;
    };
    let redacted = match &structure.shape {
        Shape::Alias(ty) if is_scalar == Some(true) => redacted(sensitive, ty),
        _ => None,
    };
    if let Some(ty) = redacted {
        return Shape::Alias(ty).into();
    }
    let kind = match sensitive {
        Sensitive::Secret => "secret",
        Sensitive::Personal => "personal",
    };
    out.report(
        &view.at.child("x-sensitive"),
        ExtensionProblem::SensitiveMismatch(kind),
    );
    structure
}

/// Returns the redacted type, or `None` if the type can't be redacted that way.
fn redacted(sensitive: Sensitive, ty: &Type) -> Option<Type> {
    match (sensitive, ty) {
        (_, Type::Secret) => Some(Type::Secret),
        (Sensitive::Secret, ty) => is_string(ty).then_some(Type::Secret),
        (Sensitive::Personal, ty) => Some(Type::Personal(Box::new(ty.clone()))),
    }
}

/// Returns whether the type is a string in JSON.
fn is_string(ty: &Type) -> bool {
    matches!(
        ty,
        Type::String | Type::Base64 | Type::Date | Type::DateTime | Type::DecimalText
    )
}

/// Returns whether the JSON type is a scalar; `None` if it is unknown.
fn is_scalar(kind: Option<JsonType>) -> Option<bool> {
    kind.map(|kind| !matches!(kind, JsonType::Object | JsonType::Array))
}
