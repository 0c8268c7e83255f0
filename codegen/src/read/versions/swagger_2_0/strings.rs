//! Reads lists of strings.

use crate::read::syntax::node::Node;

/// Returns the strings of a list.
pub(crate) fn strings(list: &Node) -> Vec<String> {
    let items = list.as_array().unwrap_or_default();
    let strings = items.iter().filter_map(Node::as_str);
    strings.map(str::to_owned).collect()
}
