//! What can be wrong with generated code: bugs of the generator, not mistakes of a document.

use crate::diagnostic::Code;
use crate::diagnostic::describe::Describe;

/// Reported while generated code is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EmitProblem {
    /// A generated file that is not valid Rust.
    InvalidRust {
        /// The file.
        path: String,
        /// The parser's message.
        reason: String,
    },
}

impl Describe for EmitProblem {
    fn code(&self) -> Code {
        match self {
            Self::InvalidRust { .. } => Code::E0900,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::InvalidRust { path, reason } => {
                format!("the code generated for `{path}` is not valid Rust: {reason}")
            }
        }
    }

    fn help(&self) -> String {
        match self {
            Self::InvalidRust { .. } => {
                "fix the Rust path if one is given here (`x-rust-type`, `--runtime`); otherwise report a bug of the generator with this part of the document".into()
            }
        }
    }
}
