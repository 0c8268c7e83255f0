//! The document itself, and what describes it.

use super::path::PATHS;
use super::shared::{EXTERNAL_DOCS, SECURITY, SERVER};
use crate::read::grammar::table::{
    ComponentKind, Field, Need, Shape, Table, field, needed, no_rule, required,
};

// OAS 3.0.3, OpenAPI Object.
pub(crate) static OPENAPI: Table = Table {
    name: "OpenAPI Object",
    fields: &[
        required("openapi", Shape::String),
        needed("info", Shape::Object(&INFO), Need::OrEmptyObject),
        field("servers", Shape::Array(&Shape::Object(&SERVER))),
        needed("paths", Shape::Patterned(&PATHS), Need::OrEmptyObject),
        // OAS 3.1.0, OpenAPI Object.
        field(
            "webhooks",
            Shape::Map(&Shape::Component(ComponentKind::PathItem)),
        ),
        field("components", Shape::Object(&COMPONENTS)),
        field("security", SECURITY),
        field("tags", Shape::Array(&Shape::Object(&TAG))),
        field("externalDocs", Shape::Object(&EXTERNAL_DOCS)),
    ],
    rule: no_rule,
};

// OAS 3.0.3, Info Object.
static INFO: Table = Table {
    name: "Info Object",
    fields: &[
        needed("title", Shape::String, Need::OrEmptyString),
        field("description", Shape::String),
        field("termsOfService", Shape::String),
        field("contact", Shape::Object(&CONTACT)),
        field("license", Shape::Object(&LICENSE)),
        needed("version", Shape::String, Need::OrEmptyString),
    ],
    rule: no_rule,
};

// OAS 3.0.3, Contact Object.
static CONTACT: Table = Table {
    name: "Contact Object",
    fields: &[
        field("name", Shape::String),
        field("url", Shape::String),
        field("email", Shape::String),
    ],
    rule: no_rule,
};

// OAS 3.0.3, License Object.
static LICENSE: Table = Table {
    name: "License Object",
    fields: &[required("name", Shape::String), field("url", Shape::String)],
    rule: no_rule,
};

// OAS 3.0.3, Tag Object.
static TAG: Table = Table {
    name: "Tag Object",
    fields: &[
        required("name", Shape::String),
        field("description", Shape::String),
        field("externalDocs", Shape::Object(&EXTERNAL_DOCS)),
    ],
    rule: no_rule,
};

// OAS 3.0.3, Components Object.
static COMPONENTS: Table = Table {
    name: "Components Object",
    fields: &[
        names(ComponentKind::Schema),
        names(ComponentKind::Response),
        names(ComponentKind::Parameter),
        names(ComponentKind::Example),
        names(ComponentKind::RequestBody),
        names(ComponentKind::Header),
        names(ComponentKind::SecurityScheme),
        names(ComponentKind::Link),
        names(ComponentKind::Callback),
        // OAS 3.1.0, Components Object.
        names(ComponentKind::PathItem),
    ],
    rule: no_rule,
};

const fn names(kind: ComponentKind) -> Field {
    field(kind.key(), Shape::ComponentMap(kind))
}

/// What a whole document is.
pub(crate) const DOCUMENT: Shape = Shape::Object(&OPENAPI);
