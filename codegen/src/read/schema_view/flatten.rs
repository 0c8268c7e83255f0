//! Converts `openapiv3`'s kinds of schema to the keywords that they have.

use std::borrow::Borrow;

use indexmap::IndexMap;
use openapiv3::{
    AdditionalProperties, AnySchema, IntegerFormat, NumberFormat, ReferenceOr, Schema, SchemaKind,
    StringFormat, Type, VariantOrUnknownOrEmpty,
};
use serde_json::{Number, Value};

use crate::read::Located;

use super::schema_ref::schema_ref;
use super::{Additional, JsonType, SchemaRef, View};

/// Sets the keywords that depend on the kind of schema.
pub(crate) fn kind<'d>(schema: &Located<'d, Schema>, view: &mut View<'d>) {
    match &schema.value.schema_kind {
        SchemaKind::Type(typed_kind) => typed(schema, typed_kind, view),
        SchemaKind::OneOf { one_of } => view.one_of = each(schema, "oneOf", one_of),
        SchemaKind::AllOf { all_of } => view.all_of = each(schema, "allOf", all_of),
        SchemaKind::AnyOf { any_of } => view.any_of = each(schema, "anyOf", any_of),
        SchemaKind::Not { not } => view.not = Some(one(schema, "not", not.as_ref())),
        SchemaKind::Any(all) => any(schema, all, view),
    }
}

/// Sets the keywords of a schema with a `type`.
fn typed<'d>(schema: &Located<'d, Schema>, kind: &'d Type, view: &mut View<'d>) {
    view.json_type = Some(match kind {
        Type::String(string) => {
            view.format = format(&string.format, string_format);
            view.enumeration = values(&string.enumeration, |text| Value::from(text.as_str()));
            JsonType::String
        }
        Type::Number(number) => {
            view.format = format(&number.format, number_format);
            view.enumeration = values(&number.enumeration, |number| number_value(*number));
            (view.minimum, view.maximum) = (number.minimum, number.maximum);
            JsonType::Number
        }
        Type::Integer(integer) => {
            view.format = format(&integer.format, integer_format);
            view.enumeration = values(&integer.enumeration, |integer| Value::from(*integer));
            view.minimum = integer.minimum.map(to_float);
            view.maximum = integer.maximum.map(to_float);
            JsonType::Integer
        }
        Type::Boolean(boolean) => {
            view.enumeration = values(&boolean.enumeration, |value| Value::from(*value));
            JsonType::Boolean
        }
        Type::Object(object) => {
            view.properties = properties(schema, &object.properties);
            view.required = &object.required;
            view.additional = additional(schema, object.additional_properties.as_ref());
            JsonType::Object
        }
        Type::Array(array) => {
            view.items = array
                .items
                .as_ref()
                .map(|items| one(schema, "items", items));
            JsonType::Array
        }
    });
}

/// Sets the keywords of a schema that mixes those of several kinds.
fn any<'d>(schema: &Located<'d, Schema>, all: &'d AnySchema, view: &mut View<'d>) {
    view.json_type = all.typ.as_deref().and_then(json_type);
    view.format = all.format.as_deref();
    view.enumeration.clone_from(&all.enumeration);
    (view.minimum, view.maximum) = (all.minimum, all.maximum);
    view.properties = properties(schema, &all.properties);
    view.required = &all.required;
    view.additional = additional(schema, all.additional_properties.as_ref());
    view.items = all.items.as_ref().map(|items| one(schema, "items", items));
    view.one_of = each(schema, "oneOf", &all.one_of);
    view.all_of = each(schema, "allOf", &all.all_of);
    view.any_of = each(schema, "anyOf", &all.any_of);
    view.not = all.not.as_deref().map(|not| one(schema, "not", not));
}

/// Returns the schema at a keyword.
fn one<'d, S: Borrow<Schema>>(
    schema: &Located<'d, Schema>,
    keyword: &str,
    value: &'d ReferenceOr<S>,
) -> SchemaRef<'d> {
    schema_ref(schema.at.child(keyword), value)
}

/// Returns the schemas in the list at a keyword.
fn each<'d>(
    schema: &Located<'d, Schema>,
    keyword: &str,
    list: &'d [ReferenceOr<Schema>],
) -> Vec<SchemaRef<'d>> {
    let at = schema.at.child(keyword);
    list.iter()
        .enumerate()
        .map(|(index, value)| schema_ref(at.child(index), value))
        .collect()
}

fn properties<'d>(
    schema: &Located<'d, Schema>,
    map: &'d IndexMap<String, ReferenceOr<Box<Schema>>>,
) -> Vec<(&'d str, SchemaRef<'d>)> {
    let at = schema.at.child("properties");
    map.iter()
        .map(|(name, value)| (name.as_str(), schema_ref(at.child(name), value)))
        .collect()
}

fn additional<'d>(
    schema: &Located<'d, Schema>,
    value: Option<&'d AdditionalProperties>,
) -> Additional<'d> {
    match value {
        None => Additional::Absent,
        Some(AdditionalProperties::Any(allowed)) => Additional::Allowed(*allowed),
        Some(AdditionalProperties::Schema(value)) => {
            Additional::Schema(one(schema, "additionalProperties", value.as_ref()))
        }
    }
}

/// Converts the values of an `enum`, in which `None` is null.
fn values<T>(list: &[Option<T>], value: impl Fn(&T) -> Value) -> Vec<Value> {
    list.iter()
        .map(|item| item.as_ref().map_or(Value::Null, &value))
        .collect()
}

/// Converts a limit of an integer to the type of all limits, which also has limits beyond 64 bits.
#[expect(
    clippy::cast_precision_loss,
    reason = "it is only compared with the ends of Rust's integers"
)]
fn to_float(limit: i64) -> f64 {
    limit as f64
}

/// Converts a number that `openapiv3` stores as a float; integers become integers again.
fn number_value(number: f64) -> Value {
    match number.to_string().parse::<i64>() {
        Ok(integer) => Value::from(integer),
        Err(_) => Number::from_f64(number).map_or(Value::Null, Value::Number),
    }
}

/// Returns the name of a format as the document has it.
fn format<F: Copy>(
    format: &VariantOrUnknownOrEmpty<F>,
    name: impl Fn(F) -> &'static str,
) -> Option<&str> {
    match format {
        VariantOrUnknownOrEmpty::Item(known) => Some(name(*known)),
        VariantOrUnknownOrEmpty::Unknown(name) => Some(name),
        VariantOrUnknownOrEmpty::Empty => None,
    }
}

fn string_format(format: StringFormat) -> &'static str {
    match format {
        StringFormat::Date => "date",
        StringFormat::DateTime => "date-time",
        StringFormat::Password => "password",
        StringFormat::Byte => "byte",
        StringFormat::Binary => "binary",
    }
}

fn number_format(format: NumberFormat) -> &'static str {
    match format {
        NumberFormat::Float => "float",
        NumberFormat::Double => "double",
    }
}

fn integer_format(format: IntegerFormat) -> &'static str {
    match format {
        IntegerFormat::Int32 => "int32",
        IntegerFormat::Int64 => "int64",
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
