//! Schemas.

use super::shared::EXTERNAL_DOCS;
use crate::read::grammar::rules::schema::schema;
use crate::read::grammar::table::{Kind, Shape, Table, field, no_rule, required};

const ONE: Shape = Shape::Component(Kind::Schema);

const SOME: Shape = Shape::List(&Shape::Component(Kind::Schema));

// OAS 3.0.3, Data Types.
const TYPES: Shape = Shape::Word(&["string", "number", "integer", "boolean", "object", "array"]);

// OAS 3.0.3, Schema Object.
pub(crate) static SCHEMA: Table = Table {
    name: "Schema Object",
    fields: &[
        field("title", Shape::Text),
        field("multipleOf", Shape::Number),
        field("maximum", Shape::Number),
        field("exclusiveMaximum", Shape::Bool),
        field("minimum", Shape::Number),
        field("exclusiveMinimum", Shape::Bool),
        field("maxLength", Shape::Count),
        field("minLength", Shape::Count),
        field("pattern", Shape::Text),
        field("maxItems", Shape::Count),
        field("minItems", Shape::Count),
        field("uniqueItems", Shape::Bool),
        field("maxProperties", Shape::Count),
        field("minProperties", Shape::Count),
        field("required", Shape::List(&Shape::Text)),
        field("enum", Shape::List(&Shape::Any)),
        field("type", TYPES),
        field("allOf", SOME),
        field("oneOf", SOME),
        field("anyOf", SOME),
        field("not", ONE),
        field("items", ONE),
        field("properties", Shape::Map(&ONE)),
        field("additionalProperties", Shape::BoolOrSchema),
        field("description", Shape::Text),
        field("format", Shape::Text),
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
