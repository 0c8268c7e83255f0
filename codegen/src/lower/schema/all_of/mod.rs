//! `allOf`: one struct of the members of all parts. References are followed.
//!
//! | a part | becomes |
//! | --- | --- |
//! | an object | its members; `merge` says what happens if two parts name one |
//! | `oneOf`, `anyOf` | a field of its own that shares the object's members; the members themselves where all alternatives have the same |
//! | `oneOf`, `anyOf` of nothing but `required` and `not` | nothing: a warning says that it is not checked |
//! | a scalar or a list, where no part is an object | the type of the last such part, an enum before others |
//! | the same beside an object | untyped JSON, with a warning |

mod gather;
mod merge;
mod same_properties;

use crate::diagnostic::SchemaProblem;
use crate::ir::{Doc, Type};
use crate::read::schema_view::{SchemaRef, View};
use crate::source::Location;

use self::gather::{Gathered, Gatherer};
use crate::lower::context::{Context, Out};
use crate::lower::facts::naming;
use crate::lower::facts::naming::name_path::NamePath;
use crate::lower::facts::structure::Structure;
use crate::lower::schema;

/// Lowers a schema with parts.
pub(crate) fn lower(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    view: &View<'_>,
    name: &NamePath,
) -> Structure {
    let mut gatherer = Gatherer::new(cx, out);
    gatherer.open.push(view.at.clone());
    gatherer.parts(view, name);
    let mut gathered = gatherer.gathered;
    gathered.members.fix_discriminators(cx, &view.at);
    structure(cx, out, gathered, &view.at.child("allOf"), name)
}

/// Lowers alternatives that have the same properties to one object.
pub(crate) fn same_properties(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    view: &View<'_>,
    alternatives: &[SchemaRef<'_>],
    name: &NamePath,
) -> Structure {
    let members = Gatherer::new(cx, out).same_properties(view, alternatives, name);
    schema::members(cx, out, &members)
}

/// Lowers several definitions of a property, each of which is an object, to one type. The same
/// definitions make the same type again.
pub(crate) fn merged<'d>(
    cx: &Context<'d>,
    out: &mut Out<'_>,
    (property, at): (&str, &Location),
    definitions: &[SchemaRef<'d>],
    name: &NamePath,
) -> Type {
    let keys: Vec<String> = definitions.iter().map(key).collect();
    if let Some(name) = out.merges.known(&keys) {
        return Type::Named(name.clone());
    }
    if !out.may_merge() {
        out.report(at, SchemaProblem::ConflictingProperty(property.to_owned()));
        let last = definitions.last();
        return last.map_or(Type::Json, |last| schema::value(cx, out, last, name).ty);
    }
    let (opened, inner) = naming::open(out, name, at, &at.child("allOf"));
    out.merges.remember(keys, &opened.name);
    let structure = out.merging(|out| {
        let mut gatherer = Gatherer::new(cx, out);
        for definition in definitions {
            gatherer.part(definition, &inner);
        }
        let gathered = gatherer.gathered;
        structure(cx, out, gathered, at, &inner)
    });
    let draft = naming::draft(out, &opened.name, &inner, structure, Doc::default(), at);
    out.types.close(&opened, draft);
    Type::Named(opened.name)
}

/// Returns what a definition is known by: its reference, or its location.
fn key(definition: &SchemaRef<'_>) -> String {
    match definition {
        SchemaRef::Reference(reference) => reference.value.to_owned(),
        SchemaRef::Schema(schema) => schema.at.pointer().to_owned(),
    }
}

/// Decides what the gathered parts are together.
fn structure(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    mut gathered: Gathered<'_>,
    at: &Location,
    name: &NamePath,
) -> Structure {
    gathered.name_merged(name);
    let has_members = !gathered.members.is_empty();
    match gathered.take_narrowest() {
        Some(part) if has_members => {
            let also = (part.at(), "this part is no object");
            out.report_both(at, SchemaProblem::AllOfMixed, also);
            Type::Json.into()
        }
        Some(part) => schema::part(cx, out, &part, name),
        None if has_members => out.in_all_of(|out| schema::members(cx, out, &gathered.members)),
        None => Type::Json.into(),
    }
}
