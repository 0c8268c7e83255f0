//! Converts properties of conditional schemas.

use indexmap::IndexMap;

use crate::read::syntax::node::{Node, NodeKind, Object};
use crate::source::Location;

use super::Conversion;

/// Adds the properties of conditional schemas as optional ones.
// JSON Schema 2020-12 Core, 10.2.2: "then" and "else" apply depending on "if", "dependentSchemas"
// if a property is present. OpenAPI 3.0 has no conditions.
pub(crate) fn add_properties(object: &mut Object, conversion: &mut Conversion<'_>) {
    let mut found: IndexMap<String, Node> = IndexMap::new();
    for keyword in ["then", "else"] {
        if let Some(schema) = object.members.get(keyword) {
            let at = schema.location(conversion.at, keyword);
            collect(schema, &at, &mut found);
        }
    }
    if let Some(schemas) = object.members.get("dependentSchemas") {
        let at = schemas.location(conversion.at, "dependentSchemas");
        let members = schemas
            .as_object()
            .into_iter()
            .flat_map(|it| it.members.iter());
        for (name, schema) in members {
            collect(schema, &schema.location(&at, name), &mut found);
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

/// Collects the properties of a conditional schema.
fn collect(schema: &Node, at: &Location, found: &mut IndexMap<String, Node>) {
    let Some(properties) = schema.get("properties") else {
        return;
    };
    let place = properties.location(at, "properties");
    let members = properties
        .as_object()
        .into_iter()
        .flat_map(|it| it.members.iter());
    // A property without a type is described elsewhere; here it is only constrained.
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
