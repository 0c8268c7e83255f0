//! Reads the OpenAPI documents that a page carries as code.

use serde_json::{Map, Value};

use super::block::Code;
use super::builder::Builder;
use super::embedded::Embedded;
use crate::docs::json::escaped;

/// Returns whether code is meant to be an OpenAPI document.
pub(super) fn is_document(code: &str) -> bool {
    let start: String = code
        .chars()
        .filter(|it| !it.is_whitespace())
        .take(12)
        .collect();
    ["{\"openapi\":", "{\"swagger\":", "openapi:", "swagger:"]
        .iter()
        .any(|word| start.starts_with(word))
}

/// Reads a document, and adds it and its sections to the page.
pub(super) fn read(builder: &mut Builder, code: &Code) {
    let value: Value = match serde_json::from_str(&code.text) {
        Ok(value) => value,
        Err(error) => {
            let at = builder
                .page
                .text
                .inside(code.start, (error.line(), error.column().max(1)));
            let text = "an OpenAPI document that is not JSON".to_owned();
            builder.fault(code.start, text);
            if let Some(fault) = builder.page.faults.last_mut() {
                fault.page_at = Some(at);
                fault.advice = Some(format!("the JSON reader says: {error}"));
            }
            return;
        }
    };
    if keys(value.get("paths")).next().is_none() {
        builder.fault(code.start, "an OpenAPI document without operations");
        return;
    }
    let embedded = Embedded {
        value,
        text: code.text.clone(),
        start: code.start,
        page: builder.page.text.clone(),
    };
    add_sections(builder, &embedded);
    builder.page.documents.push(embedded);
}

/// Adds what `x-source` can cite of a document: its servers, operations, parameters, responses and
/// schemas. The whole is a section too, so that no change of it goes unnoticed.
fn add_sections(builder: &mut Builder, embedded: &Embedded) {
    let named = [("document", ""), ("info", "/info"), ("servers", "/servers")];
    let mut sections: Vec<(String, String)> = named
        .iter()
        .map(|(name, pointer)| ((*name).to_owned(), (*pointer).to_owned()))
        .collect();
    for schema in keys(embedded.value.pointer("/components/schemas")) {
        let pointer = format!("/components/schemas/{}", escaped(schema));
        sections.push((format!("schema \"{schema}\""), pointer));
    }
    for path in keys(embedded.value.get("paths")) {
        let item = format!("/paths/{}", escaped(path));
        for method in keys(embedded.value.pointer(&item)) {
            let pointer = format!("{item}/{method}");
            add_operation(
                &embedded.value,
                &format!("{method} {path}"),
                &pointer,
                &mut sections,
            );
        }
    }
    for (name, pointer) in sections {
        if let Some(part) = embedded.value.pointer(&pointer) {
            let at = embedded.place(&pointer);
            builder.page.sections.add(&name, &part.to_string(), at);
        }
    }
}

/// Adds the sections of an operation, each with its pointer.
fn add_operation(
    document: &Value,
    name: &str,
    pointer: &str,
    sections: &mut Vec<(String, String)>,
) {
    let operation = document.pointer(pointer);
    sections.push((format!("summary of {name}"), format!("{pointer}/summary")));
    sections.push((
        format!("request of {name}"),
        format!("{pointer}/requestBody"),
    ));
    let parameters = operation.and_then(|it| it.get("parameters"));
    let parameters = parameters.and_then(Value::as_array).into_iter().flatten();
    for (index, parameter) in parameters.enumerate() {
        if let Some(name) = parameter.get("name").and_then(Value::as_str) {
            let pointer = format!("{pointer}/parameters/{index}");
            sections.push((format!("parameter \"{name}\""), pointer));
        }
    }
    for status in keys(operation.and_then(|it| it.get("responses"))) {
        let pointer = format!("{pointer}/responses/{status}");
        sections.push((format!("response {status}"), pointer));
    }
}

fn keys(value: Option<&Value>) -> impl Iterator<Item = &String> {
    value
        .and_then(Value::as_object)
        .into_iter()
        .flat_map(Map::keys)
}
