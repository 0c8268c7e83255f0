//! What can be wrong with a document as a document of OpenAPI 3.0.3.

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

impl GrammarProblem {
    /// The same, where nothing is left of the document without what it is about.
    pub(crate) fn vital(self) -> Self {
        match self {
            Self::WrongKind { .. } => Self::Vital(Box::new(self)),
            other => other,
        }
    }

    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::UnknownKey { .. } => "W0130",
            // Without the version.
            Self::MissingKey {
                object: "OpenAPI Object",
                ..
            } => "E0107",
            Self::MissingKey { .. } => "W0131",
            Self::WrongKind { .. } => "W0132",
            Self::UnknownWord { .. } => "W0133",
            Self::ComponentName(_) => "W0134",
            Self::WrongKey { .. } => "W0135",
            Self::Version(_) => "E0136",
            Self::Vital(_) => "E0107",
            Self::Converted { .. } => "W0149",
            Self::Null(_) => "W0150",
            Self::Completed { .. } => "W0151",
            Self::MendedKey { .. } => "W0152",
            Self::NoSchema { .. } => "W0157",
        }
    }

    pub(super) fn message(&self) -> String {
        match self {
            Self::UnknownKey { key, object, .. } => {
                format!("the {object} has no field `{key}`")
            }
            Self::MissingKey { key, object, .. } | Self::Completed { key, object } => {
                format!("this {object} lacks the required field `{key}`")
            }
            Self::WrongKind { expected, found } | Self::Converted { expected, found } => {
                format!("{expected} must stand here, and not {found}")
            }
            Self::NoSchema { found } => format!("a schema must stand here, and not {found}"),
            Self::UnknownWord { word, .. } => format!("`{word}` is not a value of this field"),
            Self::ComponentName(name) => format!("`{name}` can't be a component's name"),
            Self::Vital(inner) => inner.message(),
            Self::Null(key) => format!("null is no value of `{key}`"),
            Self::WrongKey { key, object, .. } | Self::MendedKey { key, object, .. } => {
                format!("`{key}` can't be a key of the {object}")
            }
            Self::Version(version) => format!("OpenAPI `{version}` is not understood"),
        }
    }

    pub(super) fn help(&self) -> String {
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
                let end = if help.ends_with('?') { "" } else { "." };
                format!("{help}{end} Until then it is left out")
            }
            Self::UnknownKey { similar, below, .. } => unknown_key(similar.as_deref(), *below),
            Self::NoSchema { .. } => {
                "write an object with a `type`. Until then the value is kept as JSON".into()
            }
            Self::ComponentName(_) => {
                "use letters, digits, `.`, `-` and `_` only (OAS 3.0.3, Components Object). It is read with `_` in the place of signs".into()
            }
            Self::Converted { expected, found } => {
                format!("{}. It is read as if it were", converted(expected, found))
            }
            Self::Null(_) => "take the key out: it is read as if it were not there".into(),
            Self::Completed { key, .. } => format!("add `{key}`: it is read as an empty one"),
            Self::MendedKey { mended, .. } => format!("write `{mended}`, as which it is read"),
            Self::Version(_) => {
                "give the document as OpenAPI 3.0.x or 3.1.x, or as Swagger 2.0 (`swagger: '2.0'`)".into()
            }
        }
    }

    /// How to mend what is left out until then.
    fn mending(&self) -> String {
        match self {
            Self::MissingKey { key, mistyped, .. } => match mistyped {
                Some(mistyped) => {
                    format!("`{mistyped}` was probably meant to be it: write `{key}`")
                }
                None => format!("add `{key}`"),
            },
            Self::WrongKind { expected, found } => wrong_kind(expected, found),
            Self::UnknownWord { known, similar, .. } => unknown_word(known, similar.as_deref()),
            Self::WrongKey {
                expected,
                below: Some(below),
                ..
            } => format!("it is a field of the {below}: indent it below {expected}"),
            Self::WrongKey { expected, .. } => format!("write {expected}"),
            other => other.message(),
        }
    }
}

fn unknown_key(similar: Option<&str>, below: Option<&str>) -> String {
    match (similar, below) {
        (Some(similar), _) => format!("did you mean `{similar}`? It is left out"),
        (None, Some(below)) => {
            format!("it belongs below `{below}`: write it there. Here it is left out")
        }
        (None, None) => "it is left out. Start its name with `x-` if it is an extension".into(),
    }
}

fn unknown_word(known: &[&str], similar: Option<&str>) -> String {
    let known: Vec<_> = known.iter().map(|word| format!("`{word}`")).collect();
    let known = known.join(", ");
    match similar {
        Some(similar) => format!("did you mean `{similar}`? It may be {known}"),
        None => format!("it may be {known}"),
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
        ("a string", "a number" | "a boolean") => "put the value in quotes".into(),
        ("a string", "null") => {
            "give it a value, in quotes if it holds `#`, with which YAML begins a comment".into()
        }
        ("one word", "a list") => {
            "write one of them; that null may stand here says `nullable: true` in OpenAPI 3.0"
                .into()
        }
        ("an object", "an empty list") => "write `{}`".into(),
        ("a list", "an empty object") => "write `[]`".into(),
        ("an object", "null") => "write `{}`, or take the key out".into(),
        ("a list", "null") => "write `[]`, or take the key out".into(),
        ("an object", "a list") => "write keys and values, without `-` before them".into(),
        ("a list", "a boolean") => {
            "list the names of the properties that are required: `required: [id]`".into()
        }
        (_, "null") => "take the key out, or give it a value".into(),
        (_, "another spelling of it") => format!("write {expected}"),
        _ => format!("write {expected}"),
    }
}
