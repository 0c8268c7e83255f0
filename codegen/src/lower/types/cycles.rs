//! Types that contain themselves: which edges need a `Box`, and which are impossible in Rust.
//!
//! Lists and maps are on the heap already, so only edges to values need a box, and of those only the
//! back edges of a depth-first search: from the unions in the document's order, then from the others.

use crate::diagnostic::SchemaProblem;
use crate::ir::{Shape, Type};

use super::graph::Graph;
use super::{Draft, graph};
use crate::lower::context::Out;

/// Boxes the back edges between values.
pub(crate) fn box_back_edges(drafts: &mut [Draft]) {
    let graph = Graph::of(drafts);
    for (number, edge) in back_edges(drafts, |draft, edge| {
        graph.inside(graph::types(&draft.def.shape).get(edge)?)
    }) {
        change(drafts, number, edge, |ty| {
            *ty = Type::Box(Box::new(ty.clone()))
        });
    }
}

/// Cuts aliases that contain themselves without a struct in between: `type List = Vec<List>` is an
/// error in Rust.
pub(crate) fn cut_endless_aliases(out: &mut Out<'_>, drafts: &mut [Draft]) {
    let graph = Graph::of(drafts);
    for (number, edge) in back_edges(drafts, |draft, edge| match &draft.def.shape {
        Shape::Alias(ty) if edge == 0 => graph.target(ty),
        _ => None,
    }) {
        if let Some(draft) = drafts.get(number) {
            let problem = SchemaProblem::CyclicList(draft.def.name.to_string());
            out.report_origin(&draft.def.at, problem);
        }
        change(drafts, number, edge, cut);
    }
}

/// Changes the type of an edge.
fn change(drafts: &mut [Draft], number: usize, edge: usize, change: impl FnOnce(&mut Type)) {
    let Some(draft) = drafts.get_mut(number) else {
        return;
    };
    if let Some(ty) = graph::types_mut(&mut draft.def.shape).into_iter().nth(edge) {
        change(ty);
    }
}

/// Replaces the named type inside a type by untyped JSON.
fn cut(ty: &mut Type) {
    match ty {
        Type::Vec(inner) | Type::Map(inner) | Type::Option(inner) | Type::Personal(inner) => {
            cut(inner);
        }
        other => *other = Type::Json,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    Unvisited,
    Open,
    Done,
}

/// Returns the back edges, as draft and number of the edge. The search has a stack of its own, because
/// a document can make a chain of types of any length.
fn back_edges(
    drafts: &[Draft],
    target: impl Fn(&Draft, usize) -> Option<usize>,
) -> Vec<(usize, usize)> {
    let mut visits = vec![Visit::Unvisited; drafts.len()];
    let mut found = Vec::new();
    // From unions first, so that members are boxed and not the values of variants.
    let (unions, others): (Vec<usize>, Vec<usize>) =
        (0..drafts.len()).partition(|&number| matches!(drafts[number].def.shape, Shape::Union(_)));
    for start in unions.into_iter().chain(others) {
        let mut stack = Vec::new();
        if visits[start] == Visit::Unvisited {
            visits[start] = Visit::Open;
            stack.push((start, 0));
        }
        while let Some((number, edge)) = stack.pop() {
            if edge == graph::types(&drafts[number].def.shape).len() {
                visits[number] = Visit::Done;
                continue;
            }
            stack.push((number, edge + 1));
            match target(&drafts[number], edge).map(|next| (next, visits[next])) {
                Some((_, Visit::Open)) => found.push((number, edge)),
                Some((next, Visit::Unvisited)) => {
                    visits[next] = Visit::Open;
                    stack.push((next, 0));
                }
                Some((_, Visit::Done)) | None => {}
            }
        }
    }
    found
}
