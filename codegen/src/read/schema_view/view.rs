//! The flat view of a schema.

use indexmap::IndexMap;
use openapiv3::Discriminator;
use serde_json::Value;

use crate::source::Location;

use super::Located;
use super::schema_ref::SchemaRef;

/// All keywords of a schema.
#[derive(Clone, Debug)]
pub struct View<'d> {
    /// The location of the schema.
    pub at: Location,
    /// `type`
    pub json_type: Option<JsonType>,
    /// `format`, as the document has it.
    pub format: Option<&'d str>,
    /// `enum`; empty if there is none. Null is `Value::Null`.
    pub enumeration: Vec<Value>,
    /// `minimum`
    pub minimum: Option<f64>,
    /// `maximum`
    pub maximum: Option<f64>,
    /// `properties`, in the document's order.
    pub properties: Vec<(&'d str, SchemaRef<'d>)>,
    /// `required`
    pub required: &'d [String],
    /// `additionalProperties`
    pub additional: Additional<'d>,
    /// `items`
    pub items: Option<SchemaRef<'d>>,
    /// `allOf`; empty if there is none.
    pub all_of: Vec<SchemaRef<'d>>,
    /// `oneOf`; empty if there is none.
    pub one_of: Vec<SchemaRef<'d>>,
    /// `anyOf`; empty if there is none.
    pub any_of: Vec<SchemaRef<'d>>,
    /// `not`
    pub not: Option<SchemaRef<'d>>,
    /// `discriminator`
    pub discriminator: Option<Located<'d, Discriminator>>,
    /// `nullable`
    pub nullable: bool,
    /// `readOnly`
    pub read_only: bool,
    /// `writeOnly`
    pub write_only: bool,
    /// `deprecated`
    pub deprecated: bool,
    /// `default`
    pub default: Option<Located<'d, Value>>,
    /// `example`
    pub example: Option<Located<'d, Value>>,
    /// `title`
    pub title: Option<&'d str>,
    /// `description`
    pub description: Option<&'d str>,
    /// The constraints as documentation, such as `maxLength: 100`, in the order of the standard.
    /// `format`, `default` and `enum` have fields of their own.
    pub notes: Vec<String>,
    /// All keys that start with `x-`.
    pub extensions: &'d IndexMap<String, Value>,
}

/// The values of `type` in OpenAPI 3.0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the standard's own")]
pub enum JsonType {
    String,
    Number,
    Integer,
    Boolean,
    Object,
    Array,
}

/// The value of `additionalProperties`.
#[derive(Clone, Debug)]
pub enum Additional<'d> {
    /// There is none.
    Absent,
    /// `true` or `false`.
    Allowed(bool),
    /// The schema of all additional properties.
    Schema(SchemaRef<'d>),
}
