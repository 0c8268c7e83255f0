//! Two parts of an `allOf` that define one property.
//!
//! | both | it becomes |
//! | --- | --- |
//! | say the same | one field |
//! | one says nothing about its type | what the other says |
//! | are scalars of one JSON type | an enum before others, or else what the later one says: a value must fit both |
//! | are an integer and a number | the integer |
//! | are objects | one object of the members of both |
//! | are lists | a list of what this table makes of their items |
//! | have one JSON type otherwise (objects and lists that contain each other) | what the later one says, with a warning |
//! | have different JSON types | untyped JSON, with a warning: no value fits both |
//!
//! Null is a value if either says so. A property has one direction alone if either says so.

use crate::diagnostic::SchemaProblem;
use crate::read::schema_view;
use crate::read::schema_view::{JsonType, SchemaRef};

use crate::lower::context::{Context, Out};
use crate::lower::facts::form::Form;
use crate::lower::facts::members::agreement::{Agreement, agreement};
use crate::lower::facts::members::{Property, PropertyKind};
use crate::lower::facts::structure::Direction;
use crate::lower::facts::traits::Traits;

/// Merges a later definition of a property into the known one.
pub(crate) fn merge<'d, 'c: 'd>(
    cx: &Context<'c>,
    out: &mut Out<'_>,
    known: &mut Property<'d>,
    later: Property<'d>,
) {
    merge_traits(cx, known, &later.schema);
    match agreement(&known.schema, &later.schema) {
        Some(Agreement::First) => {}
        Some(Agreement::Second) => replace(known, later),
        None => merge_types(cx, out, known, later),
    }
}

/// Merges two definitions of which neither can be used for both.
fn merge_types<'d, 'c: 'd>(
    cx: &Context<'c>,
    out: &mut Out<'_>,
    known: &mut Property<'d>,
    later: Property<'d>,
) {
    match (json_type(cx, &known.schema), json_type(cx, &later.schema)) {
        (Some(JsonType::Object), Some(JsonType::Object)) => merge_objects(known, later),
        (Some(JsonType::Array), Some(JsonType::Array)) if out.may_merge() => {
            merge_lists(cx, out, known, later);
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

/// Reports definitions that contradict each other.
fn report(out: &mut Out<'_>, known: &Property<'_>, later: &Property<'_>) {
    let problem = SchemaProblem::ConflictingProperty(later.name.to_owned());
    let also = (known.schema.at(), "the other description");
    out.report_both(later.schema.at(), problem, also);
}

/// Returns the JSON type of a schema, or the one that all of its alternatives have.
fn json_type(cx: &Context<'_>, schema: &SchemaRef<'_>) -> Option<JsonType> {
    let own = Traits::of(cx.document, schema).kind;
    own.or_else(|| {
        let resolved = cx.document.schema(schema)?;
        let view = schema_view::view(&resolved.item);
        let parts = view.one_of.iter().chain(&view.any_of);
        let mut types = parts.map(|part| Traits::of(cx.document, part).kind);
        let first = types.next()??;
        types.all(|ty| ty == Some(first)).then_some(first)
    })
}

/// Merges two lists by their items.
fn merge_lists<'d, 'c: 'd>(
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

/// Returns what is known of a list's items.
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

/// Merges what a definition says beside the type.
fn merge_traits(cx: &Context<'_>, known: &mut Property<'_>, later: &SchemaRef<'_>) {
    for schema in [&known.schema, later] {
        let traits = Traits::of(cx.document, schema);
        known.nullable |= traits.nullable && traits.kind.is_some();
        if known.direction == Direction::Both {
            known.direction = traits.direction;
        }
    }
}

/// Replaces the known definition, but not what is merged of both.
fn replace<'d>(known: &mut Property<'d>, later: Property<'d>) {
    *known = Property {
        nullable: known.nullable,
        direction: known.direction,
        ..later
    };
}

/// Merges two objects: their members are merged when the type is lowered.
fn merge_objects<'d>(known: &mut Property<'d>, later: Property<'d>) {
    let mut definitions = match std::mem::replace(&mut known.kind, PropertyKind::Schema) {
        PropertyKind::Merged(definitions) => definitions,
        _ => vec![known.schema.clone()],
    };
    if !definitions.iter().any(|it| it.at() == later.schema.at()) {
        definitions.push(later.schema.clone());
    }
    replace(known, later);
    known.kind = PropertyKind::Merged(definitions);
}

const fn is_scalar(ty: JsonType) -> bool {
    !matches!(ty, JsonType::Object | JsonType::Array)
}

/// Returns whether a schema is a string enum.
fn is_enum(cx: &Context<'_>, schema: &SchemaRef<'_>) -> bool {
    let resolved = cx.document.schema(schema);
    resolved
        .is_some_and(|found| matches!(Form::of(&schema_view::view(&found.item)), Form::StringEnum))
}
