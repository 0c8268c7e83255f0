//! Inline types that are equal become one: the first in the document's order; the others are other names for it.
//!
//! Components stay apart, equal or not: somebody gave them names.

use std::collections::{BTreeMap, HashMap};

use crate::ir::{Shape, Type, Uses};
use crate::names::Ident;
use crate::source::Location;

use super::{Draft, graph};
use crate::lower::facts::structure::MemberFacts;

/// Turns later equals into aliases.
pub(crate) fn alias(drafts: &mut [Draft]) {
    let same = same(drafts);
    for draft in drafts {
        if let Some(first) = same.get(&draft.def.name) {
            draft.def.shape = Shape::Alias(Type::Named(first.clone()));
            draft.members.clear();
        }
    }
}

/// What stands inside a type that is now another name is reached no more, and is another name too: it is kept, because names
/// don't go away when an equal type is added to the document.
pub(crate) fn keep_names(drafts: &mut [Draft], before: &[Uses]) {
    for (draft, before) in std::iter::zip(drafts, before) {
        let is_alias = matches!(draft.def.shape, Shape::Alias(Type::Named(_)));
        if is_alias && draft.def.uses == Uses::default() {
            draft.def.uses = *before;
        }
    }
}

/// By the name of each type that has an equal before it: the first one's. What stands inside a type comes behind it, so from the
/// last to the first all that a type mentions is known already.
fn same(drafts: &[Draft]) -> BTreeMap<Ident, Ident> {
    let mut equals = Equals::default();
    // Any of some equals stands for all of them while they are compared.
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

/// The names of the types of each content, the last first. There is much to hash, and the standard hasher is slow.
type Equals<'d> = HashMap<(Shape, &'d [MemberFacts]), Vec<&'d Ident>, foldhash::fast::RandomState>;

/// All that is generated for an inline type but its name, its place and its own documentation.
struct Inline<'d> {
    name: &'d Ident,
    /// A copy, to say of which types it is made once some of them are the same.
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

/// Lets a type mention another one by each of these names.
pub(crate) fn rename(ty: &mut Type, same: &BTreeMap<Ident, Ident>) {
    match ty {
        Type::Named(name) => {
            if let Some(first) = same.get(name) {
                *name = first.clone();
            }
        }
        Type::Vec(inner)
        | Type::Map(inner)
        | Type::Option(inner)
        | Type::Personal(inner)
        | Type::Box(inner) => rename(inner, same),
        _ => {}
    }
}
