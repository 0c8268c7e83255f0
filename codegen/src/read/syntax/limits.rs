//! Limits for the depth of a document and the length of its keys, so that every recursive walk fits
//! on an ordinary stack and every location fits in memory.

use crate::diagnostic::{Diagnostics, SyntaxProblem};
use crate::source::Location;

use super::node::{Node, NodeKind};

/// Published documents have at most about 25 levels.
const MAX_DEPTH: usize = 64;

/// In published documents, the keys from the root to a node have a few hundred bytes together.
const MAX_KEY_BYTES: usize = 4_000;

/// Reports the first node that exceeds a limit. Returns whether the tree is within the limits.
pub(crate) fn check(root: &Node, at: &Location, diagnostics: &mut Diagnostics) -> bool {
    if is_within(root) {
        return true;
    }
    if let Some((location, problem)) = find_excess(root, at, LIMITS) {
        diagnostics.report(location, problem);
    }
    false
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

/// Returns whether a node below exceeds a limit. Unlike `find_excess`, this allocates no locations.
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

/// Returns the first node that exceeds a limit.
fn find_excess(
    node: &Node,
    at: &Location,
    remaining: Remaining,
) -> Option<(Location, SyntaxProblem)> {
    let below = |key, node, location| match remaining.below(key) {
        Ok(remaining) => find_excess(node, &location, remaining),
        Err(problem) => Some((location, problem)),
    };
    match &node.kind {
        NodeKind::Array(items) => {
            let mut items = items.iter().enumerate();
            items.find_map(|(index, item)| below("", item, item.location(at, index)))
        }
        NodeKind::Object(object) => {
            let mut members = object.members.iter();
            members.find_map(|(key, member)| below(key, member, member.location(at, key)))
        }
        _ => None,
    }
}
