//! Schemas as facts: the properties of a body with their types.

use codegen::source::Location;
use serde_json::Value;

use super::document::OpenApi;
use super::source::pages;
use crate::docs::facts::{Field, FieldType, Fields, JsonType, Placed};
use crate::docs::json::escaped;

/// How many references are followed.
const REFERENCES: usize = 16;

impl<'d> OpenApi<'d> {
    /// Returns the value at a pointer and its pointer, after references inside the document.
    pub(crate) fn resolve(&self, pointer: &str) -> Option<(&'d Value, String)> {
        let mut pointer = pointer.to_owned();
        for _ in 0..REFERENCES {
            let value = self.value.pointer(&pointer)?;
            match value.get("$ref").and_then(Value::as_str) {
                Some(reference) => pointer = reference.strip_prefix('#')?.to_owned(),
                None => return Some((value, pointer)),
            }
        }
        None
    }

    /// Returns the value inside of one, after references.
    pub(crate) fn inside(&self, pointer: &str, step: &str) -> Option<(&'d Value, String)> {
        self.resolve(&format!("{pointer}/{step}"))
    }

    pub(crate) fn at(&self, pointer: &str) -> Location {
        (self.place)(pointer)
    }
}

/// Returns the fields of the schema at a pointer.
pub(super) fn fields(api: OpenApi<'_>, pointer: &str) -> Option<Fields> {
    let (schema, pointer) = api.resolve(pointer)?;
    let all = pages(schema);
    let required: Vec<&str> = strings(schema.get("required"));
    let names = schema.get("properties")?.as_object()?.keys();
    let list = names.filter_map(|name| {
        let own = format!("{pointer}/properties/{}", escaped(name));
        let (property, _) = api.resolve(&own)?;
        // What the property itself says is beside a reference.
        let sources = api.value.pointer(&own).and_then(pages);
        let at = api.at(&own);
        Some(Field {
            name: name.clone(),
            field_type: field_type(property).map(|it| Placed::new(it, at.clone())),
            required: Some(Placed::new(required.contains(&name.as_str()), at.clone())),
            pages: sources.or_else(|| all.clone()),
            at,
        })
    });
    Some(Fields {
        at: api.at(&pointer),
        list: list.collect(),
    })
}

/// Returns the type of a schema.
pub(super) fn field_type(schema: &Value) -> Option<FieldType> {
    let word = schema.get("type")?.as_str()?.to_owned();
    let json = JsonType::of_schema(&word)?;
    Some(FieldType { word, json })
}

fn strings(list: Option<&Value>) -> Vec<&str> {
    let list = list.and_then(Value::as_array);
    list.into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect()
}
