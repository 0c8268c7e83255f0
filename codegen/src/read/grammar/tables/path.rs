//! Tables of paths, operations and callbacks.

use crate::read::grammar::table::{
    ComponentKind, PatternedTable, Shape, Table, defaulted, optional,
};

use super::shared::{EXTERNAL_DOCS, SECURITY, SERVER};

// OAS 3.0.3, Paths Object.
pub(crate) static PATHS: PatternedTable = PatternedTable {
    name: "Paths Object",
    accepts: |key| key.starts_with('/'),
    repair: |key| {
        let is_url = key.is_empty() || key.contains("://") || key.starts_with('#');
        (!is_url).then(|| format!("/{key}"))
    },
    expected: "a path that starts with `/`",
    shape: Shape::Component(ComponentKind::PathItem),
};

// OAS 3.0.3, Callback Object.
pub(crate) static CALLBACK: PatternedTable = PatternedTable {
    name: "Callback Object",
    accepts: |_| true,
    repair: |_| None,
    expected: "an expression for the address",
    shape: Shape::Component(ComponentKind::PathItem),
};

/// The fields of a Path Item Object that contain operations.
pub(crate) const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

// OAS 3.0.3, Path Item Object.
pub(crate) static PATH_ITEM: Table = Table {
    name: "Path Item Object",
    fields: &[
        optional("summary", Shape::String),
        optional("description", Shape::String),
        optional("get", Shape::Object(&OPERATION)),
        optional("put", Shape::Object(&OPERATION)),
        optional("post", Shape::Object(&OPERATION)),
        optional("delete", Shape::Object(&OPERATION)),
        optional("options", Shape::Object(&OPERATION)),
        optional("head", Shape::Object(&OPERATION)),
        optional("patch", Shape::Object(&OPERATION)),
        optional("trace", Shape::Object(&OPERATION)),
        optional("servers", Shape::Array(&Shape::Object(&SERVER))),
        optional("parameters", PARAMETERS),
    ],
    rule: None,
};

// OAS 3.0.3, Operation Object.
pub(crate) static OPERATION: Table = Table {
    name: "Operation Object",
    fields: &[
        optional("tags", Shape::Array(&Shape::String)),
        optional("summary", Shape::String),
        optional("description", Shape::String),
        optional("externalDocs", Shape::Object(&EXTERNAL_DOCS)),
        optional("operationId", Shape::String),
        optional("parameters", PARAMETERS),
        optional("requestBody", Shape::Component(ComponentKind::RequestBody)),
        defaulted("responses", Shape::Patterned(&RESPONSES)),
        optional(
            "callbacks",
            Shape::Map(&Shape::Component(ComponentKind::Callback)),
        ),
        optional("deprecated", Shape::Bool),
        optional("security", SECURITY),
        optional("servers", Shape::Array(&Shape::Object(&SERVER))),
    ],
    rule: None,
};

const PARAMETERS: Shape = Shape::Array(&Shape::Component(ComponentKind::Parameter));

// OAS 3.0.3, Responses Object.
pub(crate) static RESPONSES: PatternedTable = PatternedTable {
    name: "Responses Object",
    accepts: |key| key == "default" || is_status(key),
    repair: |key| {
        // `200 OK` is common.
        let repaired = match key.split_whitespace().next().unwrap_or_default() {
            word if word.eq_ignore_ascii_case("default") => "default".to_owned(),
            status => status.to_ascii_uppercase(),
        };
        (repaired == "default" || is_status(&repaired)).then_some(repaired)
    },
    expected: "a status such as `200`, a range such as `4XX`, or `default`",
    shape: Shape::Component(ComponentKind::Response),
};

/// Returns whether a key is a status such as `200` or a range such as `4XX`.
fn is_status(key: &str) -> bool {
    match key.as_bytes() {
        [b'1'..=b'5', b'X', b'X'] => true,
        [b'1'..=b'9', rest @ ..] => rest.len() == 2 && rest.iter().all(u8::is_ascii_digit),
        _ => false,
    }
}
