//! Equal inline types become one: the first in the document's order. The others are aliases of it.
//!
//! Components are never merged: the document names them.

use std::collections::{BTreeMap, HashMap};

use crate::ir::{Shape, Type, Uses};
use crate::names::Ident;
use crate::source::Location;

use super::{Draft, graph};
use crate::lower::facts::structure::MemberFacts;

/// Replaces types that have an equal before them by aliases.
pub(crate) fn alias_equal(drafts: &mut [Draft]) {
    let firsts = first_equals(drafts);
    for draft in drafts {
        if let Some(first) = firsts.get(&draft.def.name) {
            draft.def.shape = Shape::Alias(Type::Named(first.clone()));
            draft.members.clear();
        }
    }
}

/// Keeps the aliases inside a type that is an alias now, which nothing reaches any more: names don't
/// disappear if an equal type is added to the document.
pub(crate) fn keep_names(drafts: &mut [Draft], before: &[Uses]) {
    for (draft, before) in std::iter::zip(drafts, before) {
        let is_alias = matches!(draft.def.shape, Shape::Alias(Type::Named(_)));
        if is_alias && draft.def.uses == Uses::default() {
            draft.def.uses = *before;
        }
    }
}

/// Returns the name of the first equal by the name of each later one. Types inside a type come after
/// it, so from the last to the first all that a type names is known.
fn first_equals(drafts: &[Draft]) -> BTreeMap<Ident, Ident> {
    let mut equals = Equals::default();
    // Any of several equals represents all of them while they are compared.
    let mut known = BTreeMap::new();
    for mut one in drafts.iter().rev().filter_map(Inline::of) {
        for ty in graph::types_mut(&mut one.shape) {
            rename(ty, &known);
        }
        let names = equals.entry((one.shape, one.members)).or_default();
        if let Some(last) = names.first() {
            known.insert(one.name.clone(), Ident::clone(last));
        }
        names.push(one.name);
    }
    let mut same = BTreeMap::new();
    for names in equals.into_values() {
        if let [others @ .., first] = names.as_slice() {
            let others = others.iter().copied();
            same.extend(others.map(|other| (other.clone(), Ident::clone(first))));
        }
    }
    same
}

/// The names of the types with each content, the last first. There is much to hash, and the standard
/// hasher is slow.
type Equals<'d> = HashMap<(Shape, &'d [MemberFacts]), Vec<&'d Ident>, foldhash::fast::RandomState>;

/// Everything that is generated for an inline type except its name, location and documentation.
struct Inline<'d> {
    name: &'d Ident,
    /// A copy, in which equal types get one name.
    shape: Shape,
    members: &'d [MemberFacts],
}

impl<'d> Inline<'d> {
    fn of(draft: &'d Draft) -> Option<Self> {
        if draft.is_component || matches!(draft.def.shape, Shape::Alias(_)) {
            return None;
        }
        let mut shape = draft.def.shape.clone();
        if let Shape::Struct(object) = &mut shape {
            for field in &mut object.fields {
                field.at = Location::root(field.at.file());
            }
        }
        Some(Self {
            name: &draft.def.name,
            shape,
            members: &draft.members,
        })
    }
}

/// Renames the named type inside a type.
pub(crate) fn rename(ty: &mut Type, names: &BTreeMap<Ident, Ident>) {
    match ty {
        Type::Named(name) => {
            if let Some(new) = names.get(name) {
                *name = new.clone();
            }
        }
        Type::Vec(inner)
        | Type::Map(inner)
        | Type::Option(inner)
        | Type::Personal(inner)
        | Type::Box(inner) => rename(inner, names),
        _ => {}
    }
}
