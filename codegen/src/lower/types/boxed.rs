//! Which members and variants are held in a `Box`: those that close a cycle, which is impossible in
//! Rust otherwise, and those whose type is large, so that no type becomes huge by containing others.
//!
//! Lists and maps are on the heap already, so only values are boxed.

use crate::ir::{Shape, Type};

use super::graph::Graph;
use super::search::Search;
use super::size::Sizes;
use super::{Draft, graph};

/// The largest estimated size, in bytes, of a type that is not boxed. Few types are near it:
/// `DESIGN.md` says what changes if a type grows over it.
const LIMIT: usize = 1024;

/// Boxes members and variants.
pub(crate) fn box_members(drafts: &mut [Draft]) {
    let graph = Graph::of(drafts);
    let search = Search::of(drafts, |draft| {
        let values = graph::values(&draft.def.shape).into_iter();
        values.map(|ty| graph.inside(ty?)).collect()
    });
    for (number, edge) in search.back_edges {
        graph::change(drafts, number, edge, put_in_box);
    }
    let mut sizes = Sizes::of(graph, drafts.len());
    for number in search.contained_first {
        for edge in large(&drafts[number].def.shape, &sizes) {
            graph::change(drafts, number, edge, put_in_box);
        }
        sizes.set(number, &drafts[number].def.shape);
    }
}

/// Returns the members and variants whose type is large. An alias is as large as its target, and is
/// boxed where it is used.
fn large(shape: &Shape, sizes: &Sizes) -> Vec<usize> {
    if matches!(shape, Shape::Alias(_)) {
        return Vec::new();
    }
    let values = graph::values(shape).into_iter().enumerate();
    values
        .filter(|(_, ty)| ty.is_some_and(|ty| sizes.of_value(ty) > LIMIT))
        .map(|(edge, _)| edge)
        .collect()
}

fn put_in_box(ty: &mut Type) {
    *ty = Type::Box(Box::new(ty.clone()));
}
