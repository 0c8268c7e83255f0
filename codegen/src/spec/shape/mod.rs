//! One flat view of a schema. Nobody else reads its keywords.

mod flatten;
mod notes;
mod schema_ref;

use serde_json::Value;

use super::Located;
use super::model::{Extensions, Schema};
use crate::source::At;

pub use schema_ref::SchemaRef;

/// A schema's keywords, all in one place.
#[derive(Clone, Debug)]
pub struct View<'d> {
    /// Where the schema stands.
    pub at: At,
    /// `type`
    pub json_type: Option<JsonType>,
    /// `format`, as it is written.
    pub format: Option<&'d str>,
    /// `enum`; empty where there is none. Null among them is `Value::Null`.
    pub enumeration: Vec<Value>,
    /// `minimum`
    pub minimum: Option<f64>,
    /// `maximum`
    pub maximum: Option<f64>,
    /// `properties`, in the document's order.
    pub properties: Vec<(&'d str, SchemaRef<'d>)>,
    /// `required`
    pub required: Vec<&'d str>,
    /// `additionalProperties`
    pub additional: Additional<'d>,
    /// `items`
    pub items: Option<SchemaRef<'d>>,
    /// `allOf`; empty where there is none.
    pub all_of: Vec<SchemaRef<'d>>,
    /// `oneOf`; empty where there is none.
    pub one_of: Vec<SchemaRef<'d>>,
    /// `anyOf`; empty where there is none.
    pub any_of: Vec<SchemaRef<'d>>,
    /// `not`
    pub not: Option<SchemaRef<'d>>,
    /// `discriminator`
    pub discriminator: Option<Discriminator<'d>>,
    /// `nullable`
    pub nullable: bool,
    /// `readOnly`
    pub read_only: bool,
    /// `writeOnly`
    pub write_only: bool,
    /// `deprecated`
    pub deprecated: bool,
    /// `default`
    pub default: Option<Value>,
    /// `example`
    pub example: Option<Value>,
    /// `title`
    pub title: Option<&'d str>,
    /// `description`
    pub description: Option<&'d str>,
    /// Constraints in OpenAPI's own words, `maxLength: 100`, in the order of the standard. `format`, `default` and
    /// `enum` have fields of their own.
    pub notes: Vec<String>,
    /// All keys that start with `x-`.
    pub extensions: Extensions,
}

/// What `type` may be in OpenAPI 3.0.
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

/// What `additionalProperties` says.
#[derive(Clone, Debug)]
pub enum Additional<'d> {
    /// Nothing.
    Absent,
    /// `true` or `false`.
    Allowed(bool),
    /// A schema that they all fit.
    Schema(SchemaRef<'d>),
}

/// What `discriminator` says.
#[derive(Clone, Debug)]
pub struct Discriminator<'d> {
    /// `propertyName`
    pub property_name: &'d str,
    /// `mapping`, in the document's order.
    pub mapping: Vec<(&'d str, &'d str)>,
}

/// The `discriminator` of a schema, for whoever asks for nothing else.
#[must_use]
pub fn discriminator(schema: &Schema) -> Option<Discriminator<'_>> {
    schema.get("discriminator").map(flatten::discriminator)
}

/// What tells of a value, and asks nothing of it but for null.
const TOLD: [&str; 10] = [
    "nullable",
    "readOnly",
    "writeOnly",
    "deprecated",
    "externalDocs",
    "example",
    "title",
    "description",
    "discriminator",
    "default",
];

/// Whether two schemas ask the same of a value, whatever else they tell of it.
#[must_use]
pub fn ask_the_same(first: &Schema, second: &Schema) -> bool {
    let mut all = asked(first);
    asked(first).count() == asked(second).count()
        && all.all(|(key, value)| second.get(key) == Some(value))
}

fn asked(schema: &Schema) -> impl Iterator<Item = (&str, &Schema)> {
    let object = schema.as_object().into_iter();
    let members = object.flat_map(|object| object.members.iter());
    members.filter(|(key, _)| !key.starts_with("x-") && !TOLD.contains(key))
}

/// The keywords of a schema.
#[must_use]
pub fn view<'d>(schema: &Located<'d, Schema>) -> View<'d> {
    let mut view = View::nothing(schema.at.clone());
    let members = schema.value.as_object().into_iter();
    for (key, value) in members.flat_map(|object| object.members.iter()) {
        flatten::keyword(key, value, &mut view);
    }
    if view.json_type == Some(JsonType::Number) {
        flatten::whole(&mut view.enumeration);
    }
    view.notes = notes::notes(schema.value);
    view
}

impl View<'_> {
    /// That of a schema that says nothing.
    fn nothing(at: At) -> Self {
        Self {
            at,
            json_type: None,
            format: None,
            enumeration: Vec::new(),
            minimum: None,
            maximum: None,
            properties: Vec::new(),
            required: Vec::new(),
            additional: Additional::Absent,
            items: None,
            all_of: Vec::new(),
            one_of: Vec::new(),
            any_of: Vec::new(),
            not: None,
            discriminator: None,
            nullable: false,
            read_only: false,
            write_only: false,
            deprecated: false,
            default: None,
            example: None,
            title: None,
            description: None,
            notes: Vec::new(),
            extensions: Extensions::new(),
        }
    }
}
