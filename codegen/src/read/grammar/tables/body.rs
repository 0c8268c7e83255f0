//! Request bodies, responses, and what they carry.

use super::shared::SERVER;
use crate::read::grammar::rules::link::link;
use crate::read::grammar::rules::parameter::encoding;
use crate::read::grammar::table::{ComponentKind, Need, Shape, Table, field, needed, no_rule};

pub(crate) const EXAMPLES: Shape = Shape::Map(&Shape::Component(ComponentKind::Example));

pub(crate) const CONTENT: Shape = Shape::Map(&Shape::Object(&MEDIA_TYPE));

const HEADERS: Shape = Shape::Map(&Shape::Component(ComponentKind::Header));

// OAS 3.0.3, Request Body Object.
pub(crate) static REQUEST_BODY: Table = Table {
    name: "Request Body Object",
    fields: &[
        field("description", Shape::String),
        needed("content", CONTENT, Need::OrEmptyObject),
        field("required", Shape::Bool),
    ],
    rule: no_rule,
};

// OAS 3.0.3, Media Type Object.
pub(crate) static MEDIA_TYPE: Table = Table {
    name: "Media Type Object",
    fields: &[
        field("schema", Shape::Component(ComponentKind::Schema)),
        field("example", Shape::Any),
        field("examples", EXAMPLES),
        field("encoding", Shape::Map(&Shape::Object(&ENCODING))),
    ],
    rule: no_rule,
};

// OAS 3.0.3, Encoding Object.
static ENCODING: Table = Table {
    name: "Encoding Object",
    fields: &[
        field("contentType", Shape::String),
        field("headers", HEADERS),
        field(
            "style",
            Shape::Enum(&["form", "spaceDelimited", "pipeDelimited", "deepObject"]),
        ),
        field("explode", Shape::Bool),
        field("allowReserved", Shape::Bool),
    ],
    rule: encoding,
};

// OAS 3.0.3, Response Object. A missing description is repaired before: `repair::description`.
pub(crate) static RESPONSE: Table = Table {
    name: "Response Object",
    fields: &[
        needed("description", Shape::String, Need::OrEmptyString),
        field("headers", HEADERS),
        field("content", CONTENT),
        field("links", Shape::Map(&Shape::Component(ComponentKind::Link))),
    ],
    rule: no_rule,
};

// OAS 3.0.3, Example Object.
pub(crate) static EXAMPLE: Table = Table {
    name: "Example Object",
    fields: &[
        field("summary", Shape::String),
        field("description", Shape::String),
        field("value", Shape::Any),
        field("externalValue", Shape::String),
    ],
    rule: no_rule,
};

// OAS 3.0.3, Link Object.
pub(crate) static LINK: Table = Table {
    name: "Link Object",
    fields: &[
        field("operationRef", Shape::String),
        field("operationId", Shape::String),
        field("parameters", Shape::Map(&Shape::Any)),
        field("requestBody", Shape::Any),
        field("description", Shape::String),
        field("server", Shape::Object(&SERVER)),
    ],
    rule: link,
};
