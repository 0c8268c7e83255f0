//! Schemas that are referred to by a name of their own.

use std::collections::BTreeMap;

use crate::source::At;
use crate::spec::node::{Kind, Node, Text};

// JSON Schema 2020-12 Core, 8.2.2: "$anchor" gives a schema a name, and `#name` refers to it. 3.0 refers by place alone, so the
// name gives way to its place.
pub(super) fn anchors(root: &mut Node) {
    let mut are_used = false;
    references(root, &mut |text| are_used |= name(text).is_some());
    if !are_used {
        return;
    }
    let mut places = BTreeMap::new();
    collect(root, &At::root(&"".into()), &mut places);
    references(root, &mut |text| {
        if let Some(place) = name(text).and_then(|name| places.get(name)) {
            *text = format!("#{place}").into();
        }
    });
}

/// The name in `#name`.
fn name(reference: &str) -> Option<&str> {
    let name = reference.strip_prefix('#')?;
    (!name.is_empty() && !name.starts_with('/')).then_some(name)
}

/// The pointer of each name; of equal ones the first counts.
fn collect(node: &Node, at: &At, places: &mut BTreeMap<String, String>) {
    match &node.kind {
        Kind::Object(object) => {
            if let Some(name) = node.get("$anchor").and_then(Node::as_text) {
                let place = || at.pointer().to_owned();
                places.entry(name.to_owned()).or_insert_with(place);
            }
            for (key, member) in object.members.iter() {
                collect(member, &at.child(key), places);
            }
        }
        Kind::List(list) => {
            for (index, item) in list.iter().enumerate() {
                collect(item, &at.child(index), places);
            }
        }
        _ => {}
    }
}

/// Shows the text of every reference.
fn references(node: &mut Node, see: &mut dyn FnMut(&mut Text)) {
    match &mut node.kind {
        Kind::Object(object) => {
            for (key, member) in object.members.iter_mut() {
                match &mut member.kind {
                    Kind::Text(text) if key == "$ref" => see(text),
                    _ => references(member, see),
                }
            }
        }
        Kind::List(list) => list.iter_mut().for_each(|item| references(item, see)),
        _ => {}
    }
}
