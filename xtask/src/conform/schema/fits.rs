//! Whether a value fits a schema. What is not understood is taken to fit: the judge has the last
//! word.

use serde_json::{Map, Value, json};

use super::keyword::{requires, size};
use super::{Schemas, pattern};

/// So deep a value is looked at.
const DEPTH: usize = 24;

impl Schemas<'_> {
    /// Whether a value fits a schema.
    pub(crate) fn fits(self, schema: &Value, value: &Value) -> bool {
        self.fits_at(schema, value, DEPTH)
    }

    fn fits_at(self, schema: &Value, value: &Value, depth: usize) -> bool {
        let Value::Object(schema) = self.resolve(schema) else {
            return true;
        };
        if depth == 0 || (value.is_null() && schema.get("nullable") == Some(&json!(true))) {
            return true;
        }
        let counted = |key: &str| {
            let list = schema.get(key).and_then(Value::as_array)?;
            let fits = list.iter().filter(|it| self.fits_at(it, value, depth - 1));
            Some((fits.count(), list.len()))
        };
        let parts = counted("allOf").is_none_or(|(fits, all)| fits == all)
            && counted("anyOf").is_none_or(|(fits, _)| fits > 0)
            && counted("oneOf").is_none_or(|(fits, _)| fits == 1)
            && !schema
                .get("not")
                .is_some_and(|it| self.fits_at(it, value, depth - 1));
        let enumerated = schema.get("enum").and_then(Value::as_array);
        parts
            && enumerated.is_none_or(|values| values.contains(value))
            && is_of_type(schema, value)
            && match value {
                Value::String(text) => text_fits(schema, text),
                Value::Number(number) => number_fits(schema, number.as_f64().unwrap_or_default()),
                Value::Array(items) => self.array_fits(schema, items, depth),
                Value::Object(members) => self.object_fits(schema, members, depth),
                Value::Null | Value::Bool(_) => true,
            }
    }

    fn array_fits(self, schema: &Map<String, Value>, items: &[Value], depth: usize) -> bool {
        let unique = schema.get("uniqueItems") == Some(&json!(true));
        let repeats = |(index, item): (usize, &Value)| items[..index].contains(item);
        let each = schema.get("items").unwrap_or(&Value::Null);
        size(schema, "minItems").is_none_or(|least| items.len() >= least)
            && size(schema, "maxItems").is_none_or(|most| items.len() <= most)
            && !(unique && items.iter().enumerate().any(repeats))
            && items.iter().all(|item| self.fits_at(each, item, depth - 1))
    }

    fn object_fits(
        self,
        schema: &Map<String, Value>,
        members: &Map<String, Value>,
        depth: usize,
    ) -> bool {
        let none = Map::new();
        let properties = schema
            .get("properties")
            .and_then(Value::as_object)
            .unwrap_or(&none);
        let rest = schema.get("additionalProperties").unwrap_or(&Value::Null);
        let is_ignored = |name: &str| properties.get(name).is_some_and(|it| self.ignores(it));
        let names = schema.get("required").and_then(Value::as_array);
        let mut required = names.into_iter().flatten().filter_map(Value::as_str);
        let complete = required.all(|name| members.contains_key(name) || is_ignored(name));
        let member_fits = |(name, value): (&String, &Value)| match (properties.get(name), rest) {
            (Some(_), _) if is_ignored(name) && !requires(schema, name) => true,
            (Some(schema), _) => self.fits_at(schema, value, depth - 1),
            (None, Value::Bool(allowed)) => *allowed,
            (None, rest) => self.fits_at(rest, value, depth - 1),
        };
        complete
            && size(schema, "minProperties").is_none_or(|least| members.len() >= least)
            && members.iter().all(member_fits)
    }
}

fn is_of_type(schema: &Map<String, Value>, value: &Value) -> bool {
    match schema.get("type").and_then(Value::as_str) {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("boolean") => value.is_boolean(),
        Some("number") => value.is_number(),
        Some("integer") => value.as_f64().is_some_and(|it| it.fract() == 0.0),
        _ => true,
    }
}

fn text_fits(schema: &Map<String, Value>, text: &str) -> bool {
    let length = text.chars().count();
    let format = schema
        .get("format")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let form = match format {
        "date" => r"^\d{4}-\d\d-\d\d$",
        "date-time" => r"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:?\d\d)$",
        "uuid" => r"^(?i:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$",
        "email" => r"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)*$",
        "uri" => r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s{}<>]+$",
        "ipv4" => r"^\d+\.\d+\.\d+\.\d+$",
        _ => "",
    };
    let pattern = schema
        .get("pattern")
        .and_then(Value::as_str)
        .unwrap_or_default();
    size(schema, "minLength").is_none_or(|least| length >= least)
        && size(schema, "maxLength").is_none_or(|most| length <= most)
        && pattern::matches(form, text)
        && pattern::matches(pattern, text)
}

fn number_fits(schema: &Map<String, Value>, number: f64) -> bool {
    let limit = |key: &str| schema.get(key).and_then(Value::as_f64);
    let excludes = |key: &str| schema.get(key) == Some(&json!(true));
    let above = |least: f64| number > least || (number == least && !excludes("exclusiveMinimum"));
    let below = |most: f64| number < most || (number == most && !excludes("exclusiveMaximum"));
    let remainder = limit("multipleOf").map_or(0.0, |step| (number / step).fract());
    limit("minimum").is_none_or(above)
        && limit("maximum").is_none_or(below)
        && remainder.abs() < 1e-9
}
