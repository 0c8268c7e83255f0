//! Limits the number of copied nodes: a chain of targets with two references to the next one each
//! is a short document, and an exponential number of copies.

use crate::diagnostic::{Diagnostics, ReferenceProblem};
use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

/// The number of nodes that may still be copied.
pub(crate) struct CopyLimit {
    remaining: usize,
}

impl CopyLimit {
    /// Returns the limit for a document with that many nodes.
    pub(crate) fn new(nodes: usize) -> Self {
        Self {
            remaining: 4 * nodes + 20_000,
        }
    }

    pub(crate) fn is_reached(&self) -> bool {
        self.remaining == 0
    }

    /// Counts a copy, and reports the reference at a location if the limit is reached.
    pub(crate) fn count(&mut self, copy: &Node, at: &Location, diagnostics: &mut Diagnostics) {
        self.remaining = self.remaining.saturating_sub(size(copy));
        if self.is_reached() {
            diagnostics.report(at.clone(), ReferenceProblem::TooManyCopies);
        }
    }
}

/// Counts the nodes of a tree.
pub(crate) fn size(node: &Node) -> usize {
    let inside: usize = match &node.kind {
        NodeKind::Array(list) => list.iter().map(size).sum(),
        NodeKind::Object(object) => object.members.values().map(size).sum(),
        _ => 0,
    };
    inside + 1
}
