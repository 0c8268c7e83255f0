//! Inline types that are equal become one: the first in the document's order; the others are other names for it.
//!
//! Components stay apart, equal or not: somebody gave them names.

use std::collections::BTreeMap;

use crate::ir::{Shape, Type, Uses};
use crate::names::Ident;
use crate::source::At;

use super::graph;
use super::types::Draft;

/// Turns later equals into aliases. Repeated, because types can be equal once what they contain is.
pub(super) fn alias(drafts: &mut [Draft]) {
    let mut same: BTreeMap<Ident, Ident> = BTreeMap::new();
    loop {
        let known = same.len();
        let mut first: BTreeMap<String, &Ident> = BTreeMap::new();
        for draft in drafts.iter().filter(|draft| is_inline(draft)) {
            let name = &draft.def.name;
            let first = *first.entry(key(draft, &same)).or_insert(name);
            if first != name {
                same.insert(name.clone(), first.clone());
            }
        }
        if same.len() == known {
            break;
        }
    }
    for draft in drafts {
        if let Some(first) = same.get(&draft.def.name) {
            draft.def.shape = Shape::Alias(Type::Named(first.clone()));
            draft.members.clear();
        }
    }
}

/// What stands inside a type that is now another name is reached no more, and is another name too: it is kept, because names
/// don't go away when an equal type is added to the document.
pub(super) fn keep_names(drafts: &mut [Draft], before: &[Uses]) {
    for (draft, before) in std::iter::zip(drafts, before) {
        let is_alias = matches!(draft.def.shape, Shape::Alias(Type::Named(_)));
        if is_alias && draft.def.uses == Uses::default() {
            draft.def.uses = *before;
        }
    }
}

fn is_inline(draft: &Draft) -> bool {
    !draft.is_component && !matches!(draft.def.shape, Shape::Alias(_))
}

/// All that is generated for it but its name, its place and its own documentation, as text.
fn key(draft: &Draft, same: &BTreeMap<Ident, Ident>) -> String {
    let mut shape = draft.def.shape.clone();
    if let Shape::Struct(object) = &mut shape {
        for field in &mut object.fields {
            field.at = At::root(field.at.file());
        }
    }
    for ty in graph::types_mut(&mut shape) {
        rename(ty, same);
    }
    format!("{shape:?} {:?}", draft.members)
}

fn rename(ty: &mut Type, same: &BTreeMap<Ident, Ident>) {
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
