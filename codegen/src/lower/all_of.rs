//! `allOf`: one struct of the members of all parts. References are followed.
//!
//! | two parts have a property, and | it becomes |
//! | --- | --- |
//! | both say the same | one field |
//! | one says nothing about its type | what the other says |
//! | both are scalars of one JSON type | what the later one says: a value must fit both |
//! | anything else | an error with both places |

use std::collections::BTreeSet;

use crate::diagnostic::SchemaProblem;
use crate::ir::{Shape, Type};
use crate::spec::shape::{self, JsonType, SchemaRef, View};

use super::context::{Context, Out};
use super::form::Form;
use super::named::Structure;
use super::object::{self, Members, Property};
use super::slot::Slot;

/// The struct of a schema's parts; untyped JSON where they are no objects.
pub(super) fn lower(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    view: &View<'_>,
    slot: &Slot,
) -> Structure {
    let mut gathered = Gathered::default();
    gathered.parts(cx, out, view, slot, &mut Vec::new());
    if gathered.is_mixed {
        out.report(&view.at.child("allOf"), SchemaProblem::AllOfMixed);
        return Shape::Alias(Type::Json).into();
    }
    if gathered.members.properties.is_empty() && gathered.members.additional.is_none() {
        return Shape::Alias(Type::Json).into();
    }
    object::structure(cx, out, &gathered.members)
}

/// No type is built of that many layers; a document that has more is meant to exhaust the stack.
const DEPTH: usize = 64;

#[derive(Default)]
struct Gathered<'d> {
    members: Members<'d>,
    /// Components that are in already: a second time they add nothing.
    merged: BTreeSet<&'d str>,
    is_mixed: bool,
}

impl<'d> Gathered<'d> {
    /// The parts first, then what stands beside them.
    fn parts<'c: 'd>(
        &mut self,
        cx: &Context<'c>,
        out: &mut Out<'_>,
        view: &View<'d>,
        slot: &Slot,
        path: &mut Vec<&'d str>,
    ) {
        for part in &view.all_of {
            self.part(cx, out, part, slot, path);
        }
        self.merge(out, object::own_members(view, slot));
    }

    fn part<'c: 'd>(
        &mut self,
        cx: &Context<'c>,
        out: &mut Out<'_>,
        part: &SchemaRef<'d>,
        slot: &Slot,
        path: &mut Vec<&'d str>,
    ) {
        let Some(resolved) = cx.document.schema(part) else {
            return;
        };
        let view = shape::view(&resolved.item);
        let Some(key) = resolved.component else {
            return self.schema(cx, out, &view, slot, path);
        };
        if path.contains(&key) {
            out.report(part.at(), SchemaProblem::AllOfCycle);
            return;
        }
        if path.len() >= DEPTH {
            out.report(part.at(), SchemaProblem::AllOfDepth(DEPTH));
            return;
        }
        if !self.merged.insert(key) {
            return;
        }
        let Some(component) = cx.components.get(key) else {
            return;
        };
        let slot = Slot::root(component.name.as_str(), &component.file);
        path.push(key);
        self.schema(cx, out, &view, &slot, path);
        path.pop();
    }

    fn schema<'c: 'd>(
        &mut self,
        cx: &Context<'c>,
        out: &mut Out<'_>,
        view: &View<'d>,
        slot: &Slot,
        path: &mut Vec<&'d str>,
    ) {
        match Form::of(view) {
            Form::Same(inner) => self.part(cx, out, inner, slot, path),
            Form::AllOf => self.parts(cx, out, view, slot, path),
            Form::Object | Form::Map(_) | Form::Any => {
                self.merge(out, object::own_members(view, slot));
            }
            Form::Union(_) | Form::StringEnum | Form::Array | Form::Scalar(_) => {
                self.is_mixed = true;
            }
        }
    }

    fn merge(&mut self, out: &mut Out<'_>, members: Members<'d>) {
        self.members.required.extend(members.required);
        if members.additional.is_some() {
            self.members.additional = members.additional;
        }
        for property in members.properties {
            let known = &mut self.members.properties;
            match known.iter_mut().find(|known| known.name == property.name) {
                Some(known) => merge_property(out, known, property),
                None => known.push(property),
            }
        }
    }
}

fn merge_property<'d>(out: &mut Out<'_>, known: &mut Property<'d>, later: Property<'d>) {
    match agreement(&known.schema, &later.schema) {
        Some(Agreement::First) => {}
        Some(Agreement::Second) => *known = later,
        None => {
            let problem = SchemaProblem::Conflict(later.name.to_owned());
            let also = (known.schema.at(), "the other description");
            out.report_both(later.schema.at(), problem, also);
        }
    }
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
