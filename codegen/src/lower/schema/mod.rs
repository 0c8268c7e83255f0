//! The dispatch: which file lowers a schema, and the one door through which they recurse.
//!
//! Forms don't call each other. What a form contains it lowers through the functions here, and what
//! several forms need is in `lower::facts`.

mod all_of;
mod array;
pub(crate) mod component;
pub(crate) mod inheritance;
mod inline;
pub(crate) mod integer;
mod object;
pub(crate) mod scalar;
mod sensitive;
mod string_enum;
mod union;

use crate::diagnostic::{ExtensionProblem, SchemaProblem};
use crate::ir::{Doc, Type};
use crate::read::schema_view;
use crate::read::schema_view::{SchemaRef, View};
use crate::source::Location;

use super::context::{Context, Out};
use super::facts::alternatives;
use super::facts::doc::schema_doc;
use super::facts::extension::SchemaExtensions;
use super::facts::form;
use super::facts::form::Form;
use super::facts::members::Members;
use super::facts::naming::name_path::NamePath;
use super::facts::structure::Structure;
use super::facts::traits::Traits;
use super::facts::value::Value;

/// Lowers the schema of a place, whose type gets the name if it needs one.
pub(crate) fn value(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    schema: &SchemaRef<'_>,
    name: &NamePath,
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
        ty: out.nested(&view.at, |out| inline::lower(cx, out, &view, name)),
        traits: Traits::of_view(cx.document, &view),
        doc: schema_doc::doc(cx, out, &view),
    }
}

/// Lowers the schema of a value that is always present: in lists, maps and whole bodies.
pub(crate) fn present(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    schema: &SchemaRef<'_>,
    name: &NamePath,
) -> Type {
    let value = value(cx, out, schema, name);
    if value.traits.absent {
        out.report(schema.at(), ExtensionProblem::NeverAbsent);
    }
    value.into_present()
}

/// Lowers an inline schema to a structure without a name, and applies its extensions. `name` is for
/// the types inside.
pub(crate) fn structure(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    view: &View<'_>,
    name: &NamePath,
) -> Structure {
    let (extensions, problems) = SchemaExtensions::of(view);
    for (at, problem) in problems {
        out.report(&at, problem);
    }
    let structure = match &extensions.rust_type {
        Some(custom) => Type::Custom(custom.path.clone()).into(),
        None => dispatch(cx, out, view, name),
    };
    for keyword in form::narrowing(view) {
        out.report(&view.at.child(keyword), SchemaProblem::NotChecked(keyword));
    }
    sensitive::apply(cx, out, view, &extensions, structure)
}

/// Lowers a schema by its form.
fn dispatch(cx: &Context<'_>, out: &mut Out<'_>, view: &View<'_>, name: &NamePath) -> Structure {
    let is_subtype = !view.all_of.is_empty() && cx.inheritance.tags(&view.at).is_some();
    match Form::of(view) {
        Form::AllOf => match alternatives_alone(cx, view) {
            Some(keyword) => union::lower(cx, out, view, name, keyword),
            None => all_of::lower(cx, out, view, name),
        },
        Form::Union(keyword) => union::lower(cx, out, view, name, keyword),
        Form::Object => object::lower(cx, out, view, name),
        Form::StringEnum => string_enum::lower(out, view),
        // A subtype is a type of its own, with members of its own or without.
        Form::Same(_) if is_subtype => all_of::lower(cx, out, view, name),
        Form::Same(inner) => part(cx, out, inner, name),
        Form::Map(values) => object::map(cx, out, values, name).into(),
        Form::Array => array::lower(cx, out, view, name).into(),
        Form::Scalar(ty) => scalar::lower(view, ty).into(),
        Form::Any => Type::Json.into(),
    }
}

/// Returns the keyword of the alternatives if they repeat the properties that are beside them.
fn alternatives_alone(cx: &Context<'_>, view: &View<'_>) -> Option<&'static str> {
    let keyword = form::union(view).filter(|_| view.all_of.is_empty())?;
    alternatives::covers(cx, view).then_some(keyword)
}

/// Lowers the only part that a schema consists of, in the place of the schema.
pub(crate) fn part(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    part: &SchemaRef<'_>,
    name: &NamePath,
) -> Structure {
    match part {
        SchemaRef::Schema(inner) => out.nested(&inner.at, |out| {
            structure(cx, out, &schema_view::view(inner), name)
        }),
        SchemaRef::Reference(_) => value(cx, out, part, name).ty.into(),
    }
}

/// Lowers members that were gathered to a struct.
pub(crate) fn members(cx: &Context<'_>, out: &mut Out<'_>, members: &Members<'_>) -> Structure {
    object::structure(cx, out, members)
}

/// Lowers several definitions of a property, each of which is an object, to one object.
pub(crate) fn merged<'d>(
    cx: &Context<'d>,
    out: &mut Out<'_>,
    property: (&str, &Location),
    definitions: &[SchemaRef<'d>],
    name: &NamePath,
) -> Type {
    all_of::merged(cx, out, property, definitions, name)
}

/// Lowers alternatives that have the same properties to one object.
pub(crate) fn same_properties(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    view: &View<'_>,
    alternatives: &[SchemaRef<'_>],
    name: &NamePath,
) -> Structure {
    all_of::same_properties(cx, out, view, alternatives, name)
}

/// Lowers the alternatives of a schema.
pub(crate) fn union(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    view: &View<'_>,
    name: &NamePath,
    keyword: &'static str,
) -> Structure {
    union::lower(cx, out, view, name, keyword)
}

/// Lowers the alternatives beside the members of an object to a type of their own.
pub(crate) fn flattened(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    view: &View<'_>,
    name: &NamePath,
    keyword: &'static str,
) -> Type {
    out.nested(&view.at, |out| {
        inline::alternatives(cx, out, view, name, keyword)
    })
}
