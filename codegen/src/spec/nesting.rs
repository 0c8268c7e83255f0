//! How deep a document may be nested, so that every walk over it ends on an ordinary stack.

use crate::diagnostic::{Diagnostics, SyntaxProblem};
use crate::source::At;

use super::node::{Kind, Node};

/// Published documents have about 25 levels at the most.
const DEEPEST: usize = 64;

/// Reports the first place that is nested too deeply; false where there is one.
pub(crate) fn check(root: &Node, at: &At, diagnostics: &mut Diagnostics) -> bool {
    if !is_deeper(root, DEEPEST) {
        return true;
    }
    match too_deep(root, at, DEEPEST) {
        Some(place) => {
            diagnostics.report(place, SyntaxProblem::TooDeep(DEEPEST));
            false
        }
        None => true,
    }
}

/// The same question as below, for the many documents where no place is asked for.
fn is_deeper(node: &Node, left: usize) -> bool {
    if left == 0 {
        return true;
    }
    match &node.kind {
        Kind::List(list) => list.iter().any(|item| is_deeper(item, left - 1)),
        Kind::Object(object) => {
            let mut members = object.members.values();
            members.any(|member| is_deeper(member, left - 1))
        }
        _ => false,
    }
}

fn too_deep(node: &Node, at: &At, left: usize) -> Option<At> {
    if left == 0 {
        return Some(at.clone());
    }
    match &node.kind {
        Kind::List(list) => list
            .iter()
            .enumerate()
            .find_map(|(index, item)| too_deep(item, &item.place(at, index), left - 1)),
        Kind::Object(object) => object
            .members
            .iter()
            .find_map(|(key, member)| too_deep(member, &member.place(at, key), left - 1)),
        _ => None,
    }
}
