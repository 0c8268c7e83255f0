//! What can be wrong with `x-repeat` that is well-formed.

use crate::diagnostic::Code;
use crate::diagnostic::describe::Describe;

/// Reported for `x-repeat`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum RepeatProblem {
    /// An operation that the document does not have, and a similar one.
    UnknownOperation(String, Option<String>),
    /// A member that the request does not have, and a similar one.
    UnknownMember(String, Option<String>),
    /// An operation that changes something itself.
    NotSafe(String),
}

impl Describe for RepeatProblem {
    fn code(&self) -> Code {
        match self {
            Self::UnknownOperation(..) | Self::UnknownMember(..) => Code::W0160,
            Self::NotSafe(_) => Code::W0264,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::UnknownOperation(id, _) => format!("unknown operation `{id}`"),
            Self::UnknownMember(name, _) => {
                format!("the request has no member or parameter `{name}`")
            }
            Self::NotSafe(id) => format!("`{id}` is not safe to repeat"),
        }
    }

    fn help(&self) -> String {
        match self {
            Self::UnknownOperation(_, Some(similar)) | Self::UnknownMember(_, Some(similar)) => {
                format!("did you mean `{similar}`?")
            }
            Self::UnknownOperation(..) => "name an `operationId` of this document".into(),
            Self::UnknownMember(..) => {
                "name a top-level property of the request's JSON object, or a parameter".into()
            }
            Self::NotSafe(_) => {
                "name an operation with `x-repeat: safe`; looking must not change anything".into()
            }
        }
    }
}
