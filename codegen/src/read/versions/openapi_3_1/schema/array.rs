//! Converts arrays with a schema per position.

use crate::read::syntax::node::{Node, NodeKind, Object};
use crate::source::Location;

use super::Conversion;

/// Converts `prefixItems` to `items`, with `anyOf` if the schemas of the positions differ.
// JSON Schema 2020-12 Core, 10.3.1.1: "prefixItems" has a schema per position, "items" is the
// schema of the items after them. OpenAPI 3.0 has one schema for all items.
pub(crate) fn convert_prefix_items(object: &mut Object, conversion: &mut Conversion<'_>) {
    convert_items_list(object, conversion);
    let Some(prefix) = object.members.remove("prefixItems") else {
        return;
    };
    let place = prefix.location(conversion.at, "prefixItems");
    let list = prefix.as_array().unwrap_or_default();
    let rest = object.members.get("items");
    let is_closed = rest.is_some_and(|rest| rest.kind == NodeKind::Bool(false));
    let schemas: Vec<&Node> = list.iter().chain(rest.filter(|_| !is_closed)).collect();
    let are_equal = schemas.windows(2).all(|pair| pair[0].kind == pair[1].kind);
    let items = match list.first() {
        Some(first) if are_equal => first.with_origin(&place.child(0)),
        _ => {
            let items = any_of(&schemas, &place);
            conversion.ignored.add("prefixItems", place);
            items
        }
    };
    if is_closed {
        let max_items = Node::from(NodeKind::Number(list.len().into()));
        object.members.or_insert("maxItems", max_items);
    }
    object.members.insert("items", items);
}

/// Converts an `items` that is a list, as in earlier drafts.
// JSON Schema 2020-12 Core, 10.3.1: an array of "items" is now "prefixItems", and "additionalItems"
// is now "items".
fn convert_items_list(object: &mut Object, conversion: &Conversion<'_>) {
    let rest = object.members.remove("additionalItems");
    let is_list = |items: &Node| items.as_array().is_some();
    if !object.members.get("items").is_some_and(is_list) {
        return;
    }
    let Some(list) = object.members.remove("items") else {
        return;
    };
    if list.as_array().is_some_and(|list| !list.is_empty()) {
        let place = list.location(conversion.at, "items");
        let list = list.with_origin(&place);
        object.members.or_insert("prefixItems", list);
    }
    if let Some(rest) = rest {
        let place = rest.location(conversion.at, "additionalItems");
        let rest = rest.with_origin(&place);
        object.members.insert("items", rest);
    }
}

/// Arrays with more positions than this get items of any type.
const MAX_POSITIONS: usize = 16;

/// Returns a schema for all positions: any of theirs, or any value if one of them allows that.
fn any_of(schemas: &[&Node], place: &Location) -> Node {
    let is_constrained =
        |schema: &&Node| schema.as_object().is_some_and(|it| !it.members.is_empty());
    if schemas.len() > MAX_POSITIONS || schemas.is_empty() || !schemas.iter().all(is_constrained) {
        return NodeKind::Object(Object::default()).into();
    }
    let mut distinct: Vec<Node> = Vec::new();
    for (index, schema) in schemas.iter().enumerate() {
        if !distinct.iter().any(|known| known.kind == schema.kind) {
            distinct.push(schema.with_origin(&place.child(index)));
        }
    }
    let mut any = Object::default();
    any.members
        .insert("anyOf", Node::from(NodeKind::Array(distinct)));
    Node::from(NodeKind::Object(any)).with_origin(place)
}
