//! What can be wrong with several fields or objects together, although each is valid by itself.

use crate::diagnostic::Code;
use crate::diagnostic::describe::Describe;
use crate::diagnostic::kinds::JsonKind;

/// Reported where fields contradict each other.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the words of the messages")]
pub enum RuleProblem {
    /// A path with unbalanced braces.
    UnbalancedBraces(String),
    /// A path with a segment `.` or `..`.
    DotSegment(String),
    /// A name in the braces of a path without a parameter.
    UndeclaredPathParameter(String),
    /// A path parameter that does not occur in the path.
    UnusedPathParameter { name: String, path: String },
    /// Two paths that differ only in the names of their parameters.
    EqualPaths(String),
    /// Two operations with the same id.
    DuplicateOperationId(String),
    /// Two parameters with the same name and location.
    DuplicateParameter { name: String, location: String },
    /// A parameter or header with both `schema` and `content`, or neither.
    SchemaOrContent { both: bool },
    /// The content of a parameter or header with no or several media types.
    OneMediaType,
    /// A path parameter that isn't required.
    OptionalPathParameter(String),
    /// A style that is not allowed for the location of its parameter.
    StyleForLocation { style: String, location: String },
    /// A link with both targets, or neither.
    LinkTarget { both: bool },
    /// A link to an unknown operation, and a similar one.
    UnknownOperation(String, Option<String>),
    /// A mapping to an unknown schema, and a similar one.
    UnknownMapping(String, Option<String>),
    /// A value that the type of its schema doesn't allow.
    WrongType {
        key: &'static str,
        found: JsonKind,
        kind: String,
    },
}

impl Describe for RuleProblem {
    fn code(&self) -> Code {
        match self {
            Self::UnbalancedBraces(_) | Self::DotSegment(_) => Code::W0135,
            Self::UndeclaredPathParameter(_) | Self::UnusedPathParameter { .. } => Code::W0138,
            Self::EqualPaths(_) => Code::W0140,
            Self::DuplicateOperationId(_) | Self::DuplicateParameter { .. } => Code::W0101,
            Self::SchemaOrContent { .. } | Self::OneMediaType | Self::LinkTarget { .. } => {
                Code::W0143
            }
            Self::OptionalPathParameter(_) => Code::W0151,
            Self::StyleForLocation { .. } => Code::W0133,
            Self::WrongType { key: "enum", .. } => Code::W0132,
            Self::WrongType { .. } | Self::UnknownOperation(..) => Code::W0153,
            Self::UnknownMapping(..) => Code::W0160,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::UnbalancedBraces(path) => format!("unbalanced braces in `{path}`"),
            Self::DotSegment(path) => format!("a segment of `{path}` is `.` or `..`"),
            Self::UndeclaredPathParameter(name) => {
                format!("path parameter `{name}` is not declared")
            }
            Self::UnusedPathParameter { name, path } => {
                format!("path parameter `{name}` does not occur in `{path}`")
            }
            Self::EqualPaths(path) => {
                format!("`{path}` differs from another path only in the names of its parameters")
            }
            Self::DuplicateOperationId(id) => format!("duplicate operationId `{id}`"),
            Self::DuplicateParameter { name, location } => {
                format!("duplicate {location} parameter `{name}`")
            }
            Self::SchemaOrContent { both } => schema_or_content(*both).into(),
            Self::OneMediaType => "expected exactly one media type in `content`".into(),
            Self::OptionalPathParameter(name) => {
                format!("path parameter `{name}` is not required")
            }
            Self::StyleForLocation { style, location } => {
                format!("style `{style}` is not allowed for a {location} parameter")
            }
            Self::LinkTarget { both } => link_target(*both).into(),
            Self::UnknownOperation(id, _) => format!("unknown operationId `{id}`"),
            Self::UnknownMapping(target, _) => {
                format!("unknown schema `{target}` in a mapping")
            }
            Self::WrongType { key, found, kind } => {
                format!("`{key}`: expected a value of type `{kind}`, found {found}")
            }
        }
    }

    fn help(&self) -> String {
        let help = match self {
            Self::UnbalancedBraces(_) => {
                "write a name and a `}` for each `{`; the path is ignored until then"
            }
            Self::DotSegment(_) => "write the path without it; the path is ignored until then",
            Self::UndeclaredPathParameter(_) => {
                "declare it in `parameters` with `in: path`, or fix the name; it is a string until then"
            }
            Self::UnusedPathParameter { .. } => {
                "add its name in braces to the path, or remove the parameter; it is ignored until then"
            }
            Self::EqualPaths(_) => "merge the two; both are generated",
            Self::DuplicateOperationId(_) => {
                "give each operation its own id; this one is named after its method and path"
            }
            Self::DuplicateParameter { .. } => "remove one of the two; the first is generated",
            Self::SchemaOrContent { both: true } => "keep one of the two; `schema` is used",
            Self::SchemaOrContent { both: false } => "add a `schema`; it is a string until then",
            Self::OneMediaType => "keep the one that is sent; the first is used",
            Self::OptionalPathParameter(_) => {
                "add `required: true`; it is read as that, because the path needs a value"
            }
            Self::StyleForLocation { .. } => {
                "choose a style from the table Style Values (OAS 3.0.3, Parameter Object); the default is used until then"
            }
            Self::LinkTarget { both: true } => {
                "keep one of the two; the link is ignored until then"
            }
            Self::LinkTarget { both: false } => "add `operationId`; the link is ignored until then",
            Self::UnknownOperation(_, Some(similar)) | Self::UnknownMapping(_, Some(similar)) => {
                return format!("did you mean `{similar}`?");
            }
            Self::UnknownOperation(..) => "name the `operationId` of an operation of this document",
            Self::UnknownMapping(..) => "name a schema under `components/schemas`, or refer to one",
            Self::WrongType { key: "enum", .. } => "fix one of the two; the type is used",
            Self::WrongType { .. } => "fix one of the two; the documentation shows it as written",
        };
        help.into()
    }
}

fn schema_or_content(both: bool) -> &'static str {
    match both {
        true => "both `schema` and `content` are given",
        false => "expected `schema` or `content`, found neither",
    }
}

fn link_target(both: bool) -> &'static str {
    match both {
        true => "both `operationRef` and `operationId` are given",
        false => "expected `operationRef` or `operationId`, found neither",
    }
}
