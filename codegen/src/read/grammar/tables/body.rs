//! Tables of request bodies, responses, media types, examples and links.

use crate::read::grammar::rules::link::link;
use crate::read::grammar::rules::parameter::encoding;
use crate::read::grammar::table::{ComponentKind, Shape, Table, defaulted, optional};

use super::shared::SERVER;

pub(crate) const EXAMPLES: Shape = Shape::Map(&Shape::Component(ComponentKind::Example));

pub(crate) const CONTENT: Shape = Shape::Map(&Shape::Object(&MEDIA_TYPE));

const HEADERS: Shape = Shape::Map(&Shape::Component(ComponentKind::Header));

// OAS 3.0.3, Request Body Object.
pub(crate) static REQUEST_BODY: Table = Table {
    name: "Request Body Object",
    fields: &[
        optional("description", Shape::String),
        defaulted("content", CONTENT),
        optional("required", Shape::Bool),
    ],
    rule: None,
};

// OAS 3.0.3, Media Type Object.
pub(crate) static MEDIA_TYPE: Table = Table {
    name: "Media Type Object",
    fields: &[
        optional("schema", Shape::Component(ComponentKind::Schema)),
        optional("example", Shape::Any),
        optional("examples", EXAMPLES),
        optional("encoding", Shape::Map(&Shape::Object(&ENCODING))),
    ],
    rule: None,
};

// OAS 3.0.3, Encoding Object.
static ENCODING: Table = Table {
    name: "Encoding Object",
    fields: &[
        optional("contentType", Shape::String),
        optional("headers", HEADERS),
        optional(
            "style",
            Shape::Enum(&["form", "spaceDelimited", "pipeDelimited", "deepObject"]),
        ),
        optional("explode", Shape::Bool),
        optional("allowReserved", Shape::Bool),
    ],
    rule: Some(encoding),
};

// OAS 3.0.3, Response Object. A missing description is repaired before, by `repair::response`.
pub(crate) static RESPONSE: Table = Table {
    name: "Response Object",
    fields: &[
        defaulted("description", Shape::String),
        optional("headers", HEADERS),
        optional("content", CONTENT),
        optional("links", Shape::Map(&Shape::Component(ComponentKind::Link))),
    ],
    rule: None,
};

// OAS 3.0.3, Example Object.
pub(crate) static EXAMPLE: Table = Table {
    name: "Example Object",
    fields: &[
        optional("summary", Shape::String),
        optional("description", Shape::String),
        optional("value", Shape::Any),
        optional("externalValue", Shape::String),
    ],
    rule: None,
};

// OAS 3.0.3, Link Object.
pub(crate) static LINK: Table = Table {
    name: "Link Object",
    fields: &[
        optional("operationRef", Shape::String),
        optional("operationId", Shape::String),
        optional("parameters", Shape::Map(&Shape::Any)),
        optional("requestBody", Shape::Any),
        optional("description", Shape::String),
        optional("server", Shape::Object(&SERVER)),
    ],
    rule: Some(link),
};
