//! Two parts of an `allOf` that describe one property.
//!
//! | both | it becomes |
//! | --- | --- |
//! | say the same | one field |
//! | one says nothing about its type | what the other says |
//! | are scalars of one JSON type | an enum before others, or else what the later one says: a value must fit both |
//! | are an integer and a number | the integer |
//! | are objects | one object of the members of both |
//! | are lists | a list of what this table makes of their items |
//! | have one JSON type otherwise (objects and lists in each other without end) | what the later one says, with a warning |
//! | have different JSON types | untyped JSON, with a warning: no value fits both |
//!
//! Null is a value where one of them says so, and one direction alone is said by either of them.

use crate::diagnostic::SchemaProblem;
use crate::read::schema_view;
use crate::read::schema_view::{JsonType, SchemaRef, View};

use crate::lower::context::{Context, Out};
use crate::lower::facts::form::Form;
use crate::lower::facts::structure::Direction;
use crate::lower::facts::traits::Traits;
use crate::lower::schema::object::{Property, PropertyKind};

/// Makes two descriptions of a property one.
pub(crate) fn merge<'d, 'c: 'd>(
    cx: &Context<'c>,
    out: &mut Out<'_>,
    known: &mut Property<'d>,
    later: Property<'d>,
) {
    note(cx, known, &later.schema);
    match agreement(&known.schema, &later.schema) {
        Some(Agreement::First) => {}
        Some(Agreement::Second) => replace(known, later),
        None => weigh(cx, out, known, later),
    }
}

/// Two descriptions of which none does for both.
fn weigh<'d, 'c: 'd>(
    cx: &Context<'c>,
    out: &mut Out<'_>,
    known: &mut Property<'d>,
    later: Property<'d>,
) {
    match (kind(cx, &known.schema), kind(cx, &later.schema)) {
        (Some(JsonType::Object), Some(JsonType::Object)) => add(known, later),
        (Some(JsonType::Array), Some(JsonType::Array)) if out.merges.are_left() => {
            lists(cx, out, known, later);
        }
        (Some(JsonType::Integer), Some(JsonType::Number)) => {}
        (Some(JsonType::Number), Some(JsonType::Integer)) => replace(known, later),
        (Some(one), Some(other)) if one == other && is_scalar(one) => {
            if is_enum(cx, &later.schema) || !is_enum(cx, &known.schema) {
                replace(known, later);
            }
        }
        (one, other) => {
            report(out, known, &later);
            replace(known, later);
            if one != other {
                known.kind = PropertyKind::Untyped;
            }
        }
    }
}

fn report(out: &mut Out<'_>, known: &Property<'_>, later: &Property<'_>) {
    let problem = SchemaProblem::ConflictingProperty(later.name.to_owned());
    let also = (known.schema.at(), "the other description");
    out.report_both(later.schema.at(), problem, also);
}

/// The JSON type; of one of several things, the one that all of them have.
fn kind(cx: &Context<'_>, schema: &SchemaRef<'_>) -> Option<JsonType> {
    let own = Traits::of(cx.document, schema).kind;
    own.or_else(|| {
        let resolved = cx.document.schema(schema)?;
        let view = schema_view::view(&resolved.item);
        let parts = view.one_of.iter().chain(&view.any_of);
        let mut kinds = parts.map(|part| Traits::of(cx.document, part).kind);
        let first = kinds.next()??;
        kinds.all(|kind| kind == Some(first)).then_some(first)
    })
}

fn lists<'d, 'c: 'd>(
    cx: &Context<'c>,
    out: &mut Out<'_>,
    known: &mut Property<'d>,
    later: Property<'d>,
) {
    let (Some(mut item), Some(other)) = (item(cx, known), item(cx, &later)) else {
        report(out, known, &later);
        return replace(known, later);
    };
    out.merging(|out| merge(cx, out, &mut item, other));
    replace(known, later);
    known.kind = PropertyKind::List(Box::new(item));
}

/// What is known of a list's items.
fn item<'d, 'c: 'd>(cx: &Context<'c>, property: &Property<'d>) -> Option<Property<'d>> {
    if let PropertyKind::List(item) = &property.kind {
        return Some((**item).clone());
    }
    let resolved = cx.document.schema(&property.schema)?;
    Some(Property {
        schema: schema_view::view(&resolved.item).items?,
        kind: PropertyKind::Schema,
        nullable: false,
        direction: Direction::Both,
        ..property.clone()
    })
}

/// What a description says beside the type.
fn note(cx: &Context<'_>, known: &mut Property<'_>, later: &SchemaRef<'_>) {
    for schema in [&known.schema, later] {
        let traits = Traits::of(cx.document, schema);
        known.nullable |= traits.nullable && traits.kind.is_some();
        if known.direction == Direction::Both {
            known.direction = traits.direction;
        }
    }
}

fn replace<'d>(known: &mut Property<'d>, later: Property<'d>) {
    *known = Property {
        nullable: known.nullable,
        direction: known.direction,
        ..later
    };
}

fn add<'d>(known: &mut Property<'d>, later: Property<'d>) {
    let mut parts = match std::mem::replace(&mut known.kind, PropertyKind::Schema) {
        PropertyKind::Parts(parts) => parts,
        _ => vec![known.schema.clone()],
    };
    if !parts.iter().any(|part| part.at() == later.schema.at()) {
        parts.push(later.schema.clone());
    }
    replace(known, later);
    known.kind = PropertyKind::Parts(parts);
}

const fn is_scalar(kind: JsonType) -> bool {
    !matches!(kind, JsonType::Object | JsonType::Array)
}

fn is_enum(cx: &Context<'_>, schema: &SchemaRef<'_>) -> bool {
    let resolved = cx.document.schema(schema);
    resolved
        .is_some_and(|found| matches!(Form::of(&schema_view::view(&found.item)), Form::StringEnum))
}

/// Whether one description of a property does for both.
pub(crate) fn agree(first: &SchemaRef<'_>, second: &SchemaRef<'_>) -> bool {
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
    } else if scalar(&left).is_some_and(|kind| scalar(&right) == Some(kind)) {
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
