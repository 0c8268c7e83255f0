//! The dispatch: which file handles a schema. One `match`; the work is done elsewhere.

pub(crate) mod all_of;
pub(crate) mod array;
pub(crate) mod inheritance;
pub(crate) mod integer;
pub(crate) mod named;
pub(crate) mod object;
pub(crate) mod scalar;
pub(crate) mod sensitive;
pub(crate) mod string_enum;
pub(crate) mod union;

use crate::diagnostic::{ExtensionProblem, SchemaProblem};
use crate::ir::{Doc, Shape, Type};
use crate::read::schema_view;
use crate::read::schema_view::{JsonType, SchemaRef, View};

use super::context::{Context, Out};
use super::facts::extension::SchemaExtensions;
use super::facts::form::Form;
use super::facts::slot::Slot;
use super::facts::traits::Traits;
use super::facts::{form, schema_doc};
use crate::lower::facts::structure::Structure;

/// What stands at a place that holds a schema.
#[derive(Clone, Debug)]
pub(crate) struct Value {
    pub(crate) ty: Type,
    pub(crate) traits: Traits,
    /// The documentation of the place; that of a component stands at the component.
    pub(crate) doc: Doc,
}

impl Value {
    /// A text without a schema.
    pub(crate) fn text() -> Self {
        Self {
            ty: Type::String,
            ..Self::untyped()
        }
    }

    /// Stands in for a schema that can't be lowered, which was reported.
    pub(crate) fn untyped() -> Self {
        Self {
            ty: Type::Json,
            traits: Traits::default(),
            doc: Doc::default(),
        }
    }
}

/// Lowers the schema of a place. The slot names its type, if it needs a name.
pub(crate) fn value(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    schema: &SchemaRef<'_>,
    slot: &Slot,
) -> Value {
    let Some(resolved) = cx.document.schema(schema) else {
        return Value::untyped();
    };
    if let Some(component) = resolved.component.and_then(|key| cx.components.get(key)) {
        return Value {
            ty: Type::Named(component.name.clone()),
            traits: component.traits.clone(),
            doc: Doc::default(),
        };
    }
    let view = schema_view::view(&resolved.item);
    Value {
        ty: named::inline(cx, out, &view, slot),
        traits: Traits::of_view(cx.document, &view),
        doc: schema_doc::doc(cx, out, &view),
    }
}

/// The only text that a value of a schema can have, where its type is a plain string.
pub(crate) fn only_text(cx: &Context<'_>, schema: &SchemaRef<'_>, ty: &Type) -> Option<String> {
    let resolved = cx.document.schema(schema)?;
    let view = schema_view::view(&resolved.item);
    let is_string = match (ty, resolved.component) {
        // A component is another name for what it is.
        (Type::Named(name), Some(key)) => {
            let (extensions, _) = SchemaExtensions::of(&view);
            cx.components.get(key).is_some_and(|it| it.name == *name)
                && extensions.rust_type.is_none()
                && extensions.sensitive.is_none()
                && scalar::lower(&view, JsonType::String) == Type::String
        }
        (ty, _) => *ty == Type::String,
    };
    form::only_text(&view).filter(|_| is_string)
}

/// The type of a value that is never absent: in lists, maps and whole bodies. That it may be null is part of the type there.
pub(crate) fn whole(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    schema: &SchemaRef<'_>,
    slot: &Slot,
) -> Type {
    let Value { ty, traits, .. } = value(cx, out, schema, slot);
    if traits.absent {
        out.report(schema.at(), ExtensionProblem::NeverAbsent);
    }
    if traits.nullable && ty != Type::Json {
        Type::Option(Box::new(ty))
    } else {
        ty
    }
}

/// What a schema is, with its own extensions checked and applied. The slot names the types inside.
pub(crate) fn structure(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    view: &View<'_>,
    slot: &Slot,
) -> Structure {
    let (extensions, problems) = SchemaExtensions::of(view);
    for (at, problem) in problems {
        out.report(&at, problem);
    }
    let structure = match &extensions.rust_type {
        Some(custom) => Shape::Alias(Type::Custom(custom.path.clone())).into(),
        None => dispatch(cx, out, view, slot),
    };
    for keyword in form::narrowing(view) {
        out.report(&view.at.child(keyword), SchemaProblem::NotChecked(keyword));
    }
    sensitive::apply(cx, out, view, &extensions, structure)
}

fn dispatch(cx: &Context<'_>, out: &mut Out<'_>, view: &View<'_>, slot: &Slot) -> Structure {
    let ty = match Form::of(view) {
        Form::AllOf => return all_of::lower(cx, out, view, slot),
        Form::Union(keyword) => return union::lower(cx, out, view, slot, keyword),
        Form::Object => return object::lower(cx, out, view, slot),
        Form::StringEnum => return string_enum::lower(out, view),
        // What extends a base is a type of its own, with members of its own or without.
        Form::Same(_) if !view.all_of.is_empty() && cx.inheritance.tags(&view.at).is_some() => {
            return all_of::lower(cx, out, view, slot);
        }
        Form::Same(SchemaRef::Schema(inner)) => {
            return structure(cx, out, &schema_view::view(inner), slot);
        }
        Form::Same(inner) => value(cx, out, inner, slot).ty,
        Form::Map(values) => object::map(cx, out, values, slot),
        Form::Array => array::lower(cx, out, view, slot),
        Form::Scalar(kind) => scalar::lower(view, kind),
        Form::Any => Type::Json,
    };
    Shape::Alias(ty).into()
}
