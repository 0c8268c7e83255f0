//! Aliases that contain themselves without a struct in between: `type List = Vec<List>` is an error
//! in Rust.

use crate::diagnostic::SchemaProblem;
use crate::ir::{Shape, Type};

use super::graph::Graph;
use super::search::Search;
use super::{Draft, graph};
use crate::lower::context::Out;

/// Replaces the edges that close such a cycle by untyped JSON.
pub(crate) fn cut_endless_aliases(out: &mut Out<'_>, drafts: &mut [Draft]) {
    let graph = Graph::of(drafts);
    let search = Search::of(drafts, |draft| match &draft.def.shape {
        Shape::Alias(ty) => vec![graph.target(ty)],
        _ => Vec::new(),
    });
    for (number, edge) in search.back_edges {
        if let Some(draft) = drafts.get(number) {
            let problem = SchemaProblem::CyclicList(draft.def.name.to_string());
            out.report_origin(&draft.def.at, problem);
        }
        graph::change(drafts, number, edge, cut);
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
