//! Creates values that a schema describes: its examples if they fit it, made-up values otherwise.

use serde_json::{Map, Number, Value, json};

use super::keyword::{requires, size};
use super::{Schemas, text};

/// Below this level, only required members are created.
const OPTIONAL_DEPTH: usize = 4;

/// Below this level nothing is created, so that cycles end.
const DEPTH: usize = 12;

/// Which members of a value are created.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// All members, and two items in a list.
    All,
    /// Required members only.
    Required,
}

/// Creates values.
#[derive(Clone, Copy)]
pub(crate) struct Sampler<'d> {
    schemas: Schemas<'d>,
    extent: Extent,
    depth: usize,
    /// Selects one of several values, so that items of a list differ.
    nth: usize,
    /// The least number of items in a list.
    items: usize,
}

impl<'d> Sampler<'d> {
    /// Creates values of that extent.
    pub(crate) fn new(schemas: Schemas<'d>, extent: Extent) -> Self {
        Self {
            schemas,
            extent,
            depth: 0,
            nth: 0,
            items: 0,
        }
    }

    /// Creates values for a form, whose lists are not empty: a form that consists of empty lists has
    /// no bytes, so that it can't be told from an absent body.
    pub(crate) fn of_form(self) -> Self {
        Self { items: 1, ..self }
    }

    /// Returns the first candidate that fits the schema, or else the first candidate.
    pub(crate) fn sample(self, schema: &Value) -> Value {
        let flat = self.schemas.flat(schema, DEPTH);
        let whole = Value::Object(flat.clone());
        let mut first = None;
        for candidate in self.candidates(&flat) {
            if self.schemas.fits(&whole, &candidate) {
                return candidate;
            }
            first.get_or_insert(candidate);
        }
        first.unwrap_or(Value::Null)
    }

    fn candidates(self, flat: &Map<String, Value>) -> Vec<Value> {
        let mut candidates = Vec::new();
        let example = flat.get("example").cloned();
        let is_whole = |value: &Value| self.extent == Extent::All || !value.is_object();
        candidates.extend(example.filter(is_whole).filter(|_| self.nth == 0));
        for alternatives in ["oneOf", "anyOf"] {
            let Some(Value::Array(list)) = flat.get(alternatives) else {
                continue;
            };
            let mut rest = flat.clone();
            rest.shift_remove(alternatives);
            for alternative in list {
                let both = json!({ "allOf": [rest, alternative] });
                let least = Self {
                    extent: Extent::Required,
                    ..self
                };
                // A value with all members may fit several alternatives.
                let inner = [self.deeper(), least.deeper()].into_iter().flatten();
                candidates.extend(inner.map(|it| it.sample(&both)));
            }
        }
        if let Some(Value::Array(values)) = flat.get("enum") {
            candidates.extend(
                values
                    .iter()
                    .cycle()
                    .skip(self.nth)
                    .take(values.len())
                    .cloned(),
            );
        }
        candidates.extend(flat.get("default").cloned());
        candidates.extend(self.by_type(flat));
        candidates
    }

    fn by_type(self, flat: &Map<String, Value>) -> Vec<Value> {
        match kind(flat) {
            "object" => vec![self.object(flat)],
            "array" => vec![self.array(flat)],
            "boolean" => vec![Value::Bool(self.nth.is_multiple_of(2)), Value::Bool(false)],
            "integer" => numbers(flat, self.nth, true),
            "number" => numbers(flat, self.nth, false),
            _ => text::candidates(flat, self.nth)
                .into_iter()
                .map(Value::String)
                .collect(),
        }
    }

    fn object(self, flat: &Map<String, Value>) -> Value {
        let mut object = Map::new();
        let Some(inner) = self.deeper() else {
            return Value::Object(object);
        };
        let properties = flat.get("properties").and_then(Value::as_object);
        for (name, schema) in properties.into_iter().flatten() {
            let wants_optional = self.extent == Extent::All && self.depth < OPTIONAL_DEPTH;
            if !self.schemas.ignores(schema) && (wants_optional || requires(flat, name)) {
                object.insert(name.clone(), inner.sample(schema));
            }
        }
        let rest = flat.get("additionalProperties");
        let wants_rest = self.extent == Extent::All || flat.contains_key("minProperties");
        let rest = rest.filter(|it| it.is_object() && object.is_empty() && wants_rest);
        if let Some(schema) = rest {
            object.insert("key".to_owned(), inner.sample(schema));
        }
        Value::Object(object)
    }

    fn array(self, flat: &Map<String, Value>) -> Value {
        let least = size(flat, "minItems").unwrap_or(0).max(self.items);
        let wanted = match self.extent {
            Extent::All if self.depth < OPTIONAL_DEPTH => 2.max(least),
            _ => least,
        };
        let count = wanted.min(size(flat, "maxItems").unwrap_or(usize::MAX));
        let items = flat.get("items").unwrap_or(&Value::Null);
        let mut list = Vec::new();
        if let Some(inner) = self.deeper() {
            for nth in 0..count {
                let item = Sampler { nth, ..inner }.sample(items);
                let is_unique = flat.get("uniqueItems") != Some(&json!(true));
                if is_unique || !list.contains(&item) {
                    list.push(item);
                }
            }
        }
        Value::Array(list)
    }

    fn deeper(self) -> Option<Self> {
        (self.depth < DEPTH).then_some(Self {
            depth: self.depth + 1,
            ..self
        })
    }
}

/// Returns the type that a schema has or implies.
fn kind(flat: &Map<String, Value>) -> &str {
    match flat.get("type").and_then(Value::as_str) {
        Some(kind) => kind,
        None if flat.contains_key("properties") => "object",
        None if flat.contains_key("additionalProperties") => "object",
        None if flat.contains_key("items") => "array",
        None => "string",
    }
}

fn numbers(flat: &Map<String, Value>, nth: usize, integer: bool) -> Vec<Value> {
    let limit = |key: &str| flat.get(key).and_then(Value::as_f64);
    let step = limit("multipleOf").unwrap_or(1.0);
    let small = u32::try_from(nth).map_or(0.0, f64::from) * step;
    let from = [
        Some(if integer { step } else { 1.5 }),
        limit("minimum"),
        limit("minimum").map(|it| it + step),
        limit("maximum"),
        limit("maximum").map(|it| it - step),
        Some(0.0),
    ];
    let wanted = from.into_iter().flatten().flat_map(|it| [it + small, it]);
    wanted.filter_map(|it| number(it, integer)).collect()
}

/// Returns a number as JSON, without a fraction if it is whole.
fn number(value: f64, integer: bool) -> Option<Value> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the check that follows rejects what does not fit"
    )]
    let whole = value as i64;
    if integer || value.fract() == 0.0 {
        return Some(json!(whole));
    }
    Number::from_f64(value).map(Value::Number)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Extent, Sampler, Schemas};

    /// Asserts the value with all members, and that with required members only.
    #[track_caller]
    fn check(schema: &Value, all: &Value, required: &Value) {
        let document = json!({ "components": { "schemas": { "Node": {
            "type": "object",
            "required": ["id"],
            "properties": {
                "id": { "type": "integer", "minimum": 5 },
                "next": { "$ref": "#/components/schemas/Node" },
                "made": { "type": "string", "readOnly": true },
            },
        } } } });
        let schemas = Schemas::of(&document);
        for (extent, wanted) in [(Extent::All, all), (Extent::Required, required)] {
            let made = Sampler::new(schemas, extent).sample(schema);
            assert_eq!(made, *wanted, "{extent:?}");
            assert!(
                schemas.fits(schema, &made),
                "{extent:?}: {made} does not fit"
            );
        }
    }

    #[test]
    fn cycles_end_and_read_only_members_are_not_sent() {
        let least = json!({ "id": 5 });
        let deep = json!({ "id": 5, "next": { "id": 5, "next": { "id": 5, "next": {
            "id": 5, "next": { "id": 5 },
        } } } });
        check(
            &json!({ "$ref": "#/components/schemas/Node" }),
            &deep,
            &least,
        );
    }

    #[test]
    fn examples_count_where_they_fit() {
        let fits = json!({ "type": "string", "maxLength": 3, "example": "abc" });
        check(&fits, &json!("abc"), &json!("abc"));
        let contradicts = json!({ "type": "string", "maxLength": 3, "example": "abcd" });
        check(&contradicts, &json!("tex"), &json!("tex"));
    }

    #[test]
    fn lists_of_forms_are_not_empty() {
        let document = json!({});
        let least = Sampler::new(Schemas::of(&document), Extent::Required);
        let schema = json!({
            "required": ["list"],
            "properties": { "list": { "type": "array", "items": { "type": "string" } } },
        });
        assert_eq!(least.sample(&schema), json!({ "list": [] }));
        assert_eq!(least.of_form().sample(&schema), json!({ "list": ["text"] }));
    }

    #[test]
    fn one_alternative_alone_is_made() {
        let schema = json!({
            "type": "object",
            "properties": { "a": { "type": "boolean" }, "b": { "type": "boolean" } },
            "oneOf": [{ "required": ["a"] }, { "required": ["b"] }],
        });
        check(&schema, &json!({ "a": true }), &json!({ "a": true }));
    }

    #[test]
    fn parts_of_an_all_of_hold_together() {
        let schema = json!({ "allOf": [
            { "type": "array", "items": { "enum": ["x", "y", "z"] } },
            { "minItems": 1, "uniqueItems": true },
        ] });
        check(&schema, &json!(["x", "y"]), &json!(["x"]));
    }
}
