//! `allOf`: one struct of the members of all parts. References are followed.
//!
//! | a part | becomes |
//! | --- | --- |
//! | an object | its members; `agreement` says what happens where two parts name one |
//! | `oneOf`, `anyOf` | a field of its own that shares the object's members; the members themselves where all alternatives have the same |
//! | `oneOf`, `anyOf` of nothing but `required` and `not` | nothing: a warning says that it is not checked |
//! | a scalar or a list, where no part is an object | the type of the last such part, an enum before others |
//! | the same beside an object | untyped JSON, with a warning |

mod agreement;
mod alike;

use std::collections::BTreeSet;

use indexmap::map::Entry;

use crate::diagnostic::SchemaProblem;
use crate::ir::{Shape, Type};
use crate::read::schema_view;
use crate::read::schema_view::{SchemaRef, View};
use crate::source::Location;

use super::object::{Members, PropertyKind};
use super::{named, object, union};
use crate::lower::context::{Context, Out};
use crate::lower::facts::form;
use crate::lower::facts::form::Form;
use crate::lower::facts::slot::Slot;
use crate::lower::facts::structure::Structure;
use crate::lower::schema;

pub(crate) use agreement::agree;
pub(crate) use alike::alike;

/// The type of a schema's parts.
pub(crate) fn lower(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    view: &View<'_>,
    slot: &Slot,
) -> Structure {
    if let Some(keyword) = form::union(view).filter(|_| view.all_of.is_empty())
        && union::covers(cx, view)
    {
        return union::lower(cx, out, view, slot, keyword);
    }
    let mut gathered = Gathered::default();
    gathered.open.push(view.at.clone());
    gathered.parts(cx, out, view, slot, &mut Vec::new());
    gathered.members.tell(cx, &view.at);
    gathered.finish(cx, out, &view.at.child("allOf"), slot)
}

/// The type of a property that several parts describe as an object.
pub(crate) fn of_parts<'d>(
    cx: &Context<'d>,
    out: &mut Out<'_>,
    at: &Location,
    parts: &[SchemaRef<'d>],
    slot: &Slot,
) -> Structure {
    let mut gathered = Gathered::default();
    for part in parts {
        gathered.part(cx, out, part, slot, &mut Vec::new());
    }
    gathered.finish(cx, out, at, slot)
}

/// No type is built of that many layers; a document that has more is meant to exhaust the stack.
const DEPTH: usize = 64;

/// So many members of a circle are shown.
const CIRCLE: usize = 8;

#[derive(Default)]
struct Gathered<'d> {
    members: Members<'d>,
    /// Components that are in already: a second time they add nothing.
    merged: BTreeSet<&'d str>,
    /// The schemas that are being gathered, from the outermost on: an alternative that is one of them is that schema again.
    open: Vec<Location>,
    /// Parts that are no objects.
    plain: Vec<SchemaRef<'d>>,
}

/// Whether following a reference comes to an end.
fn leads_on(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    part: &SchemaRef<'_>,
    key: &str,
    path: &[&str],
) -> bool {
    if let Some(start) = path.iter().position(|known| *known == key) {
        let circle = &path[start..];
        // Each member of the circle comes here once: the first in the order of names tells of all.
        if circle.iter().min() == Some(&key) {
            let names = circle.iter().filter_map(|key| cx.components.get(*key));
            let places = names.filter_map(|one| out.types.owner(&one.name));
            let also: Vec<Location> = places.take(CIRCLE).map(Location::key).collect();
            out.report_all(
                part.at(),
                SchemaProblem::AllOfCycle,
                &also,
                "it leads over this",
            );
        }
        false
    } else if path.len() >= DEPTH {
        out.report(part.at(), SchemaProblem::AllOfDepth(DEPTH));
        false
    } else {
        true
    }
}

impl<'d> Gathered<'d> {
    fn finish(
        mut self,
        cx: &Context<'_>,
        out: &mut Out<'_>,
        at: &Location,
        slot: &Slot,
    ) -> Structure {
        self.name_merged(slot);
        let members = &self.members;
        let has_members = !members.properties.is_empty()
            || members.additional.is_some()
            || !members.flat.is_empty();
        match self.narrowest() {
            Some(part) if has_members => {
                let also = (part.at(), "this part is no object");
                out.report_both(at, SchemaProblem::AllOfMixed, also);
                Shape::Alias(Type::Json).into()
            }
            Some(SchemaRef::Schema(part)) => {
                schema::structure(cx, out, &schema_view::view(&part), slot)
            }
            Some(part) => Shape::Alias(schema::value(cx, out, &part, slot).ty).into(),
            None if has_members => {
                out.merges.enter();
                let structure = object::structure(cx, out, &self.members);
                out.merges.leave();
                structure
            }
            None => Shape::Alias(Type::Json).into(),
        }
    }

    /// What several parts make together belongs to none of them.
    fn name_merged(&mut self, slot: &Slot) {
        for property in self.members.properties.values_mut() {
            if matches!(
                property.kind,
                PropertyKind::Parts(_) | PropertyKind::List(_)
            ) {
                property.owner = slot.clone();
            }
        }
    }

    /// Of the parts that are no objects, the one that says most: an enum, or else the last.
    fn narrowest(&mut self) -> Option<SchemaRef<'d>> {
        let is_enum = |part: &SchemaRef<'_>| match part {
            SchemaRef::Schema(part) => {
                matches!(Form::of(&schema_view::view(part)), Form::StringEnum)
            }
            SchemaRef::Reference(_) => true,
        };
        let index = self.plain.iter().rposition(is_enum);
        match index {
            Some(index) => Some(self.plain.swap_remove(index)),
            None => self.plain.pop(),
        }
    }

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
        self.merge(cx, out, object::own_members(view, slot));
        if let Some(keyword) = form::union(view) {
            self.alternatives(cx, out, view, keyword, slot);
        }
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
        let view = schema_view::view(&resolved.item);
        let Some(key) = resolved.component else {
            return self.schema(cx, out, (part, &view), slot, path);
        };
        if !leads_on(cx, out, part, key, path) || !self.merged.insert(key) {
            return;
        }
        let Some(component) = cx.components.get(key) else {
            return;
        };
        let slot = Slot::root(component.name.as_str(), &component.file);
        if matches!(Form::of(&view), Form::Union(_)) && !union::leads_to(cx, &view, &self.open) {
            let ty = Type::Named(component.name.clone());
            self.members.flat.push((key.to_owned(), ty));
            return;
        }
        path.push(key);
        self.open.push(view.at.clone());
        self.schema(cx, out, (part, &view), &slot, path);
        self.open.pop();
        path.pop();
    }

    fn schema<'c: 'd>(
        &mut self,
        cx: &Context<'c>,
        out: &mut Out<'_>,
        (part, view): (&SchemaRef<'d>, &View<'d>),
        slot: &Slot,
        path: &mut Vec<&'d str>,
    ) {
        match Form::of(view) {
            Form::Same(inner) => self.part(cx, out, inner, slot, path),
            Form::AllOf => self.parts(cx, out, view, slot, path),
            Form::Object | Form::Map(_) | Form::Any => {
                self.merge(cx, out, object::own_members(view, slot));
            }
            Form::Union(keyword) if form::only_narrows(view) => {
                out.report(&view.at.child(keyword), SchemaProblem::Narrowing(keyword));
            }
            Form::Union(keyword) => {
                self.alternatives(cx, out, view, keyword, slot);
            }
            Form::StringEnum | Form::Array | Form::Scalar(_) => self.plain.push(part.clone()),
        }
    }

    /// A field for alternatives; one that is a schema under way says nothing new.
    fn alternatives<'c: 'd>(
        &mut self,
        cx: &Context<'c>,
        out: &mut Out<'_>,
        view: &View<'d>,
        keyword: &'static str,
        slot: &Slot,
    ) {
        if union::leads_to(cx, view, &self.open) {
            return;
        }
        if let Some(all) = union::one_object(cx, view, keyword) {
            out.report(&view.at.child(keyword), SchemaProblem::Alike(all.len()));
            let one = alike::gathered(cx, out, view, slot, &all);
            return self.merge(cx, out, one);
        }
        let slot = slot.child(keyword).of("Alternatives");
        let ty = named::beside(cx, out, view, &slot, keyword);
        self.members.flat.push((keyword.to_owned(), ty));
    }

    fn merge<'c: 'd>(&mut self, cx: &Context<'c>, out: &mut Out<'_>, members: Members<'d>) {
        self.members.required.extend(members.required);
        self.members.flat.extend(members.flat);
        if members.additional.is_some() {
            self.members.additional = members.additional;
        }
        for (name, property) in members.properties {
            match self.members.properties.entry(name) {
                Entry::Occupied(mut known) => {
                    agreement::merge(cx, out, known.get_mut(), property);
                }
                Entry::Vacant(place) => {
                    place.insert(property);
                }
            }
        }
    }
}
