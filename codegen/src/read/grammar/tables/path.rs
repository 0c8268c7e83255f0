//! Paths, operations, and what is called back.

use super::shared::{EXTERNAL_DOCS, SECURITY, SERVER};
use crate::read::grammar::table::{
    ComponentKind, Need, PatternedTable, Shape, Table, field, needed, no_rule,
};

// OAS 3.0.3, Paths Object.
pub(crate) static PATHS: PatternedTable = PatternedTable {
    name: "Paths Object",
    accepts: |key| key.starts_with('/'),
    mend: |key| {
        let is_address = key.is_empty() || key.contains("://") || key.starts_with('#');
        (!is_address).then(|| format!("/{key}"))
    },
    keys: "a path that starts with `/`",
    shape: Shape::Component(ComponentKind::PathItem),
};

// OAS 3.0.3, Callback Object.
pub(crate) static CALLBACK: PatternedTable = PatternedTable {
    name: "Callback Object",
    accepts: |_| true,
    mend: |_| None,
    keys: "an expression for the address",
    shape: Shape::Component(ComponentKind::PathItem),
};

/// The fields of a path item that hold operations.
pub(crate) const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

// OAS 3.0.3, Path Item Object.
pub(crate) static PATH_ITEM: Table = Table {
    name: "Path Item Object",
    fields: &[
        field("summary", Shape::String),
        field("description", Shape::String),
        field("get", Shape::Object(&OPERATION)),
        field("put", Shape::Object(&OPERATION)),
        field("post", Shape::Object(&OPERATION)),
        field("delete", Shape::Object(&OPERATION)),
        field("options", Shape::Object(&OPERATION)),
        field("head", Shape::Object(&OPERATION)),
        field("patch", Shape::Object(&OPERATION)),
        field("trace", Shape::Object(&OPERATION)),
        field("servers", Shape::Array(&Shape::Object(&SERVER))),
        field("parameters", PARAMETERS),
    ],
    rule: no_rule,
};

// OAS 3.0.3, Operation Object.
pub(crate) static OPERATION: Table = Table {
    name: "Operation Object",
    fields: &[
        field("tags", Shape::Array(&Shape::String)),
        field("summary", Shape::String),
        field("description", Shape::String),
        field("externalDocs", Shape::Object(&EXTERNAL_DOCS)),
        field("operationId", Shape::String),
        field("parameters", PARAMETERS),
        field("requestBody", Shape::Component(ComponentKind::RequestBody)),
        needed(
            "responses",
            Shape::Patterned(&RESPONSES),
            Need::OrEmptyObject,
        ),
        field(
            "callbacks",
            Shape::Map(&Shape::Component(ComponentKind::Callback)),
        ),
        field("deprecated", Shape::Bool),
        field("security", SECURITY),
        field("servers", Shape::Array(&Shape::Object(&SERVER))),
    ],
    rule: no_rule,
};

const PARAMETERS: Shape = Shape::Array(&Shape::Component(ComponentKind::Parameter));

// OAS 3.0.3, Responses Object.
pub(crate) static RESPONSES: PatternedTable = PatternedTable {
    name: "Responses Object",
    accepts: |key| key == "default" || is_status(key),
    mend: |key| {
        // `200 OK` too.
        let meant = match key.split_whitespace().next().unwrap_or_default() {
            word if word.eq_ignore_ascii_case("default") => "default".to_owned(),
            status => status.to_ascii_uppercase(),
        };
        (meant == "default" || is_status(&meant)).then_some(meant)
    },
    keys: "a status such as `200`, a range such as `4XX`, or `default`",
    shape: Shape::Component(ComponentKind::Response),
};

fn is_status(key: &str) -> bool {
    match key.as_bytes() {
        [b'1'..=b'5', b'X', b'X'] => true,
        [b'1'..=b'9', rest @ ..] => rest.len() == 2 && rest.iter().all(u8::is_ascii_digit),
        _ => false,
    }
}
