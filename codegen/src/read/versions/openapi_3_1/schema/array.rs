//! Lists with a schema per position.

use crate::read::syntax::node::{Node, NodeKind, Object};
use crate::source::Location;

use super::Rewriting;

// JSON Schema 2020-12 Core, 10.3.1.1: "prefixItems" has a schema per position, "items" is for what follows. 3.0 has one
// schema for all: where those of the positions differ, that is one of them.
pub(crate) fn prefix_items(object: &mut Object, rewriting: &mut Rewriting<'_>) {
    positions(object, rewriting);
    let Some(prefix) = object.members.remove("prefixItems") else {
        return;
    };
    let place = prefix.location(rewriting.at, "prefixItems");
    let list = prefix.as_array().unwrap_or_default();
    let rest = object.members.get("items");
    let is_closed = rest.is_some_and(|rest| rest.kind == NodeKind::Bool(false));
    let schemas: Vec<&Node> = list.iter().chain(rest.filter(|_| !is_closed)).collect();
    let are_equal = schemas.windows(2).all(|pair| pair[0].kind == pair[1].kind);
    let items = match list.first() {
        Some(first) if are_equal => first.with_origin(&place.child(0)),
        _ => {
            let items = any_of(&schemas, &place);
            rewriting.lost.note("prefixItems", place);
            items
        }
    };
    if is_closed {
        let most = Node::from(NodeKind::Number(list.len().into()));
        object.members.or_insert("maxItems", most);
    }
    object.members.insert("items", items);
}

// JSON Schema 2020-12 Core, 10.3.1: until then `items` was a list for what is `prefixItems` now, and `additionalItems` what is
// `items` now.
fn positions(object: &mut Object, rewriting: &Rewriting<'_>) {
    let rest = object.members.remove("additionalItems");
    let is_list = |items: &Node| items.as_array().is_some();
    if !object.members.get("items").is_some_and(is_list) {
        return;
    }
    let Some(list) = object.members.remove("items") else {
        return;
    };
    if list.as_array().is_some_and(|list| !list.is_empty()) {
        let place = list.location(rewriting.at, "items");
        let list = list.with_origin(&place);
        object.members.or_insert("prefixItems", list);
    }
    if let Some(rest) = rest {
        let place = rest.location(rewriting.at, "additionalItems");
        let rest = rest.with_origin(&place);
        object.members.insert("items", rest);
    }
}

/// More positions than this are no tuple that somebody wrote.
const MOST: usize = 16;

/// One of the schemas of the positions; any value where one of them allows that.
fn any_of(schemas: &[&Node], place: &Location) -> Node {
    let says_something =
        |schema: &&Node| schema.as_object().is_some_and(|it| !it.members.is_empty());
    if schemas.len() > MOST || schemas.is_empty() || !schemas.iter().all(says_something) {
        return NodeKind::Object(Object::default()).into();
    }
    let mut different: Vec<Node> = Vec::new();
    for (index, schema) in schemas.iter().enumerate() {
        if !different.iter().any(|known| known.kind == schema.kind) {
            different.push(schema.with_origin(&place.child(index)));
        }
    }
    let mut any = Object::default();
    any.members
        .insert("anyOf", Node::from(NodeKind::Array(different)));
    Node::from(NodeKind::Object(any)).with_origin(place)
}
