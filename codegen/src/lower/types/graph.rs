//! Which named types a type mentions. No decision is taken here.

use foldhash::HashMap;

use crate::ir::{Shape, Type};
use crate::names::Ident;

use super::Draft;

/// The named types of a module by number, in the document's order.
pub(crate) struct Graph {
    numbers: HashMap<Ident, usize>,
}

impl Graph {
    pub(crate) fn of(drafts: &[Draft]) -> Self {
        let names = drafts.iter().map(|draft| draft.def.name.clone());
        Self {
            numbers: names.zip(0..).collect(),
        }
    }

    /// The number of the type that a type mentions; it mentions one at most.
    pub(crate) fn target(&self, ty: &Type) -> Option<usize> {
        self.numbers.get(mentioned(ty, Through::All)?).copied()
    }

    /// The number of the type whose value lies inside the type's own value.
    pub(crate) fn inside(&self, ty: &Type) -> Option<usize> {
        self.numbers.get(mentioned(ty, Through::Values)?).copied()
    }
}

/// The types in a shape: its fields', in their order, or what it is another name for.
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

/// The same, to be changed.
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

/// The name of the type that a type mentions; it mentions one at most.
pub(crate) fn mentions(ty: &Type) -> Option<&Ident> {
    mentioned(ty, Through::All)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Through {
    All,
    Values,
}

fn mentioned(ty: &Type, through: Through) -> Option<&Ident> {
    match ty {
        Type::Named(name) => Some(name),
        Type::Personal(inner) | Type::Option(inner) => mentioned(inner, through),
        Type::Vec(inner) | Type::Map(inner) | Type::Box(inner) if through == Through::All => {
            mentioned(inner, through)
        }
        _ => None,
    }
}
