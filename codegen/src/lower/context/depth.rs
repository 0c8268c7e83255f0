//! A limit on nested lowering, so that no document can exhaust the stack.

/// The number of schemas that are being lowered, each inside the one before.
///
/// A document has a limited number of levels, but a part of an `allOf` is lowered again inside of
/// what refers to it: a chain of such references is as long as the document likes.
#[derive(Debug, Default)]
pub(crate) struct Depth(usize);

impl Depth {
    /// Debug builds take up to 16 KB of stack for each, and threads have 2 MB.
    pub(crate) const MAX: usize = 96;

    /// Returns whether another schema may be lowered inside.
    pub(crate) const fn allows_more(&self) -> bool {
        self.0 < Self::MAX
    }

    pub(super) const fn enter(&mut self) {
        self.0 += 1;
    }

    pub(super) const fn leave(&mut self) {
        self.0 -= 1;
    }
}
