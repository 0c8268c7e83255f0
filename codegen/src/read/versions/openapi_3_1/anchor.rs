//! Replaces references to anchors by references to JSON pointers.

use std::collections::BTreeMap;

use crate::read::syntax::node::Node;
use crate::source::Location;

/// Replaces each reference to an anchor.
// JSON Schema 2020-12 Core, 8.2.2: "$anchor" gives a schema a name, and `#name` refers to it. In
// OpenAPI 3.0 a reference is a JSON pointer.
pub(crate) fn resolve(root: &mut Node) {
    let mut is_any_used = false;
    root.each_reference_mut(&mut |text| is_any_used |= anchor(text).is_some());
    if !is_any_used {
        return;
    }
    // If several schemas have the same anchor, the first is used.
    let mut pointers: BTreeMap<String, String> = BTreeMap::new();
    root.each_object(&Location::root(&"".into()), &mut |object, at| {
        if let Some(anchor) = object.members.get("$anchor").and_then(Node::as_str) {
            let pointer = || at.pointer().to_owned();
            pointers.entry(anchor.to_owned()).or_insert_with(pointer);
        }
    });
    root.each_reference_mut(&mut |text| {
        if let Some(pointer) = anchor(text).and_then(|anchor| pointers.get(anchor)) {
            *text = format!("#{pointer}").into();
        }
    });
}

/// Returns the anchor that a reference such as `#name` contains.
fn anchor(reference: &str) -> Option<&str> {
    let anchor = reference.strip_prefix('#')?;
    (!anchor.is_empty() && !anchor.starts_with('/')).then_some(anchor)
}
