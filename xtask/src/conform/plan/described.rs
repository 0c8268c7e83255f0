//! What the document says about the parts of one operation, found by their names.

use codegen::ir::{Content, Operation, Parameter};
use serde_json::Value;

use crate::conform::schema::{Extent, Sampler, Schemas};

/// What the document says about one operation.
pub(crate) struct Described<'d> {
    parameters: Vec<&'d Value>,
    body: Option<&'d Value>,
    responses: Option<&'d Value>,
    schemas: Schemas<'d>,
}

impl<'d> Described<'d> {
    /// Finds an operation by its path and method.
    pub(crate) fn of(document: &'d Value, operation: &Operation) -> Self {
        let schemas = Schemas::of(document);
        let item = document
            .get("paths")
            .and_then(|paths| paths.get(&operation.path));
        let method = format!("{:?}", operation.verb).to_lowercase();
        let described = item.and_then(|item| item.get(&method));
        let of_operation = described.and_then(|it| it.get("parameters"));
        let of_path = item.and_then(|it| it.get("parameters"));
        let parameters = [of_operation, of_path].into_iter().flatten();
        let parameters = parameters.filter_map(Value::as_array).flatten();
        let body = described.and_then(|it| it.get("requestBody"));
        Self {
            parameters: parameters.map(|it| schemas.resolve(it)).collect(),
            body: body.map(|it| schemas.resolve(it)),
            responses: described.and_then(|it| it.get("responses")),
            schemas,
        }
    }

    /// A parameter, by name and place.
    pub(crate) fn parameter(&self, parameter: &Parameter) -> Option<&'d Value> {
        let place = format!("{:?}", parameter.place).to_lowercase();
        let is = |it: &&&Value| it["name"] == *parameter.name.wire && it["in"] == *place;
        self.parameters.iter().find(is).copied()
    }

    /// A media type of the body.
    pub(crate) fn content(&self, content: &Content) -> Option<&'d Value> {
        let described = self.body?.get("content")?;
        let mut documented = content.documented.iter();
        documented.find_map(|media| described.get(&media.key))
    }
}

impl<'d> Described<'d> {
    /// The schema of a response's body.
    pub(crate) fn response(&self, status: u16, media_type: &str) -> Option<&'d Value> {
        let (exact, range) = (status.to_string(), format!("{}XX", status / 100));
        let mut keys = [exact.as_str(), range.as_str(), "default"].into_iter();
        let response = keys.find_map(|key| self.responses?.get(key))?;
        let content = self.schemas.resolve(response).get("content")?.as_object()?;
        let essence = |key: &str| key.split(';').next().map(|it| it.trim().to_lowercase());
        let same = content
            .iter()
            .find(|(key, _)| essence(key) == essence(media_type));
        let (_, media) = same.or_else(|| content.iter().next())?;
        media.get("schema")
    }
}

/// The path of an operation with a value for each parameter, for requests that no client writes.
pub(crate) fn path(described: &Described<'_>, operation: &Operation) -> String {
    let mut path = operation.path.clone();
    for parameter in &operation.parameters {
        let Some(schema) = described
            .parameter(parameter)
            .filter(|it| it["in"] == "path")
        else {
            continue;
        };
        let value = match value(described.schemas, schema) {
            Value::String(text) => text,
            value => value.to_string(),
        };
        let escaped = value.bytes().map(|byte| match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'_' | b'.' => {
                char::from(byte).to_string()
            }
            byte => format!("%{byte:02X}"),
        });
        let escaped: String = escaped.collect();
        path = path.replace(&format!("{{{}}}", parameter.name.wire), &escaped);
    }
    path
}

/// The schema of a parameter, which may stand in its `content`.
pub(crate) fn schema_of_parameter(parameter: &Value) -> &Value {
    let content = parameter.get("content").and_then(Value::as_object);
    let in_content = content.and_then(|content| content.values().next());
    let schema = in_content.unwrap_or(parameter).get("schema");
    schema.unwrap_or(&Value::Null)
}

/// A value for a parameter: its own example where it fits, one made from the schema otherwise.
pub(crate) fn value(schemas: Schemas<'_>, parameter: &Value) -> Value {
    let schema = schema_of_parameter(parameter);
    let mut examples = examples(schemas, parameter).into_iter();
    let fitting = examples.find(|(_, value)| schemas.fits(schema, value));
    match fitting {
        Some((_, value)) => value,
        None => Sampler::new(schemas, Extent::All).sample(schema),
    }
}

/// The examples of a parameter or a media type, by name.
pub(crate) fn examples(schemas: Schemas<'_>, described: &Value) -> Vec<(String, Value)> {
    let single = described
        .get("example")
        .map(|it| (String::new(), it.clone()));
    let several = described.get("examples").and_then(Value::as_object);
    let several = several.into_iter().flatten().filter_map(|(name, example)| {
        let value = schemas.resolve(example).get("value")?;
        Some((format!("`{name}`"), value.clone()))
    });
    single.into_iter().chain(several).collect()
}
