//! Which standard traits a struct can derive beyond `Clone` and `Debug`.
//!
//! | trait | condition |
//! | --- | --- |
//! | `PartialEq` | always: a type that the document names must have it too |
//! | `Eq` | no binary float inside, and no type that the document names |
//! | `Default` | no field is required, and none has a type with its own value for absence |

use crate::ir::{Derives, Presence, Shape, Struct, Type};

use super::graph::Graph;
use super::{Draft, graph};

/// Sets the derives of all types of a module.
pub(crate) fn derive(drafts: &mut [Draft]) {
    let inexact = inexact(drafts);
    for (draft, inexact) in std::iter::zip(drafts, inexact) {
        let mut derives = Derives {
            partial_eq: true,
            eq: !inexact,
            default: false,
        };
        match &mut draft.def.shape {
            Shape::Struct(object) => {
                derives.default = has_default(object);
                object.derives = derives;
            }
            Shape::Union(union) => union.derives = derives,
            Shape::OpenEnum(_) | Shape::Alias(_) => {}
        }
    }
}

/// Returns whether a value without any member is valid.
fn has_default(object: &Struct) -> bool {
    object.flat.is_empty()
        && object.fields.iter().all(|field| match field.presence {
            Presence::Optional | Presence::Nullable | Presence::OptionalNullable => true,
            Presence::Required | Presence::InType => false,
        })
}

/// Returns by draft whether anything in it can't be `Eq`: a type that can't, or one that contains it.
fn inexact(drafts: &[Draft]) -> Vec<bool> {
    let graph = Graph::of(drafts);
    let mut mentioned_by = vec![Vec::new(); drafts.len()];
    let mut inexact = vec![false; drafts.len()];
    for (number, draft) in drafts.iter().enumerate() {
        for ty in graph::types(&draft.def.shape) {
            match graph.target(ty) {
                Some(target) => mentioned_by[target].push(number),
                None => inexact[number] |= is_inexact(ty),
            }
        }
    }
    let mut queue: Vec<usize> = (0..drafts.len())
        .filter(|&number| inexact[number])
        .collect();
    while let Some(number) = queue.pop() {
        for &user in &mentioned_by[number] {
            if !std::mem::replace(&mut inexact[user], true) {
                queue.push(user);
            }
        }
    }
    inexact
}

/// Returns whether a type without a name can't be `Eq`.
fn is_inexact(ty: &Type) -> bool {
    match ty {
        Type::F64 | Type::Custom(_) => true,
        Type::Personal(inner)
        | Type::Vec(inner)
        | Type::Map(inner)
        | Type::Option(inner)
        | Type::Box(inner) => is_inexact(inner),
        _ => false,
    }
}
