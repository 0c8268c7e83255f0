//! The types of a table: an OpenAPI object is described by its fields and the shape of each.

use crate::diagnostic::Diagnostics;
use crate::read::syntax::node::Node;
use crate::source::Location;

/// An object with fixed fields. Keys that start with `x-` are allowed in all of them.
pub(crate) struct Table {
    /// The object's name in the standard: `Parameter Object`.
    pub(crate) name: &'static str,
    /// The fields in the order of the standard.
    pub(crate) fields: &'static [Field],
    /// Checks what the fields must satisfy together.
    pub(crate) rule: Option<Rule>,
}

impl Table {
    /// Returns the field with a key.
    pub(crate) fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }
}

/// Checks an object whose fields are valid one by one.
pub(crate) type Rule = fn(&mut Node, &Location, &mut Diagnostics) -> Retain;

/// A key and the shape of its value.
pub(crate) struct Field {
    pub(crate) key: &'static str,
    pub(crate) shape: Shape,
    pub(crate) requirement: Requirement,
}

/// What is done about an object without a field.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Requirement {
    /// Nothing: the field is optional.
    Optional,
    /// The object is removed.
    Required,
    /// The object gets an empty string or an empty object, depending on the field's shape.
    Defaulted,
}

/// The shape of a value.
#[derive(Clone, Copy)]
pub(crate) enum Shape {
    /// Any JSON value.
    Any,
    String,
    Bool,
    Number,
    /// An integer from 0.
    Unsigned,
    /// One of these strings.
    Enum(&'static [&'static str]),
    /// An object with fixed fields.
    Object(&'static Table),
    /// A component of this kind, or a reference to one.
    Component(ComponentKind),
    Array(&'static Shape),
    /// An object with any keys.
    Map(&'static Shape),
    /// An object whose keys are the names of components of this kind.
    ComponentMap(ComponentKind),
    /// An object whose keys follow a pattern.
    Patterned(&'static PatternedTable),
    /// `true`, `false` or a schema.
    BoolOrSchema,
}

impl Shape {
    /// Returns whether a value of this shape can contain objects that a table describes.
    pub(crate) fn contains_objects(self) -> bool {
        match self {
            Self::Any
            | Self::String
            | Self::Bool
            | Self::Number
            | Self::Unsigned
            | Self::Enum(_) => false,
            Self::Array(value) | Self::Map(value) => value.contains_objects(),
            Self::Object(_)
            | Self::Component(_)
            | Self::ComponentMap(_)
            | Self::Patterned(_)
            | Self::BoolOrSchema => true,
        }
    }
}

/// An object whose keys follow a pattern. Keys that start with `x-` are allowed as well.
pub(crate) struct PatternedTable {
    /// The object's name in the standard: `Paths Object`.
    pub(crate) name: &'static str,
    /// Returns whether a key follows the pattern.
    pub(crate) accepts: fn(&str) -> bool,
    /// Returns the key that was probably meant by one that isn't accepted.
    pub(crate) repair: fn(&str) -> Option<String>,
    /// The pattern in words, for a diagnostic.
    pub(crate) expected: &'static str,
    /// The shape of the values.
    pub(crate) shape: Shape,
}

impl PatternedTable {
    /// Returns a key that follows the pattern as it is, and any other key repaired if possible.
    pub(crate) fn repaired_key(&self, key: &str) -> String {
        let repaired = (!(self.accepts)(key)).then(|| (self.repair)(key));
        repaired.flatten().unwrap_or_else(|| key.to_owned())
    }
}

/// The kinds of objects that a reference can refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ComponentKind {
    Schema,
    Response,
    Parameter,
    Example,
    RequestBody,
    Header,
    SecurityScheme,
    Link,
    Callback,
    /// A component since OpenAPI 3.1.
    PathItem,
}

impl ComponentKind {
    /// Every kind, in the order of the standard.
    pub(crate) const ALL: [Self; 10] = [
        Self::Schema,
        Self::Response,
        Self::Parameter,
        Self::Example,
        Self::RequestBody,
        Self::Header,
        Self::SecurityScheme,
        Self::Link,
        Self::Callback,
        Self::PathItem,
    ];

    /// Returns the key of the Components Object that contains the components of this kind.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Schema => "schemas",
            Self::Response => "responses",
            Self::Parameter => "parameters",
            Self::Example => "examples",
            Self::RequestBody => "requestBodies",
            Self::Header => "headers",
            Self::SecurityScheme => "securitySchemes",
            Self::Link => "links",
            Self::Callback => "callbacks",
            Self::PathItem => "pathItems",
        }
    }

    /// Returns the kind with its article, for a diagnostic.
    pub(crate) fn with_article(self) -> &'static str {
        match self {
            Self::Schema => "a schema",
            Self::Response => "a response",
            Self::Parameter => "a parameter",
            Self::Example => "an example",
            Self::RequestBody => "a request body",
            Self::Header => "a header",
            Self::SecurityScheme => "a security scheme",
            Self::Link => "a link",
            Self::Callback => "a callback",
            Self::PathItem => "a path item",
        }
    }
}

/// Whether a node stays in the document.
#[derive(Clone, Copy, PartialEq, Eq)]
#[must_use]
pub(crate) enum Retain {
    Keep,
    /// The node is removed; the reason was reported.
    Drop,
}

/// Creates an optional field.
pub(crate) const fn optional(key: &'static str, shape: Shape) -> Field {
    field(key, shape, Requirement::Optional)
}

/// Creates a field without which the object is removed.
pub(crate) const fn required(key: &'static str, shape: Shape) -> Field {
    field(key, shape, Requirement::Required)
}

/// Creates a field that the standard requires, and that is empty where it is missing.
pub(crate) const fn defaulted(key: &'static str, shape: Shape) -> Field {
    field(key, shape, Requirement::Defaulted)
}

const fn field(key: &'static str, shape: Shape, requirement: Requirement) -> Field {
    Field {
        key,
        shape,
        requirement,
    }
}
