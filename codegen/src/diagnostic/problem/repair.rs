//! What was repaired in a document.

use crate::diagnostic::Code;
use crate::diagnostic::describe::Describe;

/// Reported for each repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RepairProblem {
    /// A response without a description is read with an empty one.
    MissingDescription,
    /// A sibling of a schema's `$ref` is kept: the reference is moved to an `allOf`.
    SchemaSibling(String),
    /// A path parameter is read under the name that its path has for it.
    PathParameterName(String, String),
    /// A path parameter whose name in the path says that its value may be several segments.
    PathSegments(String, String),
    /// A type by its name in another language.
    TypeName {
        /// The name as written.
        name: &'static str,
        /// The type in OpenAPI.
        intended: &'static str,
        /// The format that the name implies.
        format: Option<&'static str>,
    },
    /// A schema one level too high: its key, and the key that it belongs below.
    SchemaTooHigh(&'static str, &'static str),
    /// A parameter that is the body of the request, by its location.
    BodyParameter(String),
    /// A request body without a media type.
    MissingMediaType,
    /// A security scheme whose type is an HTTP scheme.
    HttpScheme(&'static str),
    /// An XML part of a form, by its name.
    XmlPart(String),
    /// An alternative that only allows null.
    NullAlternative,
    /// Path parameters in the syntax of a framework; the path in OpenAPI syntax.
    PathSyntax(String),
    /// The name of a type in place of a schema.
    TypeAsSchema(String),
}

impl Describe for RepairProblem {
    fn code(&self) -> Code {
        match self {
            Self::MissingDescription => Code::W0151,
            Self::SchemaSibling(_)
            | Self::PathParameterName(..)
            | Self::PathSegments(..)
            | Self::TypeName { .. }
            | Self::TypeAsSchema(_)
            | Self::PathSyntax(_)
            | Self::NullAlternative => Code::W0149,
            Self::HttpScheme(_) | Self::BodyParameter(_) | Self::SchemaTooHigh(..) => Code::W0194,
            Self::MissingMediaType => Code::W0131,
            Self::XmlPart(_) => Code::W0198,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::MissingDescription => "this response has no description".into(),
            Self::SchemaSibling(key) => format!("`{key}` beside `$ref`"),
            Self::PathParameterName(name, to) | Self::PathSegments(name, to) => {
                format!("path parameter `{name}` is called `{to}` in the path")
            }
            Self::TypeName { name, .. } => format!("unknown type `{name}`"),
            Self::HttpScheme(word) => {
                format!("unknown security scheme type, probably `http` with the scheme `{word}`")
            }
            Self::XmlPart(name) => format!("the XML part `{name}` is not encoded"),
            Self::NullAlternative => "this alternative only allows null".into(),
            Self::PathSyntax(_) => "unknown syntax of path parameters".into(),
            Self::BodyParameter(location) => {
                format!("Swagger 2.0 syntax: parameter `in: {location}`")
            }
            Self::MissingMediaType => "missing media type in `content`".into(),
            Self::SchemaTooHigh(key, below) => format!("expected `{below}`, found `{key}`"),
            Self::TypeAsSchema(word) => {
                format!("expected a schema, found `{word}`")
            }
        }
    }

    fn help(&self) -> String {
        match self {
            Self::PathParameterName(_, to) => {
                format!("use the same name; it is read as `{to}`, and the request is the same")
            }
            Self::TypeName {
                intended, format, ..
            } => match format {
                Some(format) => {
                    format!("write `type: {intended}` and `format: {format}`; it is read as that")
                }
                None => format!("write `type: {intended}`; it is read as that"),
            },
            Self::SchemaTooHigh("$ref", _) => {
                "move it below `content`, `application/json` and `schema`; it is read as that"
                    .into()
            }
            Self::SchemaTooHigh(_, below) => {
                format!("move it below `{below}`; this is Swagger 2.0 syntax, and it is converted")
            }
            Self::HttpScheme(word) => {
                format!("write `type: http` and `scheme: {word}`; it is read as that")
            }
            Self::PathSyntax(path) => format!("write `{path}`; it is read as that"),
            Self::TypeAsSchema(word) => {
                format!("write `{{type: {word}}}`; it is read as that")
            }
            other => other.advice().into(),
        }
    }
}

impl RepairProblem {
    /// Returns the help that does not depend on the fields.
    fn advice(&self) -> &'static str {
        match self {
            Self::MissingDescription => {
                "add `description`, in an overlay if the document isn't yours; it is empty until then"
            }
            Self::PathSegments(..) => {
                "write a plain name; OpenAPI has no such expressions, and a `/` in the value is sent unescaped"
            }
            Self::BodyParameter(_) => {
                "write `requestBody` beside `parameters`; it is converted to that"
            }
            Self::MissingMediaType => "add a media type to `content`; no body is sent until then",
            Self::NullAlternative => "write `nullable: true` beside the others; it is read as that",
            Self::SchemaSibling(_) => {
                "move the reference to an `allOf`; OpenAPI 3.0 ignores it here, and it is read as that"
            }
            Self::XmlPart(_) => "nothing to do; the caller passes it as a string",
            _ => "write it in OpenAPI 3.0 syntax",
        }
    }
}
