//! What can be wrong with a document as an OpenAPI 3.0.3 document.

mod fix;

use super::Code;
use super::describe::Describe;
use super::kinds::{Expected, Found, JsonKind};

/// Reported while the document is compared with the specification.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the words of the messages")]
pub enum GrammarProblem {
    /// A key that the object doesn't have.
    UnknownKey {
        key: String,
        object: &'static str,
        /// The field that was probably intended.
        similar: Option<String>,
        /// The field below which it probably belongs.
        below: Option<&'static str>,
    },
    /// A required key is missing.
    MissingKey {
        key: String,
        object: &'static str,
        /// The key that was probably intended to be it.
        mistyped: Option<String>,
    },
    /// A required key is missing, and an empty value is read instead.
    DefaultedKey { key: String, object: &'static str },
    /// A value of another kind than the field has.
    WrongKind { expected: Expected, found: Found },
    /// A value of another kind whose meaning is clear.
    Converted { expected: Expected, found: Found },
    /// A value that is not a schema.
    NotASchema { found: JsonKind },
    /// A string that is none of a fixed set.
    UnknownValue {
        value: String,
        known: Vec<&'static str>,
        similar: Option<String>,
    },
    /// Null where the field might as well be absent.
    UnexpectedNull(&'static str),
    /// A component whose name has characters that the specification doesn't allow.
    InvalidComponentName(String),
    /// A key that doesn't follow the pattern of the object.
    InvalidKey {
        key: String,
        object: &'static str,
        expected: &'static str,
        /// The object that has such a field, if it is one step below.
        below: Option<&'static str>,
    },
    /// A key that doesn't follow the pattern of the object, and whose meaning is clear.
    RepairedKey {
        key: String,
        object: &'static str,
        repaired: String,
    },
    /// A document of another version.
    UnsupportedVersion(String),
    /// A value of another kind, without which nothing is left of the document.
    Fatal { expected: Expected, found: Found },
}

impl GrammarProblem {
    /// Marks a problem that leaves nothing of the document.
    pub(crate) fn fatal(self) -> Self {
        match self {
            Self::WrongKind { expected, found } => Self::Fatal { expected, found },
            other => other,
        }
    }
}

impl Describe for GrammarProblem {
    fn code(&self) -> Code {
        match self {
            Self::UnknownKey { .. } => Code::W0130,
            // The version.
            Self::MissingKey {
                object: "OpenAPI Object",
                ..
            }
            | Self::Fatal { .. } => Code::E0105,
            Self::MissingKey { .. } => Code::W0131,
            Self::WrongKind { .. } | Self::UnexpectedNull(_) | Self::NotASchema { .. } => {
                Code::W0132
            }
            Self::UnknownValue { .. } => Code::W0133,
            Self::InvalidComponentName(_) | Self::Converted { .. } | Self::RepairedKey { .. } => {
                Code::W0149
            }
            Self::InvalidKey { .. } => Code::W0135,
            Self::UnsupportedVersion(_) => Code::E0136,
            Self::DefaultedKey { .. } => Code::W0151,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::UnknownKey { key, object, .. } => {
                format!("unknown field `{key}` in the {object}")
            }
            Self::MissingKey { key, object, .. } | Self::DefaultedKey { key, object } => {
                format!("missing field `{key}` in the {object}")
            }
            Self::WrongKind { expected, found }
            | Self::Converted { expected, found }
            | Self::Fatal { expected, found } => format!("expected {expected}, found {found}"),
            Self::NotASchema { found } => format!("expected a schema, found {found}"),
            Self::UnknownValue { value, .. } => format!("unexpected value `{value}`"),
            Self::InvalidComponentName(name) => format!("invalid component name `{name}`"),
            Self::UnexpectedNull(key) => format!("unexpected null for `{key}`"),
            Self::InvalidKey { key, object, .. } | Self::RepairedKey { key, object, .. } => {
                format!("invalid key `{key}` in the {object}")
            }
            Self::UnsupportedVersion(version) => format!("unsupported OpenAPI version `{version}`"),
        }
    }

    fn help(&self) -> String {
        match self {
            Self::UnknownKey { similar, below, .. } => fix::unknown_key(similar.as_deref(), *below),
            Self::MissingKey {
                key,
                object: "OpenAPI Object",
                mistyped,
            } => fix::missing_key(key, mistyped.as_deref()),
            Self::MissingKey { key, mistyped, .. } => {
                fix::until_then(&fix::missing_key(key, mistyped.as_deref()))
            }
            Self::DefaultedKey { key, .. } => format!("add `{key}`; it is read as empty until then"),
            Self::WrongKind { expected, found } => fix::until_then(&fix::kind(*expected, *found)),
            Self::Fatal { expected, found } => fix::kind(*expected, *found),
            Self::Converted { expected, found } => {
                format!("{}; it is read as that", fix::converted(*expected, *found))
            }
            Self::NotASchema { .. } => {
                "write an object with a `type`; the value is untyped JSON until then".into()
            }
            Self::UnknownValue { known, similar, .. } => {
                fix::until_then(&fix::unknown_value(known, similar.as_deref()))
            }
            Self::UnexpectedNull(_) => "remove the key; it is ignored".into(),
            Self::InvalidComponentName(_) => {
                "use only letters, digits, `.`, `-` and `_` (OAS 3.0.3, Components Object); other characters are read as `_`".into()
            }
            Self::InvalidKey {
                expected, below, ..
            } => fix::until_then(&fix::invalid_key(expected, *below)),
            Self::RepairedKey { repaired, .. } => format!("write `{repaired}`; it is read as that"),
            Self::UnsupportedVersion(_) => {
                "provide the document as OpenAPI 3.0, 3.1 or 3.2, or as Swagger 2.0 (`swagger: '2.0'`)".into()
            }
        }
    }
}
