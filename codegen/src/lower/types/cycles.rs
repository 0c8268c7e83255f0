//! Types that contain themselves: which edges need a `Box`, and which can't be written in Rust at all.
//!
//! A list or a map lies on the heap already, so only edges that hold a value need a box, and of those only the ones that lead
//! back to where a walk came from: from the unions in the document's order, then from the others.

use crate::diagnostic::SchemaProblem;
use crate::ir::{Shape, Type};

use super::graph::Graph;
use super::{Draft, graph};
use crate::lower::context::Out;

/// Boxes what has to be boxed.
pub(crate) fn boxed(drafts: &mut [Draft]) {
    let graph = Graph::of(drafts);
    for (number, edge) in back_edges(drafts, |draft, edge| {
        graph.inside(graph::types(&draft.def.shape).get(edge)?)
    }) {
        change(drafts, number, edge, |ty| {
            *ty = Type::Box(Box::new(ty.clone()))
        });
    }
}

/// Cuts aliases that contain themselves with no struct in between: `type List = Vec<List>` has no meaning in Rust.
pub(crate) fn cut_endless(out: &mut Out<'_>, drafts: &mut [Draft]) {
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

fn change(drafts: &mut [Draft], number: usize, edge: usize, change: impl FnOnce(&mut Type)) {
    let Some(draft) = drafts.get_mut(number) else {
        return;
    };
    if let Some(ty) = graph::types_mut(&mut draft.def.shape).into_iter().nth(edge) {
        change(ty);
    }
}

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
    Never,
    UnderWay,
    Done,
}

/// The edges, as draft and number in it, that lead back to a draft under way. The walk keeps its own stack: a chain of types is
/// as long as a document makes it.
fn back_edges(
    drafts: &[Draft],
    target: impl Fn(&Draft, usize) -> Option<usize>,
) -> Vec<(usize, usize)> {
    let mut visits = vec![Visit::Never; drafts.len()];
    let mut found = Vec::new();
    // From unions first: then it is members that lead back and are boxed, and whoever matches on a variant has its value.
    let (unions, others): (Vec<usize>, Vec<usize>) =
        (0..drafts.len()).partition(|&number| matches!(drafts[number].def.shape, Shape::Union(_)));
    for start in unions.into_iter().chain(others) {
        let mut stack = Vec::new();
        if visits[start] == Visit::Never {
            visits[start] = Visit::UnderWay;
            stack.push((start, 0));
        }
        while let Some((number, edge)) = stack.pop() {
            if edge == graph::types(&drafts[number].def.shape).len() {
                visits[number] = Visit::Done;
                continue;
            }
            stack.push((number, edge + 1));
            match target(&drafts[number], edge).map(|next| (next, visits[next])) {
                Some((_, Visit::UnderWay)) => found.push((number, edge)),
                Some((next, Visit::Never)) => {
                    visits[next] = Visit::UnderWay;
                    stack.push((next, 0));
                }
                Some((_, Visit::Done)) | None => {}
            }
        }
    }
    found
}
