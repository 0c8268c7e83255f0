//! How an OpenAPI object is described: its fields, and what stands in each.

use crate::diagnostic::Diagnostics;
use crate::read::syntax::node::Node;
use crate::source::Location;

/// An object with fixed fields. Keys that start with `x-` may stand in any.
pub(crate) struct Table {
    /// As the standard calls it: `Parameter Object`.
    pub(crate) name: &'static str,
    /// In the order of the standard.
    pub(crate) fields: &'static [Field],
    /// What the fields must fulfil together.
    pub(crate) rule: Rule,
}

/// Checks an object whose fields are right one by one.
pub(crate) type Rule = fn(&mut Check<'_>, &mut Node, &Location) -> Retain;

/// A key and what stands there.
pub(crate) struct Field {
    pub(crate) key: &'static str,
    pub(crate) shape: Shape,
    pub(crate) need: Need,
}

/// Whether a key must be there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    Optional,
    /// Without it the object is taken out.
    Required,
    /// Without it the object goes on with an empty string.
    OrEmptyString,
    /// Without it the object goes on with an empty object.
    OrEmptyObject,
}

/// What stands in a place.
#[derive(Clone, Copy)]
pub(crate) enum Shape {
    /// Any JSON value.
    Any,
    String,
    Bool,
    /// An integer from 0.
    Unsigned,
    Number,
    /// One of these strings.
    Enum(&'static [&'static str]),
    Object(&'static Table),
    /// A component of that kind, or a reference to one.
    Component(ComponentKind),
    Array(&'static Shape),
    /// An object with any keys.
    Map(&'static Shape),
    /// An object whose keys name components of that kind.
    ComponentMap(ComponentKind),
    /// An object whose keys follow a pattern.
    Patterned(&'static PatternedTable),
    /// `true`, `false` or a schema.
    BoolOrSchema,
}

impl Shape {
    /// Whether anything but plain values can stand there.
    pub(crate) fn has_parts(self) -> bool {
        match self {
            Self::Any
            | Self::String
            | Self::Bool
            | Self::Unsigned
            | Self::Number
            | Self::Enum(_) => false,
            Self::Array(below) | Self::Map(below) => below.has_parts(),
            Self::Object(_) | Self::Component(_) | Self::ComponentMap(_) | Self::Patterned(_) => {
                true
            }
            Self::BoolOrSchema => true,
        }
    }
}

/// An object whose keys follow a pattern. Keys that start with `x-` may stand there too.
pub(crate) struct PatternedTable {
    pub(crate) name: &'static str,
    pub(crate) accepts: fn(&str) -> bool,
    /// What a key that isn't accepted was meant to be, where that is clear.
    pub(crate) mend: fn(&str) -> Option<String>,
    /// What the keys must be, in words.
    pub(crate) keys: &'static str,
    pub(crate) shape: Shape,
}

/// What a reference can lead to.
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
    /// Stands among the components of OpenAPI 3.1 only.
    PathItem,
}

/// Whether a part can stay.
#[derive(Clone, Copy, PartialEq, Eq)]
#[must_use]
pub(crate) enum Retain {
    Keep,
    /// It is taken out; what is wrong with it was reported.
    Drop,
}

impl ComponentKind {
    /// Under which key of the Components Object they stand.
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

    /// In a sentence.
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

/// An optional field.
pub(crate) const fn field(key: &'static str, shape: Shape) -> Field {
    needed(key, shape, Need::Optional)
}

/// A field that must be there.
pub(crate) const fn required(key: &'static str, shape: Shape) -> Field {
    needed(key, shape, Need::Required)
}

/// A field, and what happens without it.
pub(crate) const fn needed(key: &'static str, shape: Shape, need: Need) -> Field {
    Field { key, shape, need }
}

/// The fields have nothing to fulfil together.
pub(crate) fn no_rule(_: &mut Check<'_>, _: &mut Node, _: &Location) -> Retain {
    Retain::Keep
}

/// The walk.
pub(crate) struct Check<'d> {
    pub(crate) diagnostics: &'d mut Diagnostics,
}

impl Table {
    /// The field of that key.
    pub(crate) fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }
}
