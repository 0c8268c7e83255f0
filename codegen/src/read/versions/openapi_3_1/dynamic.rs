//! References whose target depends on who refers, where one alone can be meant.

use std::collections::BTreeMap;

use crate::read::syntax::node::{Node, NodeKind, Object};
use crate::source::Location;

/// Where each name stands.
type Places = BTreeMap<String, Vec<String>>;

// JSON Schema 2020-12 Core, 8.2.3.2: "$dynamicRef" leads to the outermost schema on the way to it whose "$dynamicAnchor" has that
// name. Where the document has one such schema, that is it. In 2019-09, "$recursiveRef" leads in the same way to a schema with
// "$recursiveAnchor"; that of the schema around it is the one that is meant, as no document of OpenAPI extends such a schema.
pub(crate) fn dynamic(root: &mut Node) {
    let mut places = Places::new();
    let mut are_used = false;
    let at = Location::root(&"".into());
    root.each_object(&at, &mut |object, at| {
        if let Some(name) = object.members.get("$dynamicAnchor").and_then(Node::as_str) {
            let place = at.pointer().to_owned();
            places.entry(name.to_owned()).or_default().push(place);
        }
        let is_used = |key: &&str| object.members.contains_key(key);
        are_used |= ["$dynamicRef", "$recursiveRef"].iter().any(is_used);
    });
    if are_used {
        lead(root, &at, None, &places);
    }
}

/// The schema with "$recursiveAnchor" around a node is handed down.
fn lead(node: &mut Node, at: &Location, around: Option<&str>, places: &Places) {
    let is_anchor = |kind: &NodeKind| *kind == NodeKind::Bool(true);
    let own = node
        .get("$recursiveAnchor")
        .filter(|anchor| is_anchor(&anchor.kind))
        .map(|_| at.pointer().to_owned());
    let around = own.as_deref().or(around);
    match &mut node.kind {
        NodeKind::Object(object) => {
            one(object, around, places);
            for (key, member) in object.members.iter_mut() {
                lead(member, &at.child(key), around, places);
            }
        }
        NodeKind::Array(list) => {
            for (index, item) in list.iter_mut().enumerate() {
                lead(item, &at.child(index), around, places);
            }
        }
        _ => {}
    }
}

fn one(object: &mut Object, around: Option<&str>, places: &Places) {
    let text = |key: &str| object.members.get(key).and_then(Node::as_str);
    let by_name = text("$dynamicRef").and_then(|text| {
        let name = text.strip_prefix('#')?;
        match places.get(name).map(Vec::as_slice) {
            Some([place]) => Some(format!("#{place}")),
            Some(_) => None,
            // By place, or by "$anchor".
            None => Some(text.to_owned()),
        }
    });
    let nearest = text("$recursiveRef").and(around);
    let target = by_name.or_else(|| nearest.map(|place| format!("#{place}")));
    let is_alone = |name: &str| places.get(name).is_some_and(|all| all.len() == 1);
    let is_met = text("$dynamicAnchor").is_some_and(is_alone);
    if let Some(target) = target {
        object.members.remove("$dynamicRef");
        object.members.remove("$recursiveRef");
        object.members.insert("$ref", Node::string(&target));
    }
    if is_met {
        object.members.remove("$dynamicAnchor");
    }
    if around.is_some() {
        object.members.remove("$recursiveAnchor");
    }
}
