//! What can be wrong with several fields, or several objects, together.

use super::Code;
use super::describe::Describe;

/// Raised where each field is right, and they don't go together.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the words of the messages")]
pub enum RuleProblem {
    /// Braces in a path that don't pair.
    PathTemplate(String),
    /// A name in a path's braces without a parameter.
    UndeclaredPathParameter(String),
    /// A path parameter that the path doesn't have.
    UnusedPathParameter { name: String, path: String },
    /// Two paths that differ in the names of their parameters alone.
    EqualPaths(String),
    /// An operationId that stands twice.
    DuplicateOperationId(String),
    /// Two parameters with the same name in the same place.
    DuplicateParameter { name: String, place: String },
    /// A parameter or header with both or neither.
    SchemaOrContent { both: bool },
    /// A parameter's or header's content with none or several media types.
    OneMediaType,
    /// A path parameter that isn't required.
    OptionalPathParameter(String),
    /// A style that doesn't go with the parameter's place.
    StyleInPlace { style: String, place: String },
    /// A link with both or neither.
    LinkTarget { both: bool },
    /// A link to an operation that is not there; perhaps that one was meant.
    UnknownOperation(String, Option<String>),
    /// A discriminator's mapping to a schema that is not there; perhaps that one was meant.
    UnknownMapping(String, Option<String>),
    /// A value that its own schema's type doesn't allow.
    NotOfType {
        key: &'static str,
        found: &'static str,
        kind: String,
    },
}

impl Describe for RuleProblem {
    fn code(&self) -> Code {
        match self {
            Self::PathTemplate(_) => Code::W0135,
            Self::UndeclaredPathParameter(_) | Self::UnusedPathParameter { .. } => Code::W0138,
            Self::EqualPaths(_) => Code::W0140,
            Self::DuplicateOperationId(_) | Self::DuplicateParameter { .. } => Code::W0101,
            Self::SchemaOrContent { .. } | Self::OneMediaType | Self::LinkTarget { .. } => {
                Code::W0143
            }
            Self::OptionalPathParameter(_) => Code::W0151,
            Self::StyleInPlace { .. } => Code::W0133,
            Self::NotOfType { key: "enum", .. } => Code::W0132,
            Self::NotOfType { .. } | Self::UnknownOperation(..) => Code::W0153,
            Self::UnknownMapping(..) => Code::W0160,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::PathTemplate(path) => format!("unbalanced braces in `{path}`"),
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
            Self::DuplicateParameter { name, place } => {
                format!("duplicate {place} parameter `{name}`")
            }
            Self::SchemaOrContent { both } => schema_or_content(*both).into(),
            Self::OneMediaType => "expected exactly one media type in `content`".into(),
            Self::OptionalPathParameter(name) => {
                format!("path parameter `{name}` is not required")
            }
            Self::StyleInPlace { style, place } => {
                format!("style `{style}` is not allowed for a {place} parameter")
            }
            Self::LinkTarget { both } => link_target(*both).into(),
            Self::UnknownOperation(id, _) => format!("unknown operationId `{id}`"),
            Self::UnknownMapping(target, _) => {
                format!("unknown schema `{target}` in a mapping")
            }
            Self::NotOfType { key, found, kind } => {
                format!("`{key}`: expected a value of type `{kind}`, found {found}")
            }
        }
    }

    fn help(&self) -> String {
        let help = match self {
            Self::PathTemplate(_) => {
                "write a name and a `}` for each `{`; the path is ignored until then"
            }
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
            Self::StyleInPlace { .. } => {
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
            Self::NotOfType { key: "enum", .. } => "fix one of the two; the type is used",
            Self::NotOfType { .. } => "fix one of the two; the documentation shows it as written",
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
