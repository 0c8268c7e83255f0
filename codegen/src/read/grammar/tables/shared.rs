//! Tables that several other tables contain.

use crate::read::grammar::table::{Shape, Table, optional, required};

// OAS 3.0.3, Security Requirement Object.
pub(crate) const SECURITY: Shape = Shape::Array(&Shape::Map(&Shape::Array(&Shape::String)));

// OAS 3.0.3, Server Object.
pub(crate) static SERVER: Table = Table {
    name: "Server Object",
    fields: &[
        required("url", Shape::String),
        optional("description", Shape::String),
        optional("variables", Shape::Map(&Shape::Object(&SERVER_VARIABLE))),
    ],
    rule: None,
};

// OAS 3.0.3, External Documentation Object.
pub(crate) static EXTERNAL_DOCS: Table = Table {
    name: "External Documentation Object",
    fields: &[
        optional("description", Shape::String),
        required("url", Shape::String),
    ],
    rule: None,
};

// OAS 3.0.3, Server Variable Object.
static SERVER_VARIABLE: Table = Table {
    name: "Server Variable Object",
    fields: &[
        optional("enum", Shape::Array(&Shape::String)),
        required("default", Shape::String),
        optional("description", Shape::String),
    ],
    rule: None,
};
