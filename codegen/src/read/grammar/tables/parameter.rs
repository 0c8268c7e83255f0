//! Parameters and headers.

use super::body::{CONTENT, EXAMPLES};
use crate::read::grammar::rules::parameter::{header, parameter};
use crate::read::grammar::table::{ComponentKind, Shape, Table, field, required};

// OAS 3.0.3, Parameter Object, Parameter Locations.
const PLACES: Shape = Shape::Enum(&["query", "header", "path", "cookie"]);

// OAS 3.0.3, Parameter Object, Style Values.
const STYLES: Shape = Shape::Enum(&[
    "matrix",
    "label",
    "form",
    "simple",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
]);

// OAS 3.0.3, Parameter Object.
pub(crate) static PARAMETER: Table = Table {
    name: "Parameter Object",
    fields: &[
        required("name", Shape::String),
        required("in", PLACES),
        field("description", Shape::String),
        field("required", Shape::Bool),
        field("deprecated", Shape::Bool),
        field("allowEmptyValue", Shape::Bool),
        field("style", STYLES),
        field("explode", Shape::Bool),
        field("allowReserved", Shape::Bool),
        field("schema", Shape::Component(ComponentKind::Schema)),
        field("example", Shape::Any),
        field("examples", EXAMPLES),
        field("content", CONTENT),
    ],
    rule: parameter,
};

// OAS 3.0.3, Header Object: "name" and "in" must not be there.
pub(crate) static HEADER: Table = Table {
    name: "Header Object",
    fields: &[
        field("description", Shape::String),
        field("required", Shape::Bool),
        field("deprecated", Shape::Bool),
        field("allowEmptyValue", Shape::Bool),
        field("style", Shape::Enum(&["simple"])),
        field("explode", Shape::Bool),
        field("allowReserved", Shape::Bool),
        field("schema", Shape::Component(ComponentKind::Schema)),
        field("example", Shape::Any),
        field("examples", EXAMPLES),
        field("content", CONTENT),
    ],
    rule: header,
};
