//! Which standard traits a struct can derive beyond `Clone` and `Debug`.
//!
//! | trait | where |
//! | --- | --- |
//! | `PartialEq` | everywhere: a type that the spec names must have it too |
//! | `Eq` | no binary float inside, and no type that the spec names: nothing is known of it |
//! | `Default` | no field is required, and none has its absence in a type that the spec names |

use crate::ir::{Derives, Presence, Shape, Struct, Type};

use super::graph::Graph;
use super::{Draft, graph};

/// Decides for all types of a module.
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

fn has_default(object: &Struct) -> bool {
    object.flat.is_empty()
        && object.fields.iter().all(|field| match field.presence {
            Presence::Optional | Presence::Nullable | Presence::OptionalNullable => true,
            Presence::Required | Presence::InType => false,
        })
}

/// By draft: whether anything in it can't be `Eq`. Spreads from each such type to all that mention it.
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
