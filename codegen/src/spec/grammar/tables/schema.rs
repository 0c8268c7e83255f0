//! Schemas.

use super::super::rules::schema::schema;
use super::super::table::{Kind, Shape, Table, field, no_rule, required, told};
use super::root::EXTERNAL_DOCS;

const ONE: Shape = Shape::Component(Kind::Schema);

const SOME: Shape = Shape::List(&Shape::Component(Kind::Schema));

// OAS 3.0.3, Data Types.
const TYPES: Shape = Shape::Word(&["string", "number", "integer", "boolean", "object", "array"]);

// OAS 3.0.3, Schema Object.
pub(crate) static SCHEMA: Table = Table {
    name: "Schema Object",
    fields: &[
        told("title", Shape::Text),
        told("multipleOf", Shape::Number),
        told("maximum", Shape::Number),
        told("exclusiveMaximum", Shape::Bool),
        told("minimum", Shape::Number),
        told("exclusiveMinimum", Shape::Bool),
        told("maxLength", Shape::Count),
        told("minLength", Shape::Count),
        told("pattern", Shape::Text),
        told("maxItems", Shape::Count),
        told("minItems", Shape::Count),
        told("uniqueItems", Shape::Bool),
        told("maxProperties", Shape::Count),
        told("minProperties", Shape::Count),
        told("required", Shape::List(&Shape::Text)),
        field("enum", Shape::List(&Shape::Any)),
        told("type", TYPES),
        field("allOf", SOME),
        field("oneOf", SOME),
        field("anyOf", SOME),
        field("not", ONE),
        field("items", ONE),
        field("properties", Shape::Map(&ONE)),
        field("additionalProperties", Shape::BoolOrSchema),
        told("description", Shape::Text),
        told("format", Shape::Text),
        field("default", Shape::Any),
        field("nullable", Shape::Bool),
        told("discriminator", Shape::Object(&DISCRIMINATOR)),
        told("readOnly", Shape::Bool),
        told("writeOnly", Shape::Bool),
        told("xml", Shape::Object(&XML)),
        told("externalDocs", Shape::Object(&EXTERNAL_DOCS)),
        told("example", Shape::Any),
        told("deprecated", Shape::Bool),
    ],
    rule: schema,
};

// OAS 3.0.3, Discriminator Object.
static DISCRIMINATOR: Table = Table {
    name: "Discriminator Object",
    fields: &[
        required("propertyName", Shape::Text),
        field("mapping", Shape::Map(&Shape::Text)),
    ],
    rule: no_rule,
};

// OAS 3.0.3, XML Object.
static XML: Table = Table {
    name: "XML Object",
    fields: &[
        field("name", Shape::Text),
        field("namespace", Shape::Text),
        field("prefix", Shape::Text),
        field("attribute", Shape::Bool),
        field("wrapped", Shape::Bool),
    ],
    rule: no_rule,
};
