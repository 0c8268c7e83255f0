//! Two parts of an `allOf` that describe one property.
//!
//! | both | it becomes |
//! | --- | --- |
//! | say the same | one field |
//! | one says nothing about its type | what the other says |
//! | are scalars of one JSON type | what the later one says: a value must fit both |
//! | have one JSON type otherwise | what the later one says, with a warning: the other is not checked |
//! | have different JSON types | untyped JSON, with a warning: no value fits both |

use crate::diagnostic::SchemaProblem;
use crate::spec::shape::{self, JsonType, SchemaRef, View};

use super::super::context::{Context, Out};
use super::super::form::Form;
use super::super::object::{Property, PropertyKind};
use super::super::traits::Traits;

/// Makes two descriptions of a property one.
pub(super) fn merge<'d>(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    known: &mut Property<'d>,
    later: Property<'d>,
) {
    match agreement(&known.schema, &later.schema) {
        Some(Agreement::First) => {}
        Some(Agreement::Second) => *known = later,
        None => {
            let problem = SchemaProblem::Conflict(later.name.to_owned());
            let also = (known.schema.at(), "the other description");
            out.report_both(later.schema.at(), problem, also);
            let kind = |property: &Property<'_>| Traits::of(cx.document, &property.schema).kind;
            let is_contradiction = kind(known) != kind(&later);
            *known = later;
            if is_contradiction {
                known.kind = PropertyKind::Untyped;
            }
        }
    }
}

/// Whether one description of a property does for both.
pub(in crate::lower) fn agree(first: &SchemaRef<'_>, second: &SchemaRef<'_>) -> bool {
    agreement(first, second).is_some()
}

/// Which of two descriptions of a property is used.
enum Agreement {
    First,
    Second,
}

fn agreement(first: &SchemaRef<'_>, second: &SchemaRef<'_>) -> Option<Agreement> {
    let (first, second) = match (first, second) {
        (SchemaRef::Reference(first), SchemaRef::Reference(second)) => {
            return (first.value == second.value).then_some(Agreement::First);
        }
        (SchemaRef::Reference(_), SchemaRef::Schema(second)) => {
            return is_any(&shape::view(second)).then_some(Agreement::First);
        }
        (SchemaRef::Schema(first), SchemaRef::Reference(_)) => {
            return is_any(&shape::view(first)).then_some(Agreement::Second);
        }
        (SchemaRef::Schema(first), SchemaRef::Schema(second)) => (first, second),
    };
    let (left, right) = (shape::view(first), shape::view(second));
    let is_same = first.value.schema_kind == second.value.schema_kind;
    if is_same || is_any(&right) {
        Some(Agreement::First)
    } else if is_any(&left) || scalar(&left).is_some_and(|kind| scalar(&right) == Some(kind)) {
        Some(Agreement::Second)
    } else {
        None
    }
}

/// Nothing about its type.
fn is_any(view: &View<'_>) -> bool {
    matches!(Form::of(view), Form::Any) && view.json_type.is_none()
}

fn scalar(view: &View<'_>) -> Option<JsonType> {
    match Form::of(view) {
        Form::Scalar(kind) => Some(kind),
        Form::StringEnum => Some(JsonType::String),
        _ => None,
    }
}
