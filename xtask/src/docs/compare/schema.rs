//! What a schema refuses in a value.

use serde_json::{Map, Value};

use crate::docs::facts::JsonType;
use crate::docs::json::escaped;
use crate::docs::spec::OpenApi;

/// Something that a schema refuses.
pub(super) struct Refusal {
    /// Where in the value.
    pub(super) value: String,
    /// Where in the document.
    pub(super) schema: String,
    /// What is wrong there, after "the sample has".
    pub(super) text: String,
}

/// Returns what the schema at a pointer refuses in a value. Alternatives (`oneOf`, `anyOf`, `not`)
/// refuse nothing here.
pub(super) fn refusals(api: OpenApi<'_>, schema: &str, value: &Value) -> Vec<Refusal> {
    let mut check = Check {
        api,
        refusals: Vec::new(),
    };
    check.value(schema, value, "", 0);
    check.refusals
}

/// How deeply values and schemas are followed.
const DEPTH: usize = 32;

struct Check<'a> {
    api: OpenApi<'a>,
    refusals: Vec<Refusal>,
}

impl Check<'_> {
    fn refuse(&mut self, schema: &str, at: &str, text: String) {
        self.refusals.push(Refusal {
            value: at.to_owned(),
            schema: schema.to_owned(),
            text,
        });
    }

    fn value(&mut self, pointer: &str, value: &Value, at: &str, depth: usize) {
        let Some((schema, resolved)) = self.api.resolve(pointer) else {
            return;
        };
        if depth > DEPTH || !self.is_of_type(schema, &resolved, value, at) {
            return;
        }
        let parts = schema.get("allOf").and_then(Value::as_array);
        for index in 0..parts.map_or(0, Vec::len) {
            self.value(&format!("{resolved}/allOf/{index}"), value, at, depth + 1);
        }
        match value {
            Value::Object(members) => self.members(schema, &resolved, members, (at, depth)),
            Value::Array(items) if schema.get("items").is_some() => {
                for (index, item) in items.iter().enumerate() {
                    let schema = format!("{resolved}/items");
                    self.value(&schema, item, &format!("{at}/{index}"), depth + 1);
                }
            }
            _ => {}
        }
    }

    /// Checks null, type and enum. Returns whether it makes sense to look inside.
    fn is_of_type(&mut self, schema: &Value, pointer: &str, value: &Value, at: &str) -> bool {
        let name = match at.rsplit('/').next().unwrap_or_default() {
            "" => "the sample",
            name => name,
        };
        if value.is_null() {
            if schema.get("nullable").and_then(Value::as_bool) != Some(true) {
                let text = format!("null as `{name}`, which is not nullable");
                self.refuse(pointer, at, text);
            }
            return false;
        }
        let expected = schema.get("type").and_then(Value::as_str);
        let expected = expected.and_then(JsonType::of_schema);
        if let Some(expected) = expected.filter(|expected| !fits(*expected, value)) {
            let found = type_of(value).with_article();
            let expected = expected.with_article();
            let text = format!("{found} as `{name}`, and the schema {expected}");
            self.refuse(pointer, at, text);
            return false;
        }
        let values = schema.get("enum").and_then(Value::as_array);
        if values.is_some_and(|values| !values.contains(value)) {
            let text = format!("{value} as `{name}`, which is none of its values");
            self.refuse(pointer, at, text);
        }
        true
    }

    fn members(
        &mut self,
        schema: &Value,
        pointer: &str,
        members: &Map<String, Value>,
        (at, depth): (&str, usize),
    ) {
        let required = schema.get("required").and_then(Value::as_array);
        for name in required.into_iter().flatten().filter_map(Value::as_str) {
            if !members.contains_key(name) {
                self.refuse(pointer, at, format!("no `{name}`, which is required"));
            }
        }
        let Some(properties) = schema.get("properties").and_then(Value::as_object) else {
            return;
        };
        for (name, member) in members {
            let inside = format!("{at}/{}", escaped(name));
            if properties.contains_key(name) {
                let schema = format!("{pointer}/properties/{}", escaped(name));
                self.value(&schema, member, &inside, depth + 1);
            } else if schema.get("additionalProperties").is_none() {
                self.refuse(
                    pointer,
                    &inside,
                    format!("`{name}`, which the schema doesn't have"),
                );
            }
        }
    }
}

fn fits(expected: JsonType, value: &Value) -> bool {
    let found = type_of(value);
    found == expected || (expected == JsonType::Number && found == JsonType::Integer)
}

fn type_of(value: &Value) -> JsonType {
    match value {
        Value::Bool(_) => JsonType::Boolean,
        Value::Number(number) if number.is_f64() => JsonType::Number,
        Value::Number(_) => JsonType::Integer,
        Value::Array(_) => JsonType::Array,
        Value::Object(_) => JsonType::Object,
        Value::String(_) | Value::Null => JsonType::String,
    }
}
