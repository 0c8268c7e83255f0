//! Schemas of a document, as JSON: what they refer to, and what their parts say together.

mod fits;
mod keyword;
mod pattern;
mod sample;
mod text;

use serde_json::{Map, Value, json};

pub(crate) use self::sample::{Extent, Sampler};

/// A schema of another kind than an object says nothing.
static NOTHING: Value = Value::Null;

/// References to references are followed so often.
const CHAIN: usize = 32;

/// The schemas of one document.
#[derive(Clone, Copy)]
pub(crate) struct Schemas<'d> {
    document: &'d Value,
    /// Members with this keyword need not be there.
    ignored: &'static str,
}

impl<'d> Schemas<'d> {
    /// The schemas of this document.
    pub(crate) fn of(document: &'d Value) -> Self {
        Self {
            document,
            ignored: "readOnly",
        }
    }

    /// The same schemas for what is received.
    pub(crate) fn of_responses(self) -> Self {
        Self {
            ignored: "writeOnly",
            ..self
        }
    }

    /// Whether a member has no place in what is sent, or received.
    fn ignores(self, property: &Value) -> bool {
        self.flat(property, 2).get(self.ignored) == Some(&json!(true))
    }

    /// What a value is or refers to.
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

    /// A schema with everything that its `allOf` says in one object.
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

/// The pointer of a reference within the document.
fn reference(value: &Value) -> Option<&str> {
    value.get("$ref")?.as_str()?.strip_prefix('#')
}

/// Adds what another schema says under one key.
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
