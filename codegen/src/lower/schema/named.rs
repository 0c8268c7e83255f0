//! Types that get a name: component schemas keep theirs, inline ones are named for where they stand.

use crate::diagnostic::SchemaProblem;
use crate::ir::{Doc, Shape, Type, TypeDef, Uses};
use crate::names::Ident;
use crate::read::schema_view;
use crate::read::schema_view::{SchemaRef, View};
use crate::source::Location;

use super::{all_of, inheritance, string_enum, union};
use crate::lower::context::{Context, Out};
use crate::lower::facts::extension::SchemaExtensions;
use crate::lower::facts::form::Form;
use crate::lower::facts::schema_doc;
use crate::lower::facts::slot::Slot;
use crate::lower::facts::structure::Structure;
use crate::lower::schema;
use crate::lower::types::{Draft, Opened};

/// Lowers a component schema.
pub(crate) fn component(cx: &Context<'_>, out: &mut Out<'_>, key: &str, schema: &SchemaRef<'_>) {
    let Some(component) = cx.components.get(key) else {
        return;
    };
    let opened = out.types.open(component.name.clone());
    report_taken(
        out,
        schema.at(),
        (key, &format!("{key} Schema")),
        &opened.name,
        of_types,
    );
    let slot = Slot::root(component.name.as_str(), &component.file);
    let (structure, doc) = match schema {
        SchemaRef::Reference(_) => {
            let ty = schema::value(cx, out, schema, &slot).ty;
            (Shape::Alias(ty).into(), Doc::default())
        }
        SchemaRef::Schema(located) => {
            let view = schema_view::view(located);
            match cx.inheritance.base(key) {
                Some(base) => inheritance::lower(cx, out, (key, base), &view, &slot),
                None => {
                    let structure = schema::structure(cx, out, &view, &slot);
                    (structure, schema_doc::doc(cx, out, &view))
                }
            }
        }
    };
    let draft = Draft {
        is_component: true,
        ..draft(out, &opened.name, &slot, structure, doc, schema.at())
    };
    out.types.close(&opened, draft);
}

/// Lowers a schema that stands in place: it gets a name if its form needs one.
pub(crate) fn inline(cx: &Context<'_>, out: &mut Out<'_>, view: &View<'_>, slot: &Slot) -> Type {
    if let Some(ty) = out.types.at_place(&view.at) {
        return ty.clone();
    }
    let ty = if needs_name(cx, view) {
        with_name(cx, out, view, slot)
    } else {
        match schema::structure(cx, out, view, slot).shape {
            Shape::Alias(ty) => ty,
            Shape::Struct(_) | Shape::OpenEnum(_) | Shape::Union(_) => Type::Json,
        }
    };
    out.types.settle(&view.at, ty.clone());
    ty
}

fn needs_name(cx: &Context<'_>, view: &View<'_>) -> bool {
    let (extensions, _) = SchemaExtensions::of(view);
    extensions.rust_type.is_none() && is_named(cx, view)
}

/// Whether a schema that stands in place becomes a type with a name.
pub(crate) fn is_named(cx: &Context<'_>, view: &View<'_>) -> bool {
    match Form::of(view) {
        Form::Same(SchemaRef::Schema(inner)) => is_named(cx, &schema_view::view(inner)),
        Form::Union(_) => union::is_named(cx, view),
        Form::AllOf | Form::StringEnum | Form::Object => true,
        _ => false,
    }
}

/// The type of a property that is one of some texts.
pub(crate) fn texts(out: &mut Out<'_>, slot: &Slot, at: &Location, texts: &[String]) -> Type {
    // The schema at that place may be lowered on its own too, with its own values alone.
    let (opened, slot) = open(out, slot, at, &at.child("enum"));
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let structure = string_enum::of_values(&texts).into();
    let draft = draft(out, &opened.name, &slot, structure, Doc::default(), at);
    out.types.close(&opened, draft);
    Type::Named(opened.name)
}

/// The type of a property that is an object of several parts.
pub(crate) fn parts<'d>(
    cx: &Context<'d>,
    out: &mut Out<'_>,
    slot: &Slot,
    (property, at): (&str, &Location),
    parts: &[SchemaRef<'d>],
) -> Type {
    let described_by: Vec<String> = parts.iter().map(described_by).collect();
    if let Some(name) = out.merges.made(&described_by) {
        return Type::Named(name.clone());
    }
    if !out.merges.are_left() {
        out.report(at, SchemaProblem::ConflictingProperty(property.to_owned()));
        let last = parts
            .last()
            .map(|part| schema::value(cx, out, part, slot).ty);
        return last.unwrap_or(Type::Json);
    }
    let (opened, slot) = open(out, slot, at, &at.child("allOf"));
    out.merges.remember(described_by, &opened.name);
    let structure = out.merging(|out| all_of::of_parts(cx, out, at, parts, &slot));
    let draft = draft(out, &opened.name, &slot, structure, Doc::default(), at);
    out.types.close(&opened, draft);
    Type::Named(opened.name)
}

fn described_by(part: &SchemaRef<'_>) -> String {
    match part {
        SchemaRef::Reference(reference) => reference.value.to_owned(),
        SchemaRef::Schema(schema) => schema.at.pointer().to_owned(),
    }
}

/// The types of the alternatives that stand beside the members of an object.
pub(crate) fn beside(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    view: &View<'_>,
    slot: &Slot,
    keyword: &'static str,
) -> Type {
    let at = view.at.child(keyword);
    if let Some(ty) = out.types.at_place(&at) {
        return ty.clone();
    }
    if !union::is_named(cx, view) {
        return match union::lower(cx, out, view, slot, keyword).shape {
            Shape::Alias(ty) => ty,
            Shape::Struct(_) | Shape::OpenEnum(_) | Shape::Union(_) => Type::Json,
        };
    }
    let (opened, slot) = open(out, slot, &at, &at);
    let structure = union::lower(cx, out, view, &slot, keyword);
    let draft = draft(out, &opened.name, &slot, structure, Doc::default(), &at);
    out.types.close(&opened, draft);
    Type::Named(opened.name)
}

fn with_name(cx: &Context<'_>, out: &mut Out<'_>, view: &View<'_>, slot: &Slot) -> Type {
    let (opened, slot) = open(out, slot, &view.at, &view.at);
    let structure = schema::structure(cx, out, view, &slot);
    let doc = schema_doc::doc(cx, out, view);
    let draft = draft(out, &opened.name, &slot, structure, doc, &view.at);
    out.types.close(&opened, draft);
    Type::Named(opened.name)
}

/// Names and begins the type of a place, and gives the slot of what is inside. `key` is what the type is known by.
fn open(out: &mut Out<'_>, slot: &Slot, at: &Location, key: &Location) -> (Opened, Slot) {
    let opened = out.types.open_inline(slot, key);
    let words = slot.words();
    if opened.name == Ident::type_name(&words) {
        return (opened, slot.clone());
    }
    report_taken(out, at, (&words, &slot.otherwise()), &opened.name, of_types);
    let inside = Slot::root(opened.name.as_str(), &slot.file);
    (opened, inside)
}

/// Which type has a name.
pub(crate) fn of_types(out: &Out<'_>, name: &Ident) -> Option<Location> {
    out.types.owner(name).cloned()
}

/// A name that is not the first one of its place came about by something else that is there.
pub(crate) fn report_taken(
    out: &mut Out<'_>,
    at: &Location,
    (words, otherwise): (&str, &str),
    given: &Ident,
    owner: impl Fn(&Out<'_>, &Ident) -> Option<Location>,
) {
    let wanted = Ident::type_name(words);
    if *given != wanted {
        let problem = SchemaProblem::NameTaken {
            wanted: wanted.to_string(),
            given: given.to_string(),
            is_numbered: *given != Ident::type_name(otherwise),
        };
        match owner(out, &wanted) {
            Some(owner) => out.report_both(at, problem, (&owner.key(), "this has it")),
            None => out.report(at, problem),
        }
    }
}

/// A type that is whole.
pub(crate) fn draft(
    out: &Out<'_>,
    name: &Ident,
    slot: &Slot,
    structure: Structure,
    doc: Doc,
    at: &Location,
) -> Draft {
    Draft {
        def: TypeDef {
            at: out.origin(at),
            file: Ident::clone(&slot.file),
            name: name.clone(),
            doc,
            shape: structure.shape,
            uses: Uses::default(),
        },
        members: structure.members,
        is_component: false,
    }
}
