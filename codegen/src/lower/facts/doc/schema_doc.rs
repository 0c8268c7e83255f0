//! The documentation of a schema: its texts, and the constraints that Rust's types don't show.

use serde_json::Value;

use crate::diagnostic::SchemaProblem;
use crate::ir::Doc;
use crate::read::schema_view::{JsonType, SchemaRef, View};

use super::Texts;
use crate::lower::context::{Context, Out};
use crate::lower::facts::form::Form;
use crate::lower::schema::integer;

/// Returns the documentation of a schema.
pub(crate) fn doc(cx: &Context<'_>, out: &mut Out<'_>, view: &View<'_>) -> Doc {
    let texts = Texts::of(view.description, view.extensions);
    let mut doc = super::doc(cx, out, &view.at, texts);
    if doc.description.is_none() {
        doc.summary = view.title.map(str::to_owned);
    }
    if view.read_only && view.write_only {
        out.report(&view.at, SchemaProblem::ReadOnlyAndWriteOnly);
    }
    doc.notes = notes(view);
    doc.deprecated = view.deprecated;
    doc
}

/// Returns the constraints as notes.
fn notes(view: &View<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(format) = view.format.filter(|format| !shows_in_type(view, format)) {
        notes.push(format!("format: {format}"));
    }
    notes.extend(view.notes.iter().cloned());
    if !view.enumeration.is_empty() && !matches!(Form::of(view), Form::StringEnum) {
        let values: Vec<String> = view.enumeration.iter().map(Value::to_string).collect();
        notes.push(format!("enum: {}", values.join(", ")));
    }
    notes.extend(view.not.as_ref().map(not));
    if let Some(default) = &view.default {
        notes.push(format!("default: {}", default.value));
    }
    if let Some(example) = view.example.as_ref().filter(|_| shows_example(view)) {
        notes.push(format!("example: {}", example.value));
    }
    for (name, holds) in [("readOnly", view.read_only), ("writeOnly", view.write_only)] {
        if holds {
            notes.push(format!("{name}: true"));
        }
    }
    notes
}

/// Returns the note about a short `not`.
fn not(schema: &SchemaRef<'_>) -> String {
    const MAX_LENGTH: usize = 100;
    let text = match schema {
        SchemaRef::Reference(reference) => reference.value.to_owned(),
        SchemaRef::Schema(schema) => serde_json::to_string(schema.value).unwrap_or_default(),
    };
    if text.len() <= MAX_LENGTH {
        format!("not: {text}")
    } else {
        "not: see the document".to_owned()
    }
}

/// Returns whether the example is documented: those of objects and lists are long, and those of secrets
/// may be real.
fn shows_example(view: &View<'_>) -> bool {
    let is_scalar = matches!(Form::of(view), Form::Scalar(_) | Form::StringEnum);
    is_scalar && !view.extensions.contains_key("x-sensitive")
}

/// Returns whether the Rust type shows the format.
fn shows_in_type(view: &View<'_>, format: &str) -> bool {
    match view.json_type {
        Some(JsonType::Integer) => integer::shows(view, format),
        Some(JsonType::Number) => ["float", "double", "decimal"].contains(&format),
        Some(JsonType::String) => match format {
            "password" => true,
            // Another type may have replaced it.
            "byte" | "date" | "date-time" | "decimal" => {
                let takes = |key| view.extensions.contains_key(key);
                !takes("x-rust-type") && !takes("x-sensitive")
            }
            _ => false,
        },
        _ => false,
    }
}
