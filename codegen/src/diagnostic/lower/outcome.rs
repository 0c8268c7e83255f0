//! What can be wrong with outcome rules and advice that are well-formed.

use crate::diagnostic::Code;
use crate::diagnostic::describe::Describe;

/// Reported for `x-outcome` and `x-advice`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum OutcomeProblem {
    /// A status that no response is documented for.
    UnknownStatus(u16),
    /// A property that the response does not have.
    UnknownResponseProperty {
        /// The property.
        property: String,
        /// The status of the response, or `None` if no documented response has the property.
        status: Option<u16>,
        /// A similar property that it has.
        similar: Option<String>,
    },
    /// A property that the request does not have, and a similar one.
    UnknownRequestProperty(String, Option<String>),
    /// A result code that is not an integer.
    CodeNotInteger(String),
    /// A value that the property can never have.
    NeverEqual(String),
    /// A rule set that is never reached.
    Unreachable,
    /// An operation without rules that changes something, where others of its document have rules.
    MissingOutcome,
}

impl Describe for OutcomeProblem {
    fn code(&self) -> Code {
        match self {
            Self::UnknownStatus(_)
            | Self::UnknownResponseProperty { .. }
            | Self::UnknownRequestProperty(..) => Code::E0281,
            Self::CodeNotInteger(_) | Self::NeverEqual(_) | Self::Unreachable => Code::E0284,
            Self::MissingOutcome => Code::W0287,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::UnknownStatus(status) => format!("no response {status} is documented"),
            Self::UnknownResponseProperty {
                property,
                status: Some(status),
                ..
            } => format!("unknown property `{property}` in the response {status}"),
            Self::UnknownResponseProperty {
                property,
                status: None,
                ..
            } => format!("unknown property `{property}` in the responses"),
            Self::UnknownRequestProperty(property, _) => {
                format!("unknown property `{property}` in the request")
            }
            Self::CodeNotInteger(property) => format!("result code `{property}` is not an integer"),
            Self::NeverEqual(property) => format!("`{property}` can never have this value"),
            Self::Unreachable => "unreachable rule set".into(),
            Self::MissingOutcome => "missing `x-outcome`".into(),
        }
    }

    fn help(&self) -> String {
        let help = match self {
            Self::UnknownStatus(_) => "add it to `responses`, or remove the status here",
            Self::UnknownResponseProperty {
                similar: Some(similar),
                ..
            }
            | Self::UnknownRequestProperty(_, Some(similar)) => {
                return format!("did you mean `{similar}`?");
            }
            Self::UnknownResponseProperty { .. } => {
                "name a top-level property that the schema of the response defines"
            }
            Self::UnknownRequestProperty(..) => {
                "name a top-level property of the request's JSON object"
            }
            Self::CodeNotInteger(_) => "name a property whose schema has `type: integer`",
            Self::NeverEqual(_) => "compare it with values of its type",
            Self::Unreachable => "move the rule set with `when` to the front, or remove one",
            Self::MissingOutcome => {
                "add it, as other operations of this document have it; until then every documented 2xx is a success"
            }
        };
        help.into()
    }
}
