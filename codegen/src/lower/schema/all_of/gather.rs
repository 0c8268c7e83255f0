//! Gathers the parts of an `allOf` and what they refer to. Decides nothing about their types.

use std::collections::BTreeSet;

use indexmap::map::Entry;

use crate::diagnostic::SchemaProblem;
use crate::ir::Type;
use crate::read::schema_view;
use crate::read::schema_view::{SchemaRef, View};
use crate::source::Location;

use super::merge;
use crate::lower::context::{Context, Out};
use crate::lower::facts::alternatives::{Plan, lead_to};
use crate::lower::facts::form;
use crate::lower::facts::form::Form;
use crate::lower::facts::members::{Members, PropertyKind};
use crate::lower::facts::naming::name_path::NamePath;
use crate::lower::schema;

/// The limit on nested parts. No type that a person wrote comes near it.
const MAX_DEPTH: usize = 64;

/// The number of members of a cycle that a diagnostic shows.
const MAX_SHOWN: usize = 8;

/// The gathered parts.
#[derive(Default)]
pub(super) struct Gathered<'d> {
    pub(super) members: Members<'d>,
    /// The parts that are not objects.
    plain: Vec<SchemaRef<'d>>,
}

/// Walks the parts of an `allOf` and what they refer to.
pub(super) struct Gatherer<'g, 'o, 'd> {
    pub(super) cx: &'g Context<'d>,
    out: &'g mut Out<'o>,
    pub(super) gathered: Gathered<'d>,
    /// The components that were gathered: a second time they add nothing.
    merged: BTreeSet<&'d str>,
    /// The components that contain the current part, from the outermost on.
    path: Vec<&'d str>,
    /// The schemas that contain the current part. An alternative that is one of them adds nothing.
    pub(super) open: Vec<Location>,
}

impl<'d> Gathered<'d> {
    /// Names the types that several parts define together after the whole.
    pub(super) fn name_merged(&mut self, name: &NamePath) {
        for property in self.members.properties.values_mut() {
            if matches!(
                property.kind,
                PropertyKind::Merged(_) | PropertyKind::List(_)
            ) {
                property.owner = name.clone();
            }
        }
    }

    /// Removes the most specific part that is not an object: an enum, or else the last.
    pub(super) fn take_narrowest(&mut self) -> Option<SchemaRef<'d>> {
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
    pub(super) fn new(cx: &'g Context<'d>, out: &'g mut Out<'o>) -> Self {
        Self {
            cx,
            out,
            gathered: Gathered::default(),
            merged: BTreeSet::new(),
            path: Vec::new(),
            open: Vec::new(),
        }
    }

    /// Gathers the parts of a schema, then what it says itself.
    pub(super) fn parts(&mut self, view: &View<'d>, name: &NamePath) {
        for part in &view.all_of {
            self.part(part, name);
        }
        self.merge(Members::own(view, name));
        if let Some(keyword) = form::union(view) {
            self.alternatives(view, keyword, name);
        }
    }

    /// Gathers one part. References are followed.
    pub(super) fn part(&mut self, part: &SchemaRef<'d>, name: &NamePath) {
        if self.out.enter(part.at()) {
            self.nested_part(part, name);
            self.out.leave();
        }
    }

    fn nested_part(&mut self, part: &SchemaRef<'d>, name: &NamePath) {
        let cx = self.cx;
        let Some(resolved) = cx.document.schema(part) else {
            return;
        };
        let view = schema_view::view(&resolved.item);
        let Some(key) = resolved.component else {
            return self.schema(part, &view, name);
        };
        if !self.check_cycle(part, key) || !self.merged.insert(key) {
            return;
        }
        let Some(component) = cx.components.get(key) else {
            return;
        };
        let name = NamePath::root(component.name.as_str(), &component.file);
        if matches!(Form::of(&view), Form::Union(_)) && !lead_to(cx, &view, &self.open) {
            let ty = Type::Named(component.name.clone());
            self.gathered.members.flattened.push((key.to_owned(), ty));
            return;
        }
        self.path.push(key);
        self.open.push(view.at.clone());
        self.schema(part, &view, &name);
        self.open.pop();
        self.path.pop();
    }

    /// Returns whether the component may be gathered. Reports a cycle, and too many layers.
    fn check_cycle(&mut self, part: &SchemaRef<'d>, key: &'d str) -> bool {
        let Some(start) = self.path.iter().position(|known| *known == key) else {
            let is_within = self.path.len() < MAX_DEPTH;
            if !is_within {
                self.out
                    .report(part.at(), SchemaProblem::AllOfDepth(MAX_DEPTH));
            }
            return is_within;
        };
        let cycle = &self.path[start..];
        // Each member of the cycle is gathered: the first in the order of names reports it.
        if cycle.iter().min() == Some(&key) {
            let members = cycle.iter();
            let members = members.filter_map(|key| self.cx.components.get(*key));
            let places = members.filter_map(|one| self.out.types.owner(&one.name));
            let also: Vec<Location> = places.take(MAX_SHOWN).map(Location::key).collect();
            let problem = SchemaProblem::AllOfCycle;
            self.out
                .report_all(part.at(), problem, &also, "part of the cycle");
        }
        false
    }

    /// Gathers what a part is, behind its reference.
    fn schema(&mut self, part: &SchemaRef<'d>, view: &View<'d>, name: &NamePath) {
        match Form::of(view) {
            Form::Same(inner) => self.part(inner, name),
            Form::AllOf => self.parts(view, name),
            Form::Object | Form::Map(_) | Form::Any => {
                self.merge(Members::own(view, name));
            }
            Form::Union(keyword) if form::only_narrows(view) => {
                let problem = SchemaProblem::NotChecked(keyword);
                self.out.report(&view.at.child(keyword), problem);
            }
            Form::Union(keyword) => {
                self.alternatives(view, keyword, name);
            }
            Form::StringEnum | Form::Array | Form::Scalar(_) => {
                self.gathered.plain.push(part.clone())
            }
        }
    }

    /// Gathers alternatives as a field, unless one of them is a schema that contains them.
    fn alternatives(&mut self, view: &View<'d>, keyword: &'static str, name: &NamePath) {
        let cx = self.cx;
        if lead_to(cx, view, &self.open) {
            return;
        }
        if let Plan::Object(all) = Plan::of(cx, view, keyword) {
            let problem = SchemaProblem::EqualAlternatives(all.len());
            self.out.report(&view.at.child(keyword), problem);
            let all: Vec<_> = all.into_iter().map(|one| one.schema).collect();
            let members = Gatherer::new(cx, self.out).same_properties(view, &all, name);
            return self.merge(members);
        }
        let name = name.child(keyword).of("Alternatives");
        let ty = schema::flattened(cx, self.out, view, &name, keyword);
        self.gathered
            .members
            .flattened
            .push((keyword.to_owned(), ty));
    }

    /// Adds members. Of two definitions of one property, `merge` decides.
    fn merge(&mut self, members: Members<'d>) {
        let known = &mut self.gathered.members;
        known.required.extend(members.required);
        known.flattened.extend(members.flattened);
        if members.additional.is_some() {
            known.additional = members.additional;
        }
        for (name, property) in members.properties {
            match known.properties.entry(name) {
                Entry::Occupied(mut entry) => {
                    merge::merge(self.cx, self.out, entry.get_mut(), property);
                }
                Entry::Vacant(place) => {
                    place.insert(property);
                }
            }
        }
    }
}
