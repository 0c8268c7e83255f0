//! Replaces dynamic references that can only have one target by ordinary references.

use std::collections::BTreeMap;

use crate::read::syntax::node::{Node, NodeKind, Object};
use crate::source::Location;

/// The pointers to the schemas with each dynamic anchor.
type Anchors = BTreeMap<String, Vec<String>>;

/// Replaces `$dynamicRef` and `$recursiveRef`.
// JSON Schema 2020-12 Core, 8.2.3.2: "$dynamicRef" refers to the outermost schema in the dynamic
// scope with a "$dynamicAnchor" of that name. If the document has only one, it is the target. In
// 2019-09, "$recursiveRef" refers to a schema with "$recursiveAnchor" in the same way: the target
// is the nearest schema around it, because no OpenAPI document extends such a schema.
pub(crate) fn resolve(root: &mut Node) {
    let mut anchors = Anchors::new();
    let mut is_used_somewhere = false;
    let at = Location::root(&"".into());
    root.each_object(&at, &mut |object, at| {
        if let Some(name) = object.members.get("$dynamicAnchor").and_then(Node::as_str) {
            let pointer = at.pointer().to_owned();
            anchors.entry(name.to_owned()).or_default().push(pointer);
        }
        let is_used = |key: &&str| object.members.contains_key(key);
        is_used_somewhere |= ["$dynamicRef", "$recursiveRef"].iter().any(is_used);
    });
    if is_used_somewhere {
        replace_below(root, &at, None, &anchors);
    }
}

/// Replaces the dynamic references in a node; `around` is the pointer to the nearest schema around
/// the node with `$recursiveAnchor`.
fn replace_below(node: &mut Node, at: &Location, around: Option<&str>, anchors: &Anchors) {
    let is_anchor = |kind: &NodeKind| *kind == NodeKind::Bool(true);
    let own = node
        .get("$recursiveAnchor")
        .filter(|anchor| is_anchor(&anchor.kind))
        .map(|_| at.pointer().to_owned());
    let around = own.as_deref().or(around);
    match &mut node.kind {
        NodeKind::Object(object) => {
            replace(object, around, anchors);
            for (key, member) in object.members.iter_mut() {
                replace_below(member, &at.child(key), around, anchors);
            }
        }
        NodeKind::Array(list) => {
            for (index, item) in list.iter_mut().enumerate() {
                replace_below(item, &at.child(index), around, anchors);
            }
        }
        _ => {}
    }
}

fn replace(object: &mut Object, around: Option<&str>, anchors: &Anchors) {
    let text = |key: &str| object.members.get(key).and_then(Node::as_str);
    let by_name = text("$dynamicRef").and_then(|text| {
        let name = text.strip_prefix('#')?;
        match anchors.get(name).map(Vec::as_slice) {
            Some([pointer]) => Some(format!("#{pointer}")),
            Some(_) => None,
            // A JSON pointer or an "$anchor".
            None => Some(text.to_owned()),
        }
    });
    let nearest = text("$recursiveRef").and(around);
    let target = by_name.or_else(|| nearest.map(|pointer| format!("#{pointer}")));
    let is_unique = |name: &str| anchors.get(name).is_some_and(|all| all.len() == 1);
    let is_resolved = text("$dynamicAnchor").is_some_and(is_unique);
    if let Some(target) = target {
        object.members.remove("$dynamicRef");
        object.members.remove("$recursiveRef");
        object.members.insert("$ref", Node::string(&target));
    }
    if is_resolved {
        object.members.remove("$dynamicAnchor");
    }
    if around.is_some() {
        object.members.remove("$recursiveAnchor");
    }
}
