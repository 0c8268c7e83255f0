//! What can be wrong with what was generated: our mistakes, never the document's.

/// Raised while generated code is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EmitProblem {
    /// What was generated for a file is no Rust.
    NoRust {
        /// The file.
        path: String,
        /// The parser's words.
        reason: String,
    },
}

impl EmitProblem {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::NoRust { .. } => "E0900",
        }
    }

    pub(super) fn message(&self) -> String {
        match self {
            Self::NoRust { path, reason } => {
                format!("what was generated for `{path}` is no Rust: {reason}")
            }
        }
    }

    pub(super) fn help(&self) -> String {
        match self {
            Self::NoRust { .. } => {
                "if a Rust path stands here (`x-rust-type`, `--runtime`), mend it; otherwise this is a mistake of the generator: report it with this part of the document".into()
            }
        }
    }
}
