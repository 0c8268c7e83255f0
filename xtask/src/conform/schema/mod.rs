//! The schemas of a document, as JSON: resolves their references and merges their `allOf`.

mod ambiguity;
mod fits;
mod keyword;
mod pattern;
mod sample;
mod text;

use serde_json::{Map, Value, json};

pub(crate) use self::keyword::requires;
pub(crate) use self::sample::{Extent, Sampler};

/// Stands for a schema that is not an object: it allows any value.
static NOTHING: Value = Value::Null;

/// The most references in a chain that are followed.
const CHAIN: usize = 32;

/// The schemas of one document.
#[derive(Clone, Copy)]
pub(crate) struct Schemas<'d> {
    document: &'d Value,
    /// The keyword whose members are not sent, or not received.
    ignored: &'static str,
}

impl<'d> Schemas<'d> {
    /// Creates the schemas of a document, for requests.
    pub(crate) fn of(document: &'d Value) -> Self {
        Self {
            document,
            ignored: "readOnly",
        }
    }

    /// Returns the same schemas for responses.
    pub(crate) fn of_responses(self) -> Self {
        Self {
            ignored: "writeOnly",
            ..self
        }
    }

    /// Returns whether a member is not sent, or not received.
    fn ignores(self, property: &Value) -> bool {
        self.flat(property, 2).get(self.ignored) == Some(&json!(true))
    }

    /// Returns the value, or the target if it is a reference.
    pub(crate) fn resolve<'v>(self, value: &'v Value) -> &'v Value
    where
        'd: 'v,
    {
        let mut found = value;
        for _ in 0..CHAIN {
            match reference(found) {
                Some(pointer) => found = self.document.pointer(pointer).unwrap_or(&NOTHING),
                None => return found,
            }
        }
        &NOTHING
    }

    /// Merges a schema and its `allOf` into one object.
    fn flat(self, schema: &Value, depth: usize) -> Map<String, Value> {
        let Value::Object(members) = self.resolve(schema) else {
            return Map::new();
        };
        let mut flat = members.clone();
        let parts = flat.shift_remove("allOf");
        if depth == 0 {
            return flat;
        }
        for part in parts.iter().filter_map(Value::as_array).flatten() {
            for (key, value) in self.flat(part, depth - 1) {
                add(&mut flat, key, value);
            }
        }
        flat
    }
}

/// Returns the pointer of a reference within the document.
fn reference(value: &Value) -> Option<&str> {
    value.get("$ref")?.as_str()?.strip_prefix('#')
}

/// Merges one keyword of another schema.
fn add(flat: &mut Map<String, Value>, key: String, value: Value) {
    let Some(known) = flat.get_mut(&key) else {
        flat.insert(key, value);
        return;
    };
    match (key.as_str(), known, value) {
        ("properties", Value::Object(known), Value::Object(more)) => {
            for (name, schema) in more {
                let both = match known.get(&name) {
                    Some(first) if *first != schema => json!({ "allOf": [first, schema] }),
                    _ => schema,
                };
                known.insert(name, both);
            }
        }
        ("required", Value::Array(known), Value::Array(more)) => {
            let new: Vec<Value> = more.into_iter().filter(|it| !known.contains(it)).collect();
            known.extend(new);
        }
        ("enum", Value::Array(known), Value::Array(more)) => known.retain(|it| more.contains(it)),
        _ => {}
    }
}
