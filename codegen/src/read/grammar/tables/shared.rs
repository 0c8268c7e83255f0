//! Tables that several others name.

use crate::read::grammar::table::{Shape, Table, field, no_rule, required};

// OAS 3.0.3, Security Requirement Object.
pub(crate) const SECURITY: Shape = Shape::Array(&Shape::Map(&Shape::Array(&Shape::String)));

// OAS 3.0.3, Server Object.
pub(crate) static SERVER: Table = Table {
    name: "Server Object",
    fields: &[
        required("url", Shape::String),
        field("description", Shape::String),
        field("variables", Shape::Map(&Shape::Object(&SERVER_VARIABLE))),
    ],
    rule: no_rule,
};

// OAS 3.0.3, External Documentation Object.
pub(crate) static EXTERNAL_DOCS: Table = Table {
    name: "External Documentation Object",
    fields: &[
        field("description", Shape::String),
        required("url", Shape::String),
    ],
    rule: no_rule,
};

// OAS 3.0.3, Server Variable Object.
static SERVER_VARIABLE: Table = Table {
    name: "Server Variable Object",
    fields: &[
        field("enum", Shape::Array(&Shape::String)),
        required("default", Shape::String),
        field("description", Shape::String),
    ],
    rule: no_rule,
};
