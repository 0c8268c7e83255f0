//! `Mocked`: copies of the schemas of responses, from which Prism mocks the same values and which it
//! reads in reasonable time.
//!
//! The copies lack:
//!
//! - the alternatives of each `oneOf` and `anyOf` but the first, which is the one that Prism mocks
//!   (`traverse` in `@stoplight/json-schema-sampler`);
//! - extensions, in which Prism expands references too;
//! - optional properties that lead back to a schema that contains them, where Prism would mock an
//!   empty object at some depth.
//!
//! A value that fits a copy fits the schema, except where it fits several alternatives of a `oneOf`.

use serde_json::{Map, Value};

use crate::conform::schema::requires;

/// The start of references to schemas.
pub(super) const SCHEMAS: &str = "#/components/schemas/";

/// The key of the copies in `components`.
pub(super) const MOCKED: &str = "x-mocked";

/// The copies of schemas.
pub(super) struct Mocked<'d> {
    all: &'d Map<String, Value>,
    /// The copies; null while a schema is being copied.
    schemas: Map<String, Value>,
    /// Whether the last copies refer to a schema that is being copied.
    leads_back: bool,
}

impl<'d> Mocked<'d> {
    /// Creates no copies yet. `all` are the schemas of the document.
    pub(super) fn of(all: &'d Map<String, Value>) -> Self {
        Self {
            all,
            schemas: Map::new(),
            leads_back: false,
        }
    }

    /// Returns the copies by name.
    pub(super) fn copies(self) -> Map<String, Value> {
        self.schemas
    }

    /// Copies a schema or a response.
    fn copy(&mut self, value: &Value) -> Value {
        match value {
            Value::Object(schema) => {
                let members = schema.iter().filter(|(key, _)| !key.starts_with("x-"));
                let copies = members.map(|(key, value)| match key.as_str() {
                    "properties" => (key.clone(), self.properties(value, schema)),
                    _ => (key.clone(), self.member(key, value)),
                });
                Value::Object(copies.collect())
            }
            Value::Array(items) => items.iter().map(|it| self.copy(it)).collect(),
            value => value.clone(),
        }
    }

    fn member(&mut self, key: &str, value: &Value) -> Value {
        match (key, value) {
            ("$ref", Value::String(target)) => self.reference(target).into(),
            ("oneOf" | "anyOf", Value::Array(list)) => {
                list.iter().take(1).map(|it| self.copy(it)).collect()
            }
            ("headers" | "content", _) => self.named(value),
            ("example" | "examples" | "default" | "enum", _) => value.clone(),
            _ => self.copy(value),
        }
    }

    /// Copies the properties of a schema.
    fn properties(&mut self, properties: &Value, schema: &Map<String, Value>) -> Value {
        let mut copies = Map::new();
        for (name, property) in properties.as_object().into_iter().flatten() {
            let outer = std::mem::take(&mut self.leads_back);
            let copy = self.copy(property);
            let is_kept = !self.leads_back || requires(schema, name);
            self.leads_back = outer || (is_kept && self.leads_back);
            if is_kept {
                copies.insert(name.clone(), copy);
            }
        }
        copies.into()
    }

    /// Copies the values of an object whose keys are names, not keywords.
    pub(super) fn named(&mut self, value: &Value) -> Value {
        let members = value.as_object().into_iter().flatten();
        let copies = members.map(|(name, value)| (name.clone(), self.copy(value)));
        Value::Object(copies.collect())
    }

    /// Copies the schema that a reference refers to, and returns a reference to the copy.
    fn reference(&mut self, target: &str) -> String {
        let name = target.strip_prefix(SCHEMAS);
        let Some((name, schema)) = name.and_then(|name| self.all.get_key_value(name)) else {
            return target.to_owned();
        };
        let copied = self.schemas.get(name);
        self.leads_back |= copied.is_some_and(Value::is_null);
        if copied.is_none() {
            self.schemas.insert(name.clone(), Value::Null);
            let copy = self.copy(schema);
            self.schemas.insert(name.clone(), copy);
        }
        format!("#/components/{MOCKED}/{name}")
    }
}
