//! From the keywords of a schema as they were written to the view of them.

use serde_json::{Number, Value};

use super::schema_ref::SchemaRef;
use super::{Additional, Discriminator, JsonType, View};
use crate::source::At;
use crate::spec::node::{Kind, Node};

/// Reads a keyword into the view of its schema.
pub(super) fn keyword<'d>(key: &'d str, value: &'d Node, view: &mut View<'d>) {
    let is_true = value.kind == Kind::Bool(true);
    match key {
        "type" => view.json_type = value.as_text().and_then(json_type),
        "format" => view.format = value.as_text(),
        "enum" => view.enumeration = items(value).map(Node::to_json).collect(),
        "minimum" => view.minimum = number(value),
        "maximum" => view.maximum = number(value),
        "properties" => view.properties = properties(&view.at.child(key), value),
        "required" => view.required = items(value).filter_map(Node::as_text).collect(),
        "additionalProperties" => view.additional = additional(view.at.child(key), value),
        "items" => view.items = Some(SchemaRef::of(view.at.child(key), value)),
        "oneOf" => view.one_of = each(&view.at.child(key), value),
        "allOf" => view.all_of = each(&view.at.child(key), value),
        "anyOf" => view.any_of = each(&view.at.child(key), value),
        "not" => view.not = Some(SchemaRef::of(view.at.child(key), value)),
        "discriminator" => view.discriminator = Some(discriminator(value)),
        "nullable" => view.nullable = is_true,
        "readOnly" => view.read_only = is_true,
        "writeOnly" => view.write_only = is_true,
        "deprecated" => view.deprecated = is_true,
        "default" => view.default = given(value),
        "example" => view.example = given(value),
        "title" => view.title = value.as_text(),
        "description" => view.description = value.as_text(),
        _ if key.starts_with("x-") => {
            view.extensions.insert(key.into(), value.to_json());
        }
        _ => {}
    }
}

fn items(node: &Node) -> impl Iterator<Item = &Node> {
    node.as_list().unwrap_or_default().iter()
}

fn each<'d>(at: &At, list: &'d Node) -> Vec<SchemaRef<'d>> {
    let places = items(list).enumerate();
    places
        .map(|(index, schema)| SchemaRef::of(at.child(index), schema))
        .collect()
}

fn properties<'d>(at: &At, map: &'d Node) -> Vec<(&'d str, SchemaRef<'d>)> {
    let members = map.as_object().into_iter();
    members
        .flat_map(|map| map.members.iter())
        .map(|(name, schema)| (name, SchemaRef::of(at.child(name), schema)))
        .collect()
}

fn additional(at: At, value: &Node) -> Additional<'_> {
    match value.kind {
        Kind::Bool(allowed) => Additional::Allowed(allowed),
        _ => Additional::Schema(SchemaRef::of(at, value)),
    }
}

pub(super) fn discriminator(value: &Node) -> Discriminator<'_> {
    let mapping = value.get("mapping").and_then(Node::as_object).into_iter();
    let mapping = mapping.flat_map(|map| map.members.iter());
    Discriminator {
        property_name: text(value, "propertyName"),
        mapping: mapping
            .filter_map(|(tag, target)| Some((tag, target.as_text()?)))
            .collect(),
    }
}

fn text<'d>(node: &'d Node, key: &str) -> &'d str {
    node.get(key).and_then(Node::as_text).unwrap_or_default()
}

/// Null is no value that is given.
fn given(value: &Node) -> Option<Value> {
    (value.kind != Kind::Null).then(|| value.to_json())
}

fn number(value: &Node) -> Option<f64> {
    match &value.kind {
        Kind::Number(number) => number.as_f64(),
        _ => None,
    }
}

/// The values of a number: whole ones are written without a point.
pub(super) fn whole(values: &mut [Value]) {
    for value in values {
        let float = value.as_f64().filter(|_| value.is_f64());
        if let Some(integer) = float.and_then(|float| format!("{float}").parse::<i64>().ok()) {
            *value = Value::Number(Number::from(integer));
        }
    }
}

fn json_type(name: &str) -> Option<JsonType> {
    Some(match name {
        "string" => JsonType::String,
        "number" => JsonType::Number,
        "integer" => JsonType::Integer,
        "boolean" => JsonType::Boolean,
        "object" => JsonType::Object,
        "array" => JsonType::Array,
        _ => return None,
    })
}
