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

/// Lowers a schema with parts.
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
    let mut gatherer = Gatherer::new(cx, out);
    gatherer.open.push(view.at.clone());
    gatherer.parts(view, slot);
    let mut gathered = gatherer.gathered;
    gathered.members.tell(cx, &view.at);
    gathered.structure(cx, out, &view.at.child("allOf"), slot)
}

/// Lowers a property that several parts define as an object.
pub(crate) fn of_parts<'d>(
    cx: &Context<'d>,
    out: &mut Out<'_>,
    at: &Location,
    parts: &[SchemaRef<'d>],
    slot: &Slot,
) -> Structure {
    let mut gatherer = Gatherer::new(cx, out);
    for part in parts {
        gatherer.part(part, slot);
    }
    gatherer.gathered.structure(cx, out, at, slot)
}

/// The limit on nested parts; no type that a person wrote comes near it.
const DEPTH: usize = 64;

/// The number of members of a cycle that are shown.
const SHOWN: usize = 8;

/// What the parts of an `allOf` are together.
#[derive(Default)]
struct Gathered<'d> {
    members: Members<'d>,
    /// Parts that are not objects.
    plain: Vec<SchemaRef<'d>>,
}

/// Walks the parts of an `allOf` and what they refer to.
struct Gatherer<'g, 'o, 'd> {
    cx: &'g Context<'d>,
    out: &'g mut Out<'o>,
    gathered: Gathered<'d>,
    /// Components that were gathered: a second time they add nothing.
    merged: BTreeSet<&'d str>,
    /// The components on the way to the current part, from the outermost on.
    path: Vec<&'d str>,
    /// The schemas on that way. An alternative that is one of them is that schema again.
    open: Vec<Location>,
}

impl<'d> Gathered<'d> {
    /// Decides what the parts make together.
    fn structure(
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
            None if has_members => out.in_all_of(|out| object::structure(cx, out, &self.members)),
            None => Shape::Alias(Type::Json).into(),
        }
    }

    /// Names the types that several parts make together after the whole.
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

    /// Removes the most specific part that is not an object: an enum, or else the last.
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
}

impl<'g, 'o, 'd> Gatherer<'g, 'o, 'd> {
    fn new(cx: &'g Context<'d>, out: &'g mut Out<'o>) -> Self {
        Self {
            cx,
            out,
            gathered: Gathered::default(),
            merged: BTreeSet::new(),
            path: Vec::new(),
            open: Vec::new(),
        }
    }

    /// Gathers the parts, then their siblings.
    fn parts(&mut self, view: &View<'d>, slot: &Slot) {
        for part in &view.all_of {
            self.part(part, slot);
        }
        self.merge(object::own_members(view, slot));
        if let Some(keyword) = form::union(view) {
            self.alternatives(view, keyword, slot);
        }
    }

    fn part(&mut self, part: &SchemaRef<'d>, slot: &Slot) {
        let cx = self.cx;
        let Some(resolved) = cx.document.schema(part) else {
            return;
        };
        let view = schema_view::view(&resolved.item);
        let Some(key) = resolved.component else {
            return self.schema(part, &view, slot);
        };
        if !self.check_cycle(part, key) || !self.merged.insert(key) {
            return;
        }
        let Some(component) = cx.components.get(key) else {
            return;
        };
        let slot = Slot::root(component.name.as_str(), &component.file);
        if matches!(Form::of(&view), Form::Union(_)) && !union::leads_to(cx, &view, &self.open) {
            let ty = Type::Named(component.name.clone());
            self.gathered.members.flat.push((key.to_owned(), ty));
            return;
        }
        self.path.push(key);
        self.open.push(view.at.clone());
        self.schema(part, &view, &slot);
        self.open.pop();
        self.path.pop();
    }

    /// Whether the component may be gathered. A cycle, and too many layers, are reported.
    fn check_cycle(&mut self, part: &SchemaRef<'d>, key: &'d str) -> bool {
        let Some(start) = self.path.iter().position(|known| *known == key) else {
            let is_within = self.path.len() < DEPTH;
            if !is_within {
                self.out.report(part.at(), SchemaProblem::AllOfDepth(DEPTH));
            }
            return is_within;
        };
        let cycle = &self.path[start..];
        // The walk comes to each member of the cycle: the first in the order of names reports it.
        if cycle.iter().min() == Some(&key) {
            let members = cycle.iter();
            let members = members.filter_map(|key| self.cx.components.get(*key));
            let places = members.filter_map(|one| self.out.types.owner(&one.name));
            let also: Vec<Location> = places.take(SHOWN).map(Location::key).collect();
            let problem = SchemaProblem::AllOfCycle;
            self.out
                .report_all(part.at(), problem, &also, "part of the cycle");
        }
        false
    }

    fn schema(&mut self, part: &SchemaRef<'d>, view: &View<'d>, slot: &Slot) {
        match Form::of(view) {
            Form::Same(inner) => self.part(inner, slot),
            Form::AllOf => self.parts(view, slot),
            Form::Object | Form::Map(_) | Form::Any => {
                self.merge(object::own_members(view, slot));
            }
            Form::Union(keyword) if form::only_narrows(view) => {
                let problem = SchemaProblem::NotChecked(keyword);
                self.out.report(&view.at.child(keyword), problem);
            }
            Form::Union(keyword) => {
                self.alternatives(view, keyword, slot);
            }
            Form::StringEnum | Form::Array | Form::Scalar(_) => {
                self.gathered.plain.push(part.clone())
            }
        }
    }

    /// Gathers alternatives as a field. A schema on the way to them adds nothing.
    fn alternatives(&mut self, view: &View<'d>, keyword: &'static str, slot: &Slot) {
        let cx = self.cx;
        if union::leads_to(cx, view, &self.open) {
            return;
        }
        if let Some(all) = union::one_object(cx, view, keyword) {
            let problem = SchemaProblem::EqualAlternatives(all.len());
            self.out.report(&view.at.child(keyword), problem);
            let one = alike::gathered(cx, self.out, view, slot, &all);
            return self.merge(one);
        }
        let slot = slot.child(keyword).of("Alternatives");
        let ty = named::beside(cx, self.out, view, &slot, keyword);
        self.gathered.members.flat.push((keyword.to_owned(), ty));
    }

    fn merge(&mut self, members: Members<'d>) {
        let known = &mut self.gathered.members;
        known.required.extend(members.required);
        known.flat.extend(members.flat);
        if members.additional.is_some() {
            known.additional = members.additional;
        }
        for (name, property) in members.properties {
            match known.properties.entry(name) {
                Entry::Occupied(mut entry) => {
                    agreement::merge(self.cx, self.out, entry.get_mut(), property);
                }
                Entry::Vacant(place) => {
                    place.insert(property);
                }
            }
        }
    }
}
