//! Tables of the document itself and of its metadata.

use crate::read::grammar::table::{
    ComponentKind, Field, Shape, Table, defaulted, optional, required,
};

use super::path::PATHS;
use super::shared::{EXTERNAL_DOCS, SECURITY, SERVER};

// OAS 3.0.3, OpenAPI Object.
pub(crate) static OPENAPI: Table = Table {
    name: "OpenAPI Object",
    fields: &[
        required("openapi", Shape::String),
        defaulted("info", Shape::Object(&INFO)),
        optional("servers", Shape::Array(&Shape::Object(&SERVER))),
        defaulted("paths", Shape::Patterned(&PATHS)),
        // OAS 3.1.0, OpenAPI Object.
        optional(
            "webhooks",
            Shape::Map(&Shape::Component(ComponentKind::PathItem)),
        ),
        optional("components", Shape::Object(&COMPONENTS)),
        optional("security", SECURITY),
        optional("tags", Shape::Array(&Shape::Object(&TAG))),
        optional("externalDocs", Shape::Object(&EXTERNAL_DOCS)),
    ],
    rule: None,
};

// OAS 3.0.3, Info Object.
static INFO: Table = Table {
    name: "Info Object",
    fields: &[
        defaulted("title", Shape::String),
        optional("description", Shape::String),
        optional("termsOfService", Shape::String),
        optional("contact", Shape::Object(&CONTACT)),
        optional("license", Shape::Object(&LICENSE)),
        defaulted("version", Shape::String),
    ],
    rule: None,
};

// OAS 3.0.3, Contact Object.
static CONTACT: Table = Table {
    name: "Contact Object",
    fields: &[
        optional("name", Shape::String),
        optional("url", Shape::String),
        optional("email", Shape::String),
    ],
    rule: None,
};

// OAS 3.0.3, License Object.
static LICENSE: Table = Table {
    name: "License Object",
    fields: &[
        required("name", Shape::String),
        optional("url", Shape::String),
    ],
    rule: None,
};

// OAS 3.0.3, Tag Object.
static TAG: Table = Table {
    name: "Tag Object",
    fields: &[
        required("name", Shape::String),
        optional("description", Shape::String),
        optional("externalDocs", Shape::Object(&EXTERNAL_DOCS)),
    ],
    rule: None,
};

// OAS 3.0.3, Components Object.
static COMPONENTS: Table = Table {
    name: "Components Object",
    fields: &[
        components(ComponentKind::Schema),
        components(ComponentKind::Response),
        components(ComponentKind::Parameter),
        components(ComponentKind::Example),
        components(ComponentKind::RequestBody),
        components(ComponentKind::Header),
        components(ComponentKind::SecurityScheme),
        components(ComponentKind::Link),
        components(ComponentKind::Callback),
        // OAS 3.1.0, Components Object.
        components(ComponentKind::PathItem),
    ],
    rule: None,
};

/// Creates the field of the Components Object for a kind of component.
const fn components(kind: ComponentKind) -> Field {
    optional(kind.key(), Shape::ComponentMap(kind))
}

/// The shape of a whole document.
pub(crate) const DOCUMENT: Shape = Shape::Object(&OPENAPI);
