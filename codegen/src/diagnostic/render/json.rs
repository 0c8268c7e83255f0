//! One diagnostic as a JSON object, for editors and other programs.
//!
//! Its fields are a promise: `code`, `severity`, `message`, `help`, the place, and `also`, a list of further places with labels.

use serde_json::{Map, Value, json};

use super::texts::Texts;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Location;

/// The whole object.
pub(super) fn object(diagnostic: &Diagnostic, texts: &Texts<'_>) -> Value {
    let problem = &diagnostic.problem;
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let also = diagnostic.also.iter().map(|(at, label)| {
        let mut place = place(at, texts);
        place.insert("label".to_owned(), label.as_str().into());
        Value::Object(place)
    });
    let mut object = Map::new();
    object.insert("code".to_owned(), problem.code().as_str().into());
    object.insert("severity".to_owned(), severity.into());
    object.insert("message".to_owned(), problem.message().into());
    object.insert("help".to_owned(), problem.help().into());
    object.extend(place(&diagnostic.at, texts));
    object.insert("also".to_owned(), also.collect());
    Value::Object(object)
}

/// Lines and columns from 1, columns in characters; `end` is the first that is no longer meant.
fn place(at: &Location, texts: &Texts<'_>) -> Map<String, Value> {
    let mut place = Map::new();
    place.insert("file".to_owned(), (&**at.file()).into());
    if let Some((text, range)) = texts.find(at) {
        let (line, column) = text.position(range.start);
        let (end_line, end_column) = text.position(range.end);
        place.insert("line".to_owned(), line.into());
        place.insert("column".to_owned(), column.into());
        let end = json!({"line": end_line, "column": end_column});
        place.insert("end".to_owned(), end);
    }
    place.insert("pointer".to_owned(), at.pointer().into());
    place
}
