//! From text to a tree of nodes: JSON and YAML, the limits of a tree, and hints about syntax
//! errors.

mod anchors;
pub(crate) mod hint;
pub(crate) mod limits;
pub(crate) mod merge_key;
pub(crate) mod node;
pub(crate) mod parse;
