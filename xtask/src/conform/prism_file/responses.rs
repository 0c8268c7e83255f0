//! Reduces the responses of the document that Prism reads.

use serde_json::{Map, Value, json};

use super::mocked::{MOCKED, Mocked, SCHEMAS};

/// Removes the bodies of all responses, and the schemas that are unused then.
pub(super) fn remove(document: &mut Value) {
    for response in of_operations(document).filter_map(Value::as_object_mut) {
        let response = response.values_mut();
        response.for_each(|it| *it = json!({ "description": "not checked" }));
    }
    if let Some(all) = schemas(document) {
        document["components"]["responses"] = json!({});
        document["components"]["schemas"] = used(document, &all).into();
    }
}

/// Replaces the schemas of responses by copies that Prism can read: see [`Mocked`]. Requests keep
/// everything.
pub(super) fn keep_first_alternatives(document: &mut Value) {
    let Some(all) = schemas(document) else {
        return;
    };
    let mut mocked = Mocked::of(&all);
    for responses in of_operations(document) {
        *responses = mocked.named(responses);
    }
    if let Some(responses) = document.pointer_mut("/components/responses") {
        *responses = mocked.named(responses);
    }
    let copies = mocked.copies();
    document["components"]["schemas"] = used(document, &all).into();
    document["components"][MOCKED] = copies.into();
}

/// Returns the responses of all operations.
fn of_operations(document: &mut Value) -> impl Iterator<Item = &mut Value> {
    let items = document.get_mut("paths").and_then(Value::as_object_mut);
    let items = items.into_iter().flat_map(Map::values_mut);
    let operations = items.filter_map(Value::as_object_mut);
    let operations = operations.flat_map(Map::values_mut);
    operations.filter_map(|operation| operation.get_mut("responses"))
}

fn schemas(document: &Value) -> Option<Map<String, Value>> {
    let schemas = document.pointer("/components/schemas")?;
    schemas.as_object().cloned()
}

/// Returns the schemas that the rest of the document refers to, directly and indirectly.
fn used(document: &mut Value, all: &Map<String, Value>) -> Map<String, Value> {
    document["components"]["schemas"].take();
    let mut used = Map::new();
    add(document, all, &mut used);
    used
}

fn add(value: &Value, all: &Map<String, Value>, used: &mut Map<String, Value>) {
    let name = value.get("$ref").and_then(Value::as_str);
    let name = name.and_then(|it| it.strip_prefix(SCHEMAS));
    let found = name.and_then(|name| all.get_key_value(name));
    if let Some((name, schema)) = found.filter(|(name, _)| !used.contains_key(*name)) {
        used.insert(name.clone(), schema.clone());
        add(schema, all, used);
    }
    match value {
        Value::Object(members) => members.values().for_each(|it| add(it, all, used)),
        Value::Array(items) => items.iter().for_each(|it| add(it, all, used)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{keep_first_alternatives, remove};

    /// A document whose request and response share a schema.
    fn document() -> Value {
        let content = json!({ "application/json": { "schema": {
            "$ref": "#/components/schemas/Node",
        } } });
        json!({
            "paths": { "/nodes": { "post": {
                "requestBody": { "content": content },
                "responses": { "200": { "description": "ok", "content": content } },
            } } },
            "components": { "schemas": {
                "Node": { "properties": { "x-next": {
                    "anyOf": [{ "type": "string" }, { "$ref": "#/components/schemas/Node" }],
                    "x-expansion": { "$ref": "#/components/schemas/Other" },
                }, "first": { "$ref": "#/components/schemas/Node" } } },
                "Other": { "type": "string" },
            } },
        })
    }

    #[test]
    fn responses_keep_first_alternatives_and_requests_keep_all() {
        let mut reduced = document();
        keep_first_alternatives(&mut reduced);
        let operation = &reduced["paths"]["/nodes"]["post"];
        let content = &operation["responses"]["200"]["content"];
        let schema = &content["application/json"]["schema"];
        assert_eq!(*schema, json!({ "$ref": "#/components/x-mocked/Node" }));
        let components = &reduced["components"];
        let first = json!({ "Node": { "properties": { "x-next": {
            "anyOf": [{ "type": "string" }],
        } } } });
        assert_eq!(components["x-mocked"], first);
        assert_eq!(
            operation["requestBody"],
            document()["paths"]["/nodes"]["post"]["requestBody"]
        );
        assert_eq!(components["schemas"], document()["components"]["schemas"]);
    }

    #[test]
    fn schemas_of_requests_are_kept_where_responses_are_removed() {
        let mut alone = document();
        let extra = json!({ "type": "integer" });
        alone["components"]["schemas"]["Unused"] = extra;
        remove(&mut alone);
        let response = &alone["paths"]["/nodes"]["post"]["responses"]["200"];
        assert_eq!(*response, json!({ "description": "not checked" }));
        assert_eq!(
            alone["components"]["schemas"],
            document()["components"]["schemas"]
        );
    }
}
