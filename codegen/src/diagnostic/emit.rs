//! What can be wrong with what was generated: our mistakes, never the document's.

use super::Code;
use super::describe::Describe;

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

impl Describe for EmitProblem {
    fn code(&self) -> Code {
        match self {
            Self::NoRust { .. } => Code::E0900,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::NoRust { path, reason } => {
                format!("the code generated for `{path}` is not valid Rust: {reason}")
            }
        }
    }

    fn help(&self) -> String {
        match self {
            Self::NoRust { .. } => {
                "fix the Rust path if one is given here (`x-rust-type`, `--runtime`); otherwise report a bug of the generator with this part of the document".into()
            }
        }
    }
}
