//! What can be wrong with several fields, or several objects, together.

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

impl RuleProblem {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::PathTemplate(_) => "W0137",
            Self::UndeclaredPathParameter(_) => "W0138",
            Self::UnusedPathParameter { .. } => "W0139",
            Self::EqualPaths(_) => "W0140",
            Self::DuplicateOperationId(_) => "W0141",
            Self::DuplicateParameter { .. } => "W0142",
            Self::SchemaOrContent { .. } => "W0143",
            Self::OneMediaType => "W0144",
            Self::OptionalPathParameter(_) => "W0145",
            Self::StyleInPlace { .. } => "W0146",
            Self::LinkTarget { .. } => "W0147",
            Self::NotOfType { key: "enum", .. } => "W0154",
            Self::NotOfType { .. } => "W0153",
            Self::UnknownOperation(..) => "W0155",
            Self::UnknownMapping(..) => "W0156",
        }
    }

    pub(super) fn message(&self) -> String {
        match self {
            Self::PathTemplate(path) => format!("the braces in `{path}` don't pair"),
            Self::UndeclaredPathParameter(name) => {
                format!("the path has `{{{name}}}`, but no path parameter is called `{name}`")
            }
            Self::UnusedPathParameter { name, path } => {
                format!("the path parameter `{name}` doesn't occur in `{path}`")
            }
            Self::EqualPaths(path) => {
                format!("`{path}` differs from another path in the names of its parameters alone")
            }
            Self::DuplicateOperationId(id) => format!("a second operation is called `{id}`"),
            Self::DuplicateParameter { name, place } => {
                format!("a second {place} parameter is called `{name}`")
            }
            Self::SchemaOrContent { both } => schema_or_content(*both).into(),
            Self::OneMediaType => "`content` must have exactly one media type here".into(),
            Self::OptionalPathParameter(name) => {
                format!("the path parameter `{name}` isn't required")
            }
            Self::StyleInPlace { style, place } => {
                format!("a {place} parameter can't have the style `{style}`")
            }
            Self::LinkTarget { both } => link_target(*both).into(),
            Self::UnknownOperation(id, _) => format!("no operation is called `{id}`"),
            Self::UnknownMapping(target, _) => {
                format!("there is no schema `{target}` that this value could be mapped to")
            }
            Self::NotOfType { key, found, kind } => {
                format!("`{key}` has {found}, and the type is `{kind}`")
            }
        }
    }

    pub(super) fn help(&self) -> String {
        let help = match self {
            Self::PathTemplate(_) => "each `{` needs a name and a `}`. Until then it is left out",
            Self::UndeclaredPathParameter(_) => {
                "declare it under `parameters` with `in: path`, or mend the name. It is read as a string"
            }
            Self::UnusedPathParameter { .. } => {
                "put its name in braces into the path, or take the parameter out, as is done here"
            }
            Self::EqualPaths(_) => {
                "merge the two: a request could belong to either. Both are generated"
            }
            Self::DuplicateOperationId(_) => {
                "give each operation an id of its own. This one is named for its method and path"
            }
            Self::DuplicateParameter { .. } => "take one of the two out. The first is generated",
            Self::SchemaOrContent { both: true } => "keep one of the two. `schema` counts here",
            Self::SchemaOrContent { both: false } => "add a `schema`. It is read as a string",
            Self::OneMediaType => "keep the one that is sent. The first counts here",
            Self::OptionalPathParameter(_) => {
                "add `required: true`, as which it is read: a path without it would be another path"
            }
            Self::StyleInPlace { .. } => {
                "see the table Style Values in OAS 3.0.3, Parameter Object. The default style of the place is used"
            }
            Self::LinkTarget { both: true } => "keep one of the two. The link is left out",
            Self::LinkTarget { both: false } => "add `operationId`. The link is left out",
            Self::UnknownOperation(_, Some(similar)) | Self::UnknownMapping(_, Some(similar)) => {
                return format!("did you mean `{similar}`?");
            }
            Self::UnknownOperation(..) => "name the `operationId` of an operation of this document",
            Self::UnknownMapping(..) => "name a schema under `components/schemas`, or refer to one",
            Self::NotOfType { key: "enum", .. } => "mend one of the two. The type counts",
            Self::NotOfType { .. } => {
                "mend one of the two. The documentation tells it as it stands"
            }
        };
        help.into()
    }
}

fn schema_or_content(both: bool) -> &'static str {
    match both {
        true => "`schema` and `content` both say what this carries",
        false => "neither `schema` nor `content` says what this carries",
    }
}

fn link_target(both: bool) -> &'static str {
    match both {
        true => "`operationRef` and `operationId` both say where this link leads",
        false => "neither `operationRef` nor `operationId` says where this link leads",
    }
}
