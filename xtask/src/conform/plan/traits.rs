//! `Traits`: the properties of a request that Prism may mishandle.

use codegen::ir::{Content, Operation, Parameter, Style};
use serde_json::Value;

use crate::conform::subject::Subject;

/// The properties of a request that Prism may mishandle.
#[derive(Clone, Debug, Default)]
pub(crate) struct Traits {
    /// The media type of the body in the document.
    pub(crate) media_type: Option<String>,
    /// The media types of the operation's body, as written in the document.
    pub(crate) media_types: Vec<String>,
    /// The body before it is encoded.
    pub(crate) body: Option<Value>,
    /// Whether a part of the body fits several alternatives of a `oneOf`.
    pub(crate) is_ambiguous: bool,
    /// The parameters that are sent: name, style and value.
    pub(crate) parameters: Vec<(String, Style, Value)>,
    /// The styles of parameters and form members that are not sent.
    pub(crate) absent: Vec<Style>,
    /// Whether the document has conditions (`if` and `then`), which requests ignore.
    pub(crate) has_conditions: bool,
    /// Whether it has security schemes of a type that the standard does not define.
    pub(crate) has_own_schemes: bool,
}

impl Traits {
    /// Returns the traits that all requests for a document share.
    pub(super) fn of(subject: &Subject) -> Self {
        let schemes = subject.given.pointer("/components/securitySchemes");
        let schemes = schemes.and_then(Value::as_object);
        let mut types = schemes
            .into_iter()
            .flatten()
            .map(|(_, it)| it["type"].as_str());
        Self {
            has_conditions: has_key(&subject.given, "then"),
            has_own_schemes: types.any(|it| !it.is_some_and(|it| SCHEMES.contains(&it))),
            ..Self::default()
        }
    }

    /// Adds a parameter that is sent.
    pub(super) fn sent(&mut self, parameter: &Parameter, value: &Value) {
        let name = parameter.name.wire.clone();
        self.parameters.push((name, parameter.style, value.clone()));
    }

    /// Adds a parameter that is not sent.
    pub(super) fn not_sent(&mut self, parameter: &Parameter) {
        self.absent.push(parameter.style);
    }

    /// Adds the body.
    pub(super) fn body(&mut self, operation: &Operation, content: &Content, value: &Value) {
        let contents = operation.body.iter().flat_map(|body| &body.contents);
        let documented = contents.flat_map(|content| &content.documented);
        self.media_types = documented.map(|media| media.key.clone()).collect();
        self.media_type = content.documented.first().map(|media| media.key.clone());
        let styles = content.styles.iter();
        let absent = styles.filter(|(name, _)| value.get(name).is_none());
        self.absent.extend(absent.map(|(_, style)| *style));
        self.body = Some(value.clone());
    }
}

/// The types of security schemes that the standard defines.
const SCHEMES: [&str; 5] = ["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"];

/// Returns whether a key occurs anywhere in a value.
fn has_key(value: &Value, key: &str) -> bool {
    match value {
        Value::Object(members) => {
            members.contains_key(key) || members.values().any(|it| has_key(it, key))
        }
        Value::Array(items) => items.iter().any(|it| has_key(it, key)),
        _ => false,
    }
}
