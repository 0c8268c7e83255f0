//! Limits for the depth of a document and the length of its keys, so that every recursive walk fits
//! on an ordinary stack and every location fits in memory.

use crate::diagnostic::{Diagnostics, SyntaxProblem};
use crate::source::Location;

use super::node::{Node, NodeKind};

/// Published documents have at most about 25 levels.
const MAX_DEPTH: usize = 64;

/// In published documents, the keys from the root to a node have a few hundred bytes together.
const MAX_KEY_BYTES: usize = 4_000;

/// Empties what exceeds a limit, which is reported.
pub(crate) fn enforce(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    if !is_within(root) {
        prune(root, &mut at.clone(), LIMITS, diagnostics);
    }
}

/// Returns whether a tree is within the limits.
pub(crate) fn is_within(root: &Node) -> bool {
    !exceeds(root, LIMITS)
}

const LIMITS: Remaining = Remaining {
    levels: MAX_DEPTH,
    key_bytes: MAX_KEY_BYTES,
};

/// How many levels and bytes of keys are allowed below a node.
#[derive(Clone, Copy)]
struct Remaining {
    levels: usize,
    key_bytes: usize,
}

impl Remaining {
    /// Returns what remains below a member with this key, or which limit the member exceeds.
    fn below(self, key: &str) -> Result<Self, SyntaxProblem> {
        let levels = self.levels.saturating_sub(1);
        match self.key_bytes.checked_sub(key.len()) {
            _ if levels == 0 => Err(SyntaxProblem::TooDeep(MAX_DEPTH)),
            None => Err(SyntaxProblem::LongLocation(MAX_KEY_BYTES)),
            Some(key_bytes) => Ok(Self { levels, key_bytes }),
        }
    }
}

/// Returns whether a node below exceeds a limit. This allocates no locations.
fn exceeds(node: &Node, remaining: Remaining) -> bool {
    let below = |key, node| {
        remaining
            .below(key)
            .map_or(true, |remaining| exceeds(node, remaining))
    };
    match &node.kind {
        NodeKind::Array(items) => items.iter().any(|item| below("", item)),
        NodeKind::Object(object) => object
            .members
            .iter()
            .any(|(key, member)| below(key, member)),
        _ => false,
    }
}

/// Empties what exceeds a limit below a node.
fn prune(node: &mut Node, at: &mut Location, remaining: Remaining, diagnostics: &mut Diagnostics) {
    let mut is_too_deep = false;
    let mut below = |key: &str, node: &mut Node, at: &mut Location| match remaining.below(key) {
        Ok(remaining) => prune(node, at, remaining, diagnostics),
        // All members of an object are nested equally deep: the first is reported.
        Err(_) if is_too_deep => {}
        Err(problem) => {
            is_too_deep = matches!(problem, SyntaxProblem::TooDeep(_));
            diagnostics.report(at.clone(), problem);
            *node = Node::empty_object();
        }
    };
    match &mut node.kind {
        NodeKind::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                item.with_location(at, index, |item, at| below("", item, at));
            }
        }
        NodeKind::Object(object) => {
            for (key, member) in object.members.iter_mut() {
                member.with_location(at, key, |member, at| below(key, member, at));
            }
        }
        _ => {}
    }
    if is_too_deep {
        *node = Node::empty_object();
    }
}
