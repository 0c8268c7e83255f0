//! What can be wrong with a document as a document of OpenAPI 3.0.3.

use super::Code;
use super::describe::Describe;

/// Raised while the document is compared with the standard.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the words of the messages")]
pub enum GrammarProblem {
    /// A key that the object doesn't have.
    UnknownKey {
        key: String,
        object: &'static str,
        /// The field that was probably meant.
        similar: Option<String>,
        /// The field below which it probably belongs.
        below: Option<&'static str>,
    },
    /// A key that must be there isn't; perhaps another was meant to be it.
    MissingKey {
        key: String,
        object: &'static str,
        mistyped: Option<String>,
    },
    /// A list where a string should stand, and the like.
    WrongKind {
        expected: &'static str,
        found: &'static str,
    },
    /// Something that is no schema.
    NoSchema { found: &'static str },
    /// A string that is none of those it may be.
    UnknownWord {
        word: String,
        known: Vec<&'static str>,
        similar: Option<String>,
    },
    /// A component whose name has other characters than the standard allows.
    ComponentName(String),
    /// A key that doesn't follow the object's pattern.
    WrongKey {
        key: String,
        object: &'static str,
        expected: &'static str,
        /// The object that has such a field, where that stands one step below.
        below: Option<&'static str>,
    },
    /// A document of another version.
    Version(String),
    /// One of the others, without what nothing is left of the document.
    Vital(Box<Self>),
    /// A value of another kind whose meaning is clear.
    Converted {
        expected: &'static str,
        found: &'static str,
    },
    /// Null where a field might as well not be there.
    Null(&'static str),
    /// A field that must be there isn't, and an empty one does.
    Completed { key: String, object: &'static str },
    /// A key that doesn't follow the object's pattern, and what was meant is clear.
    MendedKey {
        key: String,
        object: &'static str,
        mended: String,
    },
}

impl Describe for GrammarProblem {
    fn code(&self) -> Code {
        match self {
            Self::UnknownKey { .. } => Code::W0130,
            Self::MissingKey {
                object: "OpenAPI Object",
                ..
            }
            | Self::Vital(_) => Code::E0105,
            Self::MissingKey { .. } => Code::W0131,
            Self::WrongKind { .. } | Self::Null(_) | Self::NoSchema { .. } => Code::W0132,
            Self::UnknownWord { .. } => Code::W0133,
            Self::ComponentName(_) | Self::Converted { .. } | Self::MendedKey { .. } => Code::W0149,
            Self::WrongKey { .. } => Code::W0135,
            Self::Version(_) => Code::E0136,
            Self::Completed { .. } => Code::W0151,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::UnknownKey { key, object, .. } => {
                format!("unknown field `{key}` in the {object}")
            }
            Self::MissingKey { key, object, .. } | Self::Completed { key, object } => {
                format!("missing field `{key}` in the {object}")
            }
            Self::WrongKind { expected, found } | Self::Converted { expected, found } => {
                format!("expected {expected}, found {found}")
            }
            Self::NoSchema { found } => format!("expected a schema, found {found}"),
            Self::UnknownWord { word, .. } => format!("unexpected value `{word}`"),
            Self::ComponentName(name) => format!("invalid component name `{name}`"),
            Self::Vital(inner) => inner.message(),
            Self::Null(key) => format!("unexpected null for `{key}`"),
            Self::WrongKey { key, object, .. } | Self::MendedKey { key, object, .. } => {
                format!("invalid key `{key}` in the {object}")
            }
            Self::Version(version) => format!("unsupported OpenAPI version `{version}`"),
        }
    }

    fn help(&self) -> String {
        match self {
            Self::Vital(inner) => inner.mending(),
            Self::MissingKey {
                object: "OpenAPI Object",
                ..
            } => self.mending(),
            Self::MissingKey { .. }
            | Self::WrongKind { .. }
            | Self::UnknownWord { .. }
            | Self::WrongKey { .. } => {
                let help = self.mending();
                let end = if help.ends_with('?') { "" } else { ";" };
                format!("{help}{end} the value is ignored until then")
            }
            Self::UnknownKey { similar, below, .. } => unknown_key(similar.as_deref(), *below),
            Self::NoSchema { .. } => {
                "write an object with a `type`; the value is untyped JSON until then".into()
            }
            Self::ComponentName(_) => {
                "use only letters, digits, `.`, `-` and `_` (OAS 3.0.3, Components Object); other characters are read as `_`".into()
            }
            Self::Converted { expected, found } => {
                format!("{}; it is read as that", converted(expected, found))
            }
            Self::Null(_) => "remove the key; it is ignored".into(),
            Self::Completed { key, .. } => format!("add `{key}`; it is read as empty until then"),
            Self::MendedKey { mended, .. } => format!("write `{mended}`; it is read as that"),
            Self::Version(_) => {
                "provide the document as OpenAPI 3.0.x or 3.1.x, or as Swagger 2.0 (`swagger: '2.0'`)".into()
            }
        }
    }
}

impl GrammarProblem {
    /// The same, where nothing is left of the document without what it is about.
    pub(crate) fn vital(self) -> Self {
        match self {
            Self::WrongKind { .. } => Self::Vital(Box::new(self)),
            other => other,
        }
    }

    /// How to mend what is left out until then.
    fn mending(&self) -> String {
        match self {
            Self::MissingKey { key, mistyped, .. } => match mistyped {
                Some(mistyped) => {
                    format!("write `{key}` instead of `{mistyped}`")
                }
                None => format!("add `{key}`"),
            },
            Self::WrongKind { expected, found } => wrong_kind(expected, found),
            Self::UnknownWord { known, similar, .. } => unknown_word(known, similar.as_deref()),
            Self::WrongKey {
                expected,
                below: Some(below),
                ..
            } => format!("indent it below {expected}; it is a field of the {below}"),
            Self::WrongKey { expected, .. } => format!("write {expected}"),
            other => other.message(),
        }
    }
}

fn unknown_key(similar: Option<&str>, below: Option<&str>) -> String {
    match (similar, below) {
        (Some(similar), _) => format!("did you mean `{similar}`? it is ignored until then"),
        (None, Some(below)) => {
            format!("move it below `{below}`; it is ignored here")
        }
        (None, None) => {
            "remove it, or start its name with `x-` if it is an extension; it is ignored".into()
        }
    }
}

fn unknown_word(known: &[&str], similar: Option<&str>) -> String {
    let known: Vec<_> = known.iter().map(|word| format!("`{word}`")).collect();
    let known = known.join(", ");
    match similar {
        Some(similar) => format!("did you mean `{similar}`? expected one of {known}"),
        None => format!("write one of {known}"),
    }
}

fn converted(expected: &str, found: &str) -> String {
    match (expected, found) {
        ("an object", "a string") => "write it as a key: `name: []`".into(),
        (_, "an unquoted null") => format!("write {expected}"),
        _ => wrong_kind(expected, found),
    }
}

fn wrong_kind(expected: &str, found: &str) -> String {
    match (expected, found) {
        ("a string", "a number" | "a boolean") => "quote the value".into(),
        ("a string", "null") => {
            "give it a value, quoted if it contains `#`, which starts a comment in YAML".into()
        }
        ("one word", "a list") => {
            "write one of them; in OpenAPI 3.0, `nullable: true` allows null".into()
        }
        ("an object", "an empty list") => "write `{}`".into(),
        ("a list", "an empty object") => "write `[]`".into(),
        ("an object", "null") => "write `{}`, or remove the key".into(),
        ("a list", "null") => "write `[]`, or remove the key".into(),
        ("an object", "a list") => "write keys and values, without `-` before them".into(),
        ("a list", "a boolean") => {
            "list the names of the required properties: `required: [id]`".into()
        }
        (_, "null") => "remove the key, or give it a value".into(),
        (_, "another spelling of it") => format!("write {expected}"),
        _ => format!("write {expected}"),
    }
}
