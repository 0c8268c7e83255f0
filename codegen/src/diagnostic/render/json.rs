//! One diagnostic as a JSON object, for editors and other programs.
//!
//! Its fields are stable: `code`, `severity`, `message`, `help`, the location, and `also`, a list of
//! further locations with labels.

use serde_json::{Map, Value, json};

use super::texts::Texts;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Location;

/// Returns the object of a diagnostic.
pub(super) fn object(diagnostic: &Diagnostic, texts: &Texts<'_>) -> Value {
    let problem = &diagnostic.problem;
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let also = diagnostic.also.iter().map(|(at, label)| {
        let mut location = location(at, texts);
        location.insert("label".to_owned(), label.as_str().into());
        Value::Object(location)
    });
    let mut object = Map::new();
    object.insert("code".to_owned(), problem.code().as_str().into());
    object.insert("severity".to_owned(), severity.into());
    object.insert("message".to_owned(), problem.message().into());
    object.insert("help".to_owned(), problem.help().into());
    object.extend(location(&diagnostic.at, texts));
    object.insert("also".to_owned(), also.collect());
    Value::Object(object)
}

/// Returns the fields of a location. Lines and columns count from 1, columns in characters; `end` is
/// exclusive.
fn location(at: &Location, texts: &Texts<'_>) -> Map<String, Value> {
    let mut location = Map::new();
    location.insert("file".to_owned(), (&**at.file()).into());
    if let Some((text, range)) = texts.find(at) {
        let (line, column) = text.position(range.start);
        let (end_line, end_column) = text.position(range.end);
        location.insert("line".to_owned(), line.into());
        location.insert("column".to_owned(), column.into());
        let end = json!({"line": end_line, "column": end_column});
        location.insert("end".to_owned(), end);
    }
    location.insert("pointer".to_owned(), at.pointer().into());
    location
}
