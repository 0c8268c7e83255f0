//! Plans the requests that are sent for each operation of a document.

pub(crate) mod described;
mod statuses;
mod traits;

use codegen::ir::{Content, Media, Operation, Type};
use serde_json::{Map, Value, json};

use self::described::Described;
use self::traits::Traits;
use super::prism_file::What;
use super::schema::{Extent, Sampler, Schemas};
use super::subject::Subject;

/// One request.
#[derive(Clone, Debug, Default)]
pub(crate) struct Case {
    /// The operation's number.
    pub(crate) operation: usize,
    /// `POST /pets`
    pub(crate) call: String,
    /// A short description: `everything, application/json`.
    pub(crate) name: String,
    /// The fields of the operation's value, as JSON.
    pub(crate) fields: Map<String, Value>,
    /// The variant of the body, where it has several media types.
    pub(crate) variant: Option<String>,
    /// The status that Prism is asked to answer with.
    pub(crate) code: Option<u16>,
    /// The traits of the request that quirks check.
    pub(crate) traits: Traits,
}

/// Returns every request for a document.
pub(crate) fn cases(subject: &Subject, what: What) -> Vec<Case> {
    let traits = Traits::of(subject);
    let operations = subject.operations().enumerate();
    operations
        .flat_map(|(number, (_, operation))| {
            let described = Described::of(&subject.document, operation);
            let planner = Planner {
                number,
                operation,
                described,
                schemas: Schemas::of(&subject.document),
                traits: &traits,
            };
            planner.cases(what)
        })
        .collect()
}

/// Plans the requests of one operation.
struct Planner<'d> {
    number: usize,
    operation: &'d Operation,
    described: Described<'d>,
    schemas: Schemas<'d>,
    traits: &'d Traits,
}

impl<'d> Planner<'d> {
    fn cases(&self, what: What) -> Vec<Case> {
        let contents = self.operation.body.iter().flat_map(|body| &body.contents);
        let contents: Vec<&Content> = contents.collect();
        let mut cases = Vec::new();
        for content in &contents {
            let body = self.body(content, Extent::All);
            let name = format!("everything, {}", content.key);
            cases.push(self.case(name, Extent::All, Some((content, body))));
            for (key, example) in self.examples(content) {
                let name = format!("example {key}, {}", content.key);
                cases.push(self.case(name, Extent::All, Some((content, example))));
            }
        }
        if contents.is_empty() && !self.operation.parameters.is_empty() {
            cases.push(self.case("everything".to_owned(), Extent::All, None));
        }
        let least = self.least(&contents);
        let codes = match what {
            What::All => statuses::of(self.operation),
            What::Requests => Vec::new(),
        };
        if codes.is_empty() {
            cases.push(least.clone());
        }
        cases.extend(codes.into_iter().map(|code| Case {
            name: format!("what is required, asking for {code}"),
            code: Some(code),
            ..least.clone()
        }));
        cases
    }

    /// Returns the request with required fields only.
    fn least(&self, contents: &[&Content]) -> Case {
        let required = self
            .operation
            .body
            .as_ref()
            .is_some_and(|body| body.required);
        let first = contents.first().filter(|_| required);
        let body = first.map(|content| (*content, self.body(content, Extent::Required)));
        self.case("what is required".to_owned(), Extent::Required, body)
    }

    fn case(&self, name: String, extent: Extent, body: Option<(&Content, Value)>) -> Case {
        let mut fields = Map::new();
        let mut traits = self.traits.clone();
        for parameter in &self.operation.parameters {
            let described = self.described.parameter(parameter);
            let wanted = parameter.required || extent == Extent::All;
            let Some(described) = described.filter(|_| wanted) else {
                traits.not_sent(parameter);
                continue;
            };
            let value = described::value(self.schemas, described);
            traits.sent(parameter, &value);
            fields.insert(parameter.name.rust.to_string(), value);
        }
        let several = self
            .operation
            .body
            .as_ref()
            .is_some_and(|body| body.choice.is_some());
        let variant = body
            .as_ref()
            .map(|(content, _)| content.variant.to_string());
        if let Some((content, value)) = body {
            traits.body(self.operation, content, &value);
            traits.is_ambiguous = self.schemas.is_ambiguous(self.schema(content), &value);
            fields.insert("body".to_owned(), as_field(content, value));
        }
        Case {
            operation: self.number,
            call: format!("{:?} {}", self.operation.verb, self.operation.path),
            name,
            fields,
            variant: variant.filter(|_| several),
            code: None,
            traits,
        }
    }

    fn body(&self, content: &Content, extent: Extent) -> Value {
        let schema = self.schema(content);
        let sampler = Sampler::new(self.schemas, extent);
        match content.media {
            Media::Form => sampler.of_form().sample(schema),
            _ => sampler.sample(schema),
        }
    }

    fn schema(&self, content: &Content) -> &Value {
        let media = self.described.content(content);
        let schema = media.and_then(|media| media.get("schema"));
        schema.unwrap_or(&Value::Null)
    }

    /// Returns the examples of a body that fit its schema, by name.
    fn examples(&self, content: &Content) -> Vec<(String, Value)> {
        let Some(media) = self.described.content(content) else {
            return Vec::new();
        };
        let schema = self.schema(content);
        let mut examples = described::examples(self.schemas, media);
        examples.retain(|(_, value)| self.schemas.fits(schema, value));
        examples
    }
}

/// Converts a body to the form that the driver decodes: bytes become a list of numbers.
fn as_field(content: &Content, value: Value) -> Value {
    match (content.media, &content.ty) {
        (Media::Bytes, _) => {
            let is_json = content.key.ends_with("json");
            as_text(value, is_json).into_bytes().into()
        }
        (Media::Text, _) => as_text(value, false).into(),
        // A form of files whose names the document does not define.
        (Media::Multipart, Type::Map(_)) if !value.is_object() => {
            let files = match value {
                Value::Array(files) => files,
                file => vec![file],
            };
            let files = files.into_iter().map(|file| as_text(file, false));
            json!({ "file": files.collect::<Vec<String>>() })
        }
        _ => value,
    }
}

/// Returns a string unchanged, and any other value as JSON.
fn as_text(value: Value, quoted: bool) -> String {
    match value {
        Value::String(text) if !quoted => text,
        value => value.to_string(),
    }
}
