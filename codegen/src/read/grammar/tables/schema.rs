//! Schemas.

use super::shared::EXTERNAL_DOCS;
use crate::read::grammar::rules::schema::schema;
use crate::read::grammar::table::{ComponentKind, Shape, Table, field, no_rule, required};

const ONE: Shape = Shape::Component(ComponentKind::Schema);

const SOME: Shape = Shape::Array(&Shape::Component(ComponentKind::Schema));

// OAS 3.0.3, Data Types.
const TYPES: Shape = Shape::Enum(&["string", "number", "integer", "boolean", "object", "array"]);

// OAS 3.0.3, Schema Object.
pub(crate) static SCHEMA: Table = Table {
    name: "Schema Object",
    fields: &[
        field("title", Shape::String),
        field("multipleOf", Shape::Number),
        field("maximum", Shape::Number),
        field("exclusiveMaximum", Shape::Bool),
        field("minimum", Shape::Number),
        field("exclusiveMinimum", Shape::Bool),
        field("maxLength", Shape::Unsigned),
        field("minLength", Shape::Unsigned),
        field("pattern", Shape::String),
        field("maxItems", Shape::Unsigned),
        field("minItems", Shape::Unsigned),
        field("uniqueItems", Shape::Bool),
        field("maxProperties", Shape::Unsigned),
        field("minProperties", Shape::Unsigned),
        field("required", Shape::Array(&Shape::String)),
        field("enum", Shape::Array(&Shape::Any)),
        field("type", TYPES),
        field("allOf", SOME),
        field("oneOf", SOME),
        field("anyOf", SOME),
        field("not", ONE),
        field("items", ONE),
        field("properties", Shape::Map(&ONE)),
        field("additionalProperties", Shape::BoolOrSchema),
        field("description", Shape::String),
        field("format", Shape::String),
        field("default", Shape::Any),
        field("nullable", Shape::Bool),
        field("discriminator", Shape::Object(&DISCRIMINATOR)),
        field("readOnly", Shape::Bool),
        field("writeOnly", Shape::Bool),
        field("xml", Shape::Object(&XML)),
        field("externalDocs", Shape::Object(&EXTERNAL_DOCS)),
        field("example", Shape::Any),
        field("deprecated", Shape::Bool),
    ],
    rule: schema,
};

// OAS 3.0.3, Discriminator Object.
static DISCRIMINATOR: Table = Table {
    name: "Discriminator Object",
    fields: &[
        required("propertyName", Shape::String),
        field("mapping", Shape::Map(&Shape::String)),
    ],
    rule: no_rule,
};

// OAS 3.0.3, XML Object.
static XML: Table = Table {
    name: "XML Object",
    fields: &[
        field("name", Shape::String),
        field("namespace", Shape::String),
        field("prefix", Shape::String),
        field("attribute", Shape::Bool),
        field("wrapped", Shape::Bool),
    ],
    rule: no_rule,
};
