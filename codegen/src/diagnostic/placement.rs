//! What can be wrong with the name and the place of a vendor extension. What is wrong with its value is `lower`'s.

/// Raised for keys that start with `x-`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the words of the messages")]
pub enum PlacementProblem {
    /// Almost the name of one of ours.
    Misspelt { name: String, similar: String },
    /// One of ours where it has no effect.
    NoEffect {
        name: &'static str,
        object: &'static str,
        place: &'static str,
    },
}

impl PlacementProblem {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Misspelt { .. } => "W0172",
            Self::NoEffect { .. } => "W0173",
        }
    }

    pub(super) fn message(&self) -> String {
        match self {
            Self::Misspelt { name, .. } => {
                format!("unknown extension `{name}`")
            }
            Self::NoEffect { name, object, .. } => {
                format!("`{name}` has no effect on the {object}")
            }
        }
    }

    pub(super) fn help(&self) -> String {
        match self {
            Self::Misspelt { similar, .. } => {
                format!("did you mean `{similar}`? otherwise rename it")
            }
            Self::NoEffect { place, .. } => {
                format!("move it to {place}, or remove it")
            }
        }
    }
}
