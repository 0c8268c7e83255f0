//! A depth-first search through the types of a module: which edges close a cycle, and an order in
//! which each type comes after those that it contains.

use crate::ir::Shape;

use super::Draft;

/// The result of a search. An edge is the number of a type and the index of one of its
/// [types](super::graph::types).
pub(crate) struct Search {
    /// The edges that close a cycle. Without them, there is none.
    pub(crate) back_edges: Vec<(usize, usize)>,
    /// All types, by number: the contained before the containing, but for back edges.
    pub(crate) contained_first: Vec<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    Unvisited,
    Open,
    Done,
}

impl Search {
    /// Searches along the edges of each type that have a target: from the unions in the document's
    /// order, then from the others. So the back edges are members rather than variants.
    ///
    /// The search has a stack of its own, because a document can make a chain of types of any length.
    pub(crate) fn of(drafts: &[Draft], targets: impl Fn(&Draft) -> Vec<Option<usize>>) -> Self {
        let edges: Vec<_> = drafts.iter().map(targets).collect();
        let mut visits = vec![Visit::Unvisited; drafts.len()];
        let mut search = Self {
            back_edges: Vec::new(),
            contained_first: Vec::with_capacity(drafts.len()),
        };
        for start in unions_first(drafts) {
            let mut stack = Vec::new();
            if visits[start] == Visit::Unvisited {
                visits[start] = Visit::Open;
                stack.push((start, 0));
            }
            while let Some((number, edge)) = stack.pop() {
                let Some(target) = edges[number].get(edge) else {
                    visits[number] = Visit::Done;
                    search.contained_first.push(number);
                    continue;
                };
                stack.push((number, edge + 1));
                match target.map(|next| (next, visits[next])) {
                    Some((_, Visit::Open)) => search.back_edges.push((number, edge)),
                    Some((next, Visit::Unvisited)) => {
                        visits[next] = Visit::Open;
                        stack.push((next, 0));
                    }
                    Some((_, Visit::Done)) | None => {}
                }
            }
        }
        search
    }
}

fn unions_first(drafts: &[Draft]) -> impl Iterator<Item = usize> {
    let (unions, others): (Vec<usize>, Vec<usize>) =
        (0..drafts.len()).partition(|&number| matches!(drafts[number].def.shape, Shape::Union(_)));
    unions.into_iter().chain(others)
}
