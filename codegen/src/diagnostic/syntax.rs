//! What can be wrong with a text before it is a tree.

/// Raised while a text is read as JSON or YAML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyntaxProblem {
    /// The parser gave up.
    Unreadable {
        /// `JSON` or `YAML`.
        format: &'static str,
        /// The parser's words.
        reason: String,
    },
    /// A key stands twice in one object.
    DuplicateKey(String),
    /// The library that holds documents doesn't take it, though the grammar found nothing wrong.
    NotOpenApi(String),
    /// More levels than are followed.
    TooDeep(usize),
    /// Two documents would become the same module.
    SameName(String),
}

impl SyntaxProblem {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "E0100",
            Self::DuplicateKey(_) => "E0101",
            Self::SameName(_) => "E0102",
            Self::NotOpenApi(_) => "E0103",
            Self::TooDeep(_) => "E0104",
        }
    }

    pub(super) fn message(&self) -> String {
        match self {
            Self::Unreadable { format, reason } => format!("this is not valid {format}: {reason}"),
            Self::DuplicateKey(key) => format!("`{key}` stands twice in this object"),
            Self::TooDeep(most) => format!("this is nested more than {most} levels deep"),
            Self::NotOpenApi(reason) => format!("this document can't be held: {reason}"),
            Self::SameName(name) => format!("a second document is named `{name}`"),
        }
    }

    pub(super) fn help(&self) -> String {
        match self {
            Self::Unreadable { .. } => {
                "mend the text here; nothing else of this file was looked at".into()
            }
            Self::DuplicateKey(_) => {
                "keep one of the two; the first was used to look for further mistakes".into()
            }
            Self::TooDeep(_) => "give inner schemas names under `components` and refer to them".into(),
            Self::NotOpenApi(_) => {
                "the generator should have said what is wrong: please report this document".into()
            }
            Self::SameName(_) => {
                "the file's name without its ending names the generated module: rename one of the two".into()
            }
        }
    }
}
