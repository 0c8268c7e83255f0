//! Lists with a schema per position.

use crate::spec::node::{Kind, Node, Object};

use super::Rewriting;

// JSON Schema 2020-12 Core, 10.3.1.1: "prefixItems" has a schema per position, "items" is for what follows. 3.0 has one
// schema for all: where those of the positions differ, that is any value.
pub(super) fn prefix_items(object: &mut Object, rewriting: &mut Rewriting<'_>) {
    let Some(prefix) = object.members.shift_remove("prefixItems") else {
        return;
    };
    let place = prefix.place(rewriting.at, "prefixItems");
    let list = prefix.as_list().unwrap_or_default();
    let rest = object.members.get("items");
    let is_closed = rest.is_some_and(|rest| rest.kind == Kind::Bool(false));
    let schemas: Vec<&Node> = list.iter().chain(rest.filter(|_| !is_closed)).collect();
    let are_equal = schemas.windows(2).all(|pair| pair[0].kind == pair[1].kind);
    let items = match list.first() {
        Some(first) if are_equal => first.written_at(&place.child(0)),
        _ => {
            rewriting.lost.note("prefixItems", place);
            Kind::Object(Object::default()).into()
        }
    };
    if is_closed {
        let most = Node::from(Kind::Number(list.len().into()));
        object.members.entry("maxItems".to_owned()).or_insert(most);
    }
    object.members.insert("items".to_owned(), items);
}
