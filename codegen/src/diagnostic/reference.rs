//! What can be wrong with references.

/// Raised while references are followed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the words of the messages")]
pub enum ReferenceProblem {
    /// Nothing stands where it leads.
    Dangling {
        reference: String,
        similar: Option<String>,
    },
    /// Something else stands where it leads.
    WrongKind {
        reference: String,
        expected: &'static str,
    },
    /// It leads nowhere as it is written, and which component is meant is clear.
    Meant { reference: String, meant: String },
    /// It leads back to itself.
    Cycle(String),
    /// It leads into another document, if that component of this one was not meant.
    External {
        reference: String,
        similar: Option<String>,
    },
    /// What is copied has grown beyond all measure.
    TooManyCopies,
    /// Something stands beside it.
    Sibling { key: String, kind: &'static str },
}

impl ReferenceProblem {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Dangling { .. } => "W0160",
            Self::WrongKind { .. } => "W0161",
            Self::Cycle(_) => "W0162",
            Self::Meant { .. } => "W0167",
            Self::External { .. } => "W0163",
            Self::Sibling { .. } => "W0164",
            Self::TooManyCopies => "E0166",
        }
    }

    pub(super) fn message(&self) -> String {
        match self {
            Self::Dangling { reference, .. } | Self::Meant { reference, .. } => {
                format!("`{reference}` leads nowhere")
            }
            Self::WrongKind {
                reference,
                expected,
            } => format!("`{reference}` doesn't lead to {expected}"),
            Self::Cycle(reference) => format!("`{reference}` leads back to itself"),
            Self::External { reference, .. } => {
                format!("`{reference}` leads out of this document")
            }
            Self::TooManyCopies => "callbacks and paths refer to each other too often".into(),
            Self::Sibling { key, .. } => format!("`{key}` beside `$ref` is ignored"),
        }
    }

    pub(super) fn help(&self) -> String {
        let help = match self {
            Self::Dangling {
                similar: Some(similar),
                ..
            }
            | Self::External {
                similar: Some(similar),
                ..
            } => format!("did you mean `{similar}`?"),
            Self::Dangling { .. } => "define what it should lead to, or mend the pointer.".into(),
            Self::WrongKind { expected, .. } => format!("refer to {expected} here."),
            Self::Cycle(_) => {
                "one of the references in the circle must give way to what is meant.".into()
            }
            Self::External { .. } => {
                "give that document too, or copy what is meant into this one.".into()
            }
            Self::Meant { meant, .. } => return format!("write `{meant}`, as which it is read"),
            Self::TooManyCopies => {
                return "a copy stands in the place of each such reference, and these would fill the memory: let fewer of them hold references".into();
            }
            Self::Sibling { kind, .. } => {
                return format!(
                    "OpenAPI 3.0 ignores it: write it into {kind} that is referred to, or take it out"
                );
            }
        };
        format!("{help} Until then the value is kept as JSON or left out")
    }
}
