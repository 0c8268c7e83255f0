//! How much may be copied: references to parts that hold two references to the next, and so on, are
//! short as a text and endless as a tree.

use crate::diagnostic::{Diagnostics, ReferenceProblem};
use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

/// How many more nodes may be copied.
pub(crate) struct Room {
    left: usize,
}

impl Room {
    /// The room for a document of that many nodes.
    pub(crate) fn beside(nodes: usize) -> Self {
        Self {
            left: 4 * nodes + 20_000,
        }
    }

    pub(crate) fn is_full(&self) -> bool {
        self.left == 0
    }

    /// Takes room for a copy, and reports the reference at a location if none is left after it.
    pub(crate) fn take(&mut self, copy: &Node, at: &Location, diagnostics: &mut Diagnostics) {
        self.left = self.left.saturating_sub(size(copy));
        if self.is_full() {
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
