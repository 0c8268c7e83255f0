//! The document itself, and what describes it.

use super::path::PATHS;
use super::shared::{EXTERNAL_DOCS, SECURITY, SERVER};
use crate::read::grammar::table::{
    Field, Kind, Need, Shape, Table, field, needed, no_rule, required,
};

// OAS 3.0.3, OpenAPI Object.
pub(crate) static OPENAPI: Table = Table {
    name: "OpenAPI Object",
    fields: &[
        required("openapi", Shape::Text),
        needed("info", Shape::Object(&INFO), Need::OrEmptyObject),
        field("servers", Shape::List(&Shape::Object(&SERVER))),
        needed("paths", Shape::Keyed(&PATHS), Need::OrEmptyObject),
        // OAS 3.1.0, OpenAPI Object.
        field("webhooks", Shape::Map(&Shape::Component(Kind::PathItem))),
        field("components", Shape::Object(&COMPONENTS)),
        field("security", SECURITY),
        field("tags", Shape::List(&Shape::Object(&TAG))),
        field("externalDocs", Shape::Object(&EXTERNAL_DOCS)),
    ],
    rule: no_rule,
};

// OAS 3.0.3, Info Object.
static INFO: Table = Table {
    name: "Info Object",
    fields: &[
        needed("title", Shape::Text, Need::OrEmptyText),
        field("description", Shape::Text),
        field("termsOfService", Shape::Text),
        field("contact", Shape::Object(&CONTACT)),
        field("license", Shape::Object(&LICENSE)),
        needed("version", Shape::Text, Need::OrEmptyText),
    ],
    rule: no_rule,
};

// OAS 3.0.3, Contact Object.
static CONTACT: Table = Table {
    name: "Contact Object",
    fields: &[
        field("name", Shape::Text),
        field("url", Shape::Text),
        field("email", Shape::Text),
    ],
    rule: no_rule,
};

// OAS 3.0.3, License Object.
static LICENSE: Table = Table {
    name: "License Object",
    fields: &[required("name", Shape::Text), field("url", Shape::Text)],
    rule: no_rule,
};

// OAS 3.0.3, Tag Object.
static TAG: Table = Table {
    name: "Tag Object",
    fields: &[
        required("name", Shape::Text),
        field("description", Shape::Text),
        field("externalDocs", Shape::Object(&EXTERNAL_DOCS)),
    ],
    rule: no_rule,
};

// OAS 3.0.3, Components Object.
static COMPONENTS: Table = Table {
    name: "Components Object",
    fields: &[
        names(Kind::Schema),
        names(Kind::Response),
        names(Kind::Parameter),
        names(Kind::Example),
        names(Kind::RequestBody),
        names(Kind::Header),
        names(Kind::SecurityScheme),
        names(Kind::Link),
        names(Kind::Callback),
        // OAS 3.1.0, Components Object.
        names(Kind::PathItem),
    ],
    rule: no_rule,
};

const fn names(kind: Kind) -> Field {
    field(kind.key(), Shape::Names(kind))
}

/// What a whole document is.
pub(crate) const DOCUMENT: Shape = Shape::Object(&OPENAPI);
