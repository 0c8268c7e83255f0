//! Which named types each type contains. No decision is taken here.

use foldhash::HashMap;

use crate::ir::{Shape, Type};
use crate::names::Ident;

use super::Draft;

/// The named types of a module by number, in the document's order.
pub(crate) struct Graph {
    numbers: HashMap<Ident, usize>,
}

impl Graph {
    /// Numbers the types of a module.
    pub(crate) fn of(drafts: &[Draft]) -> Self {
        let names = drafts.iter().map(|draft| draft.def.name.clone());
        Self {
            numbers: names.zip(0..).collect(),
        }
    }

    /// Returns the number of the named type in a type, which has one at most.
    pub(crate) fn target(&self, ty: &Type) -> Option<usize> {
        self.numbers.get(find(ty, Through::All)?).copied()
    }

    /// Returns the number of the named type whose value is inside the type's own value, not on the heap.
    pub(crate) fn inside(&self, ty: &Type) -> Option<usize> {
        self.numbers.get(find(ty, Through::Values)?).copied()
    }
}

/// Returns the types in a shape: those of its fields and variants, or the target of an alias.
pub(crate) fn types(shape: &Shape) -> Vec<&Type> {
    match shape {
        Shape::Struct(object) => {
            let rest = object.rest.iter().chain(&object.flat);
            let rest = rest.map(|(_, ty)| ty);
            object
                .fields
                .iter()
                .map(|field| &field.ty)
                .chain(rest)
                .collect()
        }
        Shape::Union(union) => union.alternatives.iter().map(|one| &one.ty).collect(),
        Shape::Alias(ty) => vec![ty],
        Shape::OpenEnum(_) => Vec::new(),
    }
}

/// Returns [`types`] in the same order, without those whose values are on the heap: the additional
/// properties, which are in a map.
pub(crate) fn values(shape: &Shape) -> Vec<Option<&Type>> {
    let rest = match shape {
        Shape::Struct(object) if object.rest.is_some() => Some(object.fields.len()),
        _ => None,
    };
    let types = types(shape).into_iter().enumerate();
    types
        .map(|(edge, ty)| (Some(edge) != rest).then_some(ty))
        .collect()
}

/// Changes one of the [`types`] of a draft.
pub(crate) fn change(
    drafts: &mut [Draft],
    number: usize,
    edge: usize,
    change: impl FnOnce(&mut Type),
) {
    let draft = drafts.get_mut(number);
    let types = draft.map(|draft| types_mut(&mut draft.def.shape));
    if let Some(ty) = types.into_iter().flatten().nth(edge) {
        change(ty);
    }
}

/// Like [`types`], for changes.
pub(crate) fn types_mut(shape: &mut Shape) -> Vec<&mut Type> {
    match shape {
        Shape::Struct(object) => {
            let rest = object.rest.iter_mut().chain(&mut object.flat);
            let rest = rest.map(|(_, ty)| ty);
            let fields = object.fields.iter_mut().map(|field| &mut field.ty);
            fields.chain(rest).collect()
        }
        Shape::Union(union) => {
            let alternatives = union.alternatives.iter_mut();
            alternatives.map(|one| &mut one.ty).collect()
        }
        Shape::Alias(ty) => vec![ty],
        Shape::OpenEnum(_) => Vec::new(),
    }
}

/// Returns the named type in a type, which has one at most.
pub(crate) fn named(ty: &Type) -> Option<&Ident> {
    find(ty, Through::All)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Through {
    All,
    Values,
}

/// Returns the named type in a type, through all wrappers or through those on the stack.
fn find(ty: &Type, through: Through) -> Option<&Ident> {
    match ty {
        Type::Named(name) => Some(name),
        Type::Personal(inner) | Type::Option(inner) => find(inner, through),
        Type::Vec(inner) | Type::Map(inner) | Type::Box(inner) if through == Through::All => {
            find(inner, through)
        }
        _ => None,
    }
}
