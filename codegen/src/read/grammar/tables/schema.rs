//! Tables of schemas.

use crate::read::grammar::rules::schema::schema;
use crate::read::grammar::table::{ComponentKind, Shape, Table, optional, required};

use super::shared::EXTERNAL_DOCS;

const SCHEMA_OR_REF: Shape = Shape::Component(ComponentKind::Schema);

const SCHEMAS: Shape = Shape::Array(&Shape::Component(ComponentKind::Schema));

// OAS 3.0.3, Data Types.
const TYPES: Shape = Shape::Enum(&["string", "number", "integer", "boolean", "object", "array"]);

// OAS 3.0.3, Schema Object.
pub(crate) static SCHEMA: Table = Table {
    name: "Schema Object",
    fields: &[
        optional("title", Shape::String),
        optional("multipleOf", Shape::Number),
        optional("maximum", Shape::Number),
        optional("exclusiveMaximum", Shape::Bool),
        optional("minimum", Shape::Number),
        optional("exclusiveMinimum", Shape::Bool),
        optional("maxLength", Shape::Unsigned),
        optional("minLength", Shape::Unsigned),
        optional("pattern", Shape::String),
        optional("maxItems", Shape::Unsigned),
        optional("minItems", Shape::Unsigned),
        optional("uniqueItems", Shape::Bool),
        optional("maxProperties", Shape::Unsigned),
        optional("minProperties", Shape::Unsigned),
        optional("required", Shape::Array(&Shape::String)),
        optional("enum", Shape::Array(&Shape::Any)),
        optional("type", TYPES),
        optional("allOf", SCHEMAS),
        optional("oneOf", SCHEMAS),
        optional("anyOf", SCHEMAS),
        optional("not", SCHEMA_OR_REF),
        optional("items", SCHEMA_OR_REF),
        optional("properties", Shape::Map(&SCHEMA_OR_REF)),
        optional("additionalProperties", Shape::BoolOrSchema),
        optional("description", Shape::String),
        optional("format", Shape::String),
        optional("default", Shape::Any),
        optional("nullable", Shape::Bool),
        optional("discriminator", Shape::Object(&DISCRIMINATOR)),
        optional("readOnly", Shape::Bool),
        optional("writeOnly", Shape::Bool),
        optional("xml", Shape::Object(&XML)),
        optional("externalDocs", Shape::Object(&EXTERNAL_DOCS)),
        optional("example", Shape::Any),
        optional("deprecated", Shape::Bool),
    ],
    rule: Some(schema),
};

// OAS 3.0.3, Discriminator Object.
static DISCRIMINATOR: Table = Table {
    name: "Discriminator Object",
    fields: &[
        required("propertyName", Shape::String),
        optional("mapping", Shape::Map(&Shape::String)),
    ],
    rule: None,
};

// OAS 3.0.3, XML Object.
static XML: Table = Table {
    name: "XML Object",
    fields: &[
        optional("name", Shape::String),
        optional("namespace", Shape::String),
        optional("prefix", Shape::String),
        optional("attribute", Shape::Bool),
        optional("wrapped", Shape::Bool),
    ],
    rule: None,
};
