//! Tables of parameters and headers.

use crate::read::grammar::rules::parameter::{header, parameter};
use crate::read::grammar::table::{ComponentKind, Shape, Table, optional, required};

use super::body::{CONTENT, EXAMPLES};

// OAS 3.0.3, Parameter Object, Parameter Locations.
const LOCATIONS: Shape = Shape::Enum(&["query", "header", "path", "cookie"]);

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
        required("in", LOCATIONS),
        optional("description", Shape::String),
        optional("required", Shape::Bool),
        optional("deprecated", Shape::Bool),
        optional("allowEmptyValue", Shape::Bool),
        optional("style", STYLES),
        optional("explode", Shape::Bool),
        optional("allowReserved", Shape::Bool),
        optional("schema", Shape::Component(ComponentKind::Schema)),
        optional("example", Shape::Any),
        optional("examples", EXAMPLES),
        optional("content", CONTENT),
    ],
    rule: Some(parameter),
};

// OAS 3.0.3, Header Object: "name" and "in" must not be there.
pub(crate) static HEADER: Table = Table {
    name: "Header Object",
    fields: &[
        optional("description", Shape::String),
        optional("required", Shape::Bool),
        optional("deprecated", Shape::Bool),
        optional("allowEmptyValue", Shape::Bool),
        optional("style", Shape::Enum(&["simple"])),
        optional("explode", Shape::Bool),
        optional("allowReserved", Shape::Bool),
        optional("schema", Shape::Component(ComponentKind::Schema)),
        optional("example", Shape::Any),
        optional("examples", EXAMPLES),
        optional("content", CONTENT),
    ],
    rule: Some(header),
};
