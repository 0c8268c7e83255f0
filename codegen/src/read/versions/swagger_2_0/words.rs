//! Lists of words.

use crate::read::syntax::node::Node;

/// The words of a list.
pub(crate) fn words(list: &Node) -> Vec<String> {
    let items = list.as_array().unwrap_or_default();
    let words = items.iter().filter_map(Node::as_str);
    words.map(str::to_owned).collect()
}
