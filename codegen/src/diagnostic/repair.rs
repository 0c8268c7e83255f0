//! What was mended in a document so that it can be read.

use super::Code;
use super::describe::Describe;

/// Raised for each repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RepairProblem {
    /// A response without description got an empty one.
    ResponseDescription,
    /// What stood beside a schema's reference was kept, as `allOf`.
    SchemaSibling(String),
    /// A path parameter got the name that its path has for it.
    PathParameterName(String, String),
    /// The same, and the path says that the value may be several segments.
    PathSegments(String, String),
    /// A type as another language calls it.
    TypeWord {
        /// As it is written.
        word: &'static str,
        /// The type of OpenAPI.
        meant: &'static str,
        /// The format that the word says.
        format: Option<&'static str>,
    },
    /// What a value is stands one level too high: the word, and below which it belongs.
    Above(&'static str, &'static str),
    /// A parameter that is the content of the request, by its place.
    BodyParameter(String),
    /// A body of a request without a media type.
    NoContent,
    /// A security scheme whose type is the scheme of HTTP.
    HttpScheme(&'static str),
    /// A part of a form is XML, by its name.
    XmlPart(String),
    /// An alternative says only that the value may be null.
    NullObject,
    /// A path whose parameters are marked otherwise got braces.
    PathSpelling(String),
    /// A schema is the name of a type alone.
    SchemaOfOneWord(String),
}

impl Describe for RepairProblem {
    fn code(&self) -> Code {
        match self {
            Self::ResponseDescription => Code::W0151,
            Self::SchemaSibling(_)
            | Self::PathParameterName(..)
            | Self::PathSegments(..)
            | Self::TypeWord { .. }
            | Self::SchemaOfOneWord(_)
            | Self::PathSpelling(_)
            | Self::NullObject => Code::W0149,
            Self::HttpScheme(_) | Self::BodyParameter(_) | Self::Above(..) => Code::W0194,
            Self::NoContent => Code::W0131,
            Self::XmlPart(_) => Code::W0198,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::ResponseDescription => "this response has no description".into(),
            Self::SchemaSibling(key) => format!("`{key}` beside `$ref`"),
            Self::PathParameterName(name, to) | Self::PathSegments(name, to) => {
                format!("path parameter `{name}` is called `{to}` in the path")
            }
            Self::TypeWord { word, .. } => format!("unknown type `{word}`"),
            Self::HttpScheme(word) => {
                format!("unknown security scheme type, probably `http` with the scheme `{word}`")
            }
            Self::XmlPart(name) => format!("the XML part `{name}` is not encoded"),
            Self::NullObject => "this alternative only allows null".into(),
            Self::PathSpelling(_) => "unknown syntax of path parameters".into(),
            Self::BodyParameter(place) => format!("Swagger 2.0 syntax: parameter `in: {place}`"),
            Self::NoContent => "this body has no content".into(),
            Self::Above(key, below) => format!("expected `{below}`, found `{key}`"),
            Self::SchemaOfOneWord(word) => {
                format!("expected a schema, found `{word}`")
            }
        }
    }

    fn help(&self) -> String {
        match self {
            Self::PathParameterName(_, to) => {
                format!("use the same name; it is read as `{to}`, and the request is the same")
            }
            Self::TypeWord { meant, format, .. } => match format {
                Some(format) => {
                    format!("write `type: {meant}` and `format: {format}`; it is read as that")
                }
                None => format!("write `type: {meant}`; it is read as that"),
            },
            Self::Above("$ref", _) => {
                "move it below `content`, `application/json` and `schema`; it is read as that"
                    .into()
            }
            Self::Above(_, below) => {
                format!("move it below `{below}`; this is Swagger 2.0 syntax, and it is converted")
            }
            Self::HttpScheme(word) => {
                format!("write `type: http` and `scheme: {word}`; it is read as that")
            }
            Self::PathSpelling(mended) => format!("write `{mended}`; it is read as that"),
            Self::SchemaOfOneWord(word) => {
                format!("write `{{type: {word}}}`; it is read as that")
            }
            other => other.advice().into(),
        }
    }
}

impl RepairProblem {
    /// The help that says the same wherever it is given.
    fn advice(&self) -> &'static str {
        match self {
            Self::ResponseDescription => {
                "add `description`, in an overlay if the document isn't yours; it is empty until then"
            }
            Self::PathSegments(..) => {
                "write a plain name; OpenAPI has no such expressions, and a `/` in the value is sent unescaped"
            }
            Self::BodyParameter(_) => {
                "write `requestBody` beside `parameters`; it is converted to that"
            }
            Self::NoContent => "add a media type to `content`; no body is sent until then",
            Self::NullObject => "write `nullable: true` beside the others; it is read as that",
            Self::SchemaSibling(_) => {
                "move the reference to an `allOf`; OpenAPI 3.0 ignores it here, and it is read as that"
            }
            Self::XmlPart(_) => "nothing to do; the caller passes it as a string",
            _ => "write it in OpenAPI 3.0 syntax",
        }
    }
}
