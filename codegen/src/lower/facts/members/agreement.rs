//! Which of two definitions of one property can be used for both.

use crate::read::schema_view;
use crate::read::schema_view::{JsonType, SchemaRef, View};

use crate::lower::facts::form::Form;

/// Which of two definitions is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Agreement {
    First,
    Second,
}

/// Returns the definition that can be used for both, if one can. References are not followed.
pub(crate) fn agreement(first: &SchemaRef<'_>, second: &SchemaRef<'_>) -> Option<Agreement> {
    let (first, second) = match (first, second) {
        (SchemaRef::Reference(first), SchemaRef::Reference(second)) => {
            return (first.value == second.value).then_some(Agreement::First);
        }
        (SchemaRef::Reference(_), SchemaRef::Schema(second)) => {
            return is_any(&schema_view::view(second)).then_some(Agreement::First);
        }
        (SchemaRef::Schema(first), SchemaRef::Reference(_)) => {
            return is_any(&schema_view::view(first)).then_some(Agreement::Second);
        }
        (SchemaRef::Schema(first), SchemaRef::Schema(second)) => (first, second),
    };
    let (left, right) = (schema_view::view(first), schema_view::view(second));
    let is_same = first.value.schema_kind == second.value.schema_kind;
    if is_same || is_any(&right) {
        Some(Agreement::First)
    } else if is_any(&left) {
        Some(Agreement::Second)
    } else if scalar(&left).is_some_and(|ty| scalar(&right) == Some(ty)) {
        let is_enum = |view: &View<'_>| matches!(Form::of(view), Form::StringEnum);
        let is_first = is_enum(&left) && !is_enum(&right);
        Some(if is_first {
            Agreement::First
        } else {
            Agreement::Second
        })
    } else {
        None
    }
}

/// Returns whether a schema says nothing about its type.
fn is_any(view: &View<'_>) -> bool {
    matches!(Form::of(view), Form::Any) && view.json_type.is_none()
}

/// Returns the type of a scalar.
fn scalar(view: &View<'_>) -> Option<JsonType> {
    match Form::of(view) {
        Form::Scalar(ty) => Some(ty),
        Form::StringEnum => Some(JsonType::String),
        _ => None,
    }
}
