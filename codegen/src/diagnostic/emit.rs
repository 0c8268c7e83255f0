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
                format!("the code generated for `{path}` is not valid Rust: {reason}")
            }
        }
    }

    pub(super) fn help(&self) -> String {
        match self {
            Self::NoRust { .. } => {
                "fix the Rust path if one is given here (`x-rust-type`, `--runtime`); otherwise report a bug of the generator with this part of the document".into()
            }
        }
    }
}
