//! Properties that are there under a condition only.

use indexmap::IndexMap;

use crate::read::syntax::node::{Node, NodeKind, Object};
use crate::source::Location;

use super::Rewriting;

// JSON Schema 2020-12 Core, 10.2.2: "then" and "else" hold where "if" does or doesn't, "dependentSchemas" where a property is
// there. 3.0 has no conditions, and the properties that they describe may be there all the same: they are none that is required.
pub(crate) fn properties(object: &mut Object, rewriting: &mut Rewriting<'_>) {
    let mut found: IndexMap<String, Node> = IndexMap::new();
    for keyword in ["then", "else"] {
        if let Some(schema) = object.members.get(keyword) {
            let at = schema.location(rewriting.at, keyword);
            add(schema, &at, &mut found);
        }
    }
    if let Some(schemas) = object.members.get("dependentSchemas") {
        let at = schemas.location(rewriting.at, "dependentSchemas");
        let members = schemas
            .as_object()
            .into_iter()
            .flat_map(|it| it.members.iter());
        for (name, schema) in members {
            add(schema, &schema.location(&at, name), &mut found);
        }
    }
    if found.is_empty() {
        return;
    }
    let none = || Node::from(NodeKind::Object(Object::default()));
    let own = object.members.or_insert("properties", none());
    if let Some(own) = own.as_object_mut() {
        for (name, schema) in found {
            own.members.or_insert(name, schema);
        }
    }
}

fn add(schema: &Node, at: &Location, found: &mut IndexMap<String, Node>) {
    let Some(properties) = schema.get("properties") else {
        return;
    };
    let place = properties.location(at, "properties");
    let members = properties
        .as_object()
        .into_iter()
        .flat_map(|it| it.members.iter());
    // A property of which only something is forbidden, or nothing said, is described elsewhere.
    let described =
        members.filter(|(_, schema)| schema.get("type").is_some() || is_reference(schema));
    for (name, schema) in described {
        let at = schema.location(&place, name);
        found
            .entry(name.to_owned())
            .or_insert_with(|| schema.with_origin(&at));
    }
}

fn is_reference(schema: &Node) -> bool {
    schema.get("$ref").is_some()
}
