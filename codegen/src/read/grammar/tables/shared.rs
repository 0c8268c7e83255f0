//! Tables that several others name.

use crate::read::grammar::table::{Shape, Table, field, no_rule, required};

// OAS 3.0.3, Security Requirement Object.
pub(crate) const SECURITY: Shape = Shape::List(&Shape::Map(&Shape::List(&Shape::Text)));

// OAS 3.0.3, Server Object.
pub(crate) static SERVER: Table = Table {
    name: "Server Object",
    fields: &[
        required("url", Shape::Text),
        field("description", Shape::Text),
        field("variables", Shape::Map(&Shape::Object(&SERVER_VARIABLE))),
    ],
    rule: no_rule,
};

// OAS 3.0.3, External Documentation Object.
pub(crate) static EXTERNAL_DOCS: Table = Table {
    name: "External Documentation Object",
    fields: &[
        field("description", Shape::Text),
        required("url", Shape::Text),
    ],
    rule: no_rule,
};

// OAS 3.0.3, Server Variable Object.
static SERVER_VARIABLE: Table = Table {
    name: "Server Variable Object",
    fields: &[
        field("enum", Shape::List(&Shape::Text)),
        required("default", Shape::Text),
        field("description", Shape::Text),
    ],
    rule: no_rule,
};
