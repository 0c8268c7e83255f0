//! What can be wrong with references.

use crate::diagnostic::Code;
use crate::diagnostic::describe::Describe;

/// Reported while references are resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the words of the messages")]
pub enum ReferenceProblem {
    /// Its target does not exist.
    Unresolved {
        reference: String,
        similar: Option<String>,
    },
    /// Its target is of another kind.
    WrongKind {
        reference: String,
        expected: &'static str,
    },
    /// Its target does not exist, and which component was intended is clear.
    Intended { reference: String, intended: String },
    /// It refers to itself, directly or by way of others.
    Cycle(String),
    /// It refers to a document that was not given, unless the similar component was intended.
    External {
        reference: String,
        similar: Option<String>,
    },
    /// References multiply beyond the limit of copies.
    TooManyCopies,
    /// A reference where the specification allows none.
    Unexpected,
    /// Its target is of another kind, and which part of it was intended is clear.
    Substituted {
        reference: String,
        expected: &'static str,
        found: &'static str,
        /// The part of the target that is used, or `None` if the target is used as the `schema`.
        used: Option<&'static str>,
    },
    /// It has a sibling, which is ignored.
    Sibling { key: String, kind: &'static str },
}

impl Describe for ReferenceProblem {
    fn code(&self) -> Code {
        match self {
            Self::Unresolved { .. } | Self::WrongKind { .. } => Code::W0160,
            Self::Cycle(_) => Code::W0162,
            Self::Intended { .. } | Self::Unexpected | Self::Substituted { .. } => Code::W0149,
            Self::External { .. } => Code::W0163,
            Self::Sibling { .. } => Code::W0190,
            Self::TooManyCopies => Code::W0166,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::Unresolved { reference, .. } | Self::Intended { reference, .. } => {
                format!("unresolved reference `{reference}`")
            }
            Self::WrongKind {
                reference,
                expected,
            } => format!("reference `{reference}` is not {expected}"),
            Self::Cycle(reference) => format!("cyclic reference `{reference}`"),
            Self::External { reference, .. } => {
                format!("reference `{reference}` to a document that was not given")
            }
            Self::TooManyCopies => "references multiply without bound".into(),
            Self::Unexpected => "`$ref` is not allowed here".into(),
            Self::Substituted {
                reference,
                expected,
                found,
                ..
            } => format!("expected {expected}, found {found} at `{reference}`"),
            Self::Sibling { key, .. } => format!("`{key}` beside `$ref` is ignored"),
        }
    }

    fn help(&self) -> String {
        let unresolved =
            |fix: &str| format!("{fix} the value is untyped JSON or ignored until then");
        match self {
            Self::Unresolved {
                similar: Some(similar),
                ..
            }
            | Self::External {
                similar: Some(similar),
                ..
            } => unresolved(&format!("did you mean `{similar}`?")),
            Self::Unresolved { .. } => unresolved("define the target, or fix the pointer;"),
            Self::WrongKind { expected, .. } => unresolved(&format!("refer to {expected};")),
            Self::Cycle(_) => unresolved("replace one of the references in the cycle;"),
            Self::External { .. } => {
                unresolved("pass that document too, or copy the part into this one;")
            }
            Self::Intended { intended, .. } => format!("write `{intended}`; it is read as that"),
            Self::TooManyCopies => {
                "use fewer references; each is replaced by a copy, and further ones are ignored"
                    .into()
            }
            Self::Unexpected => {
                "write the value itself; the reference is followed, but other tools may reject it"
                    .into()
            }
            Self::Substituted { expected, used, .. } => match used {
                Some(used) => format!("refer to {expected}; only the `{used}` is used until then"),
                None => "move the reference below `schema`; it is read as that".into(),
            },
            Self::Sibling { kind, .. } => {
                format!(
                    "move it to {kind} that is referred to, or remove it; OpenAPI 3.0 ignores it"
                )
            }
        }
    }
}
