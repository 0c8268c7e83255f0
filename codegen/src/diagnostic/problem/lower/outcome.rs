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
    /// A property that is called undeclared, although the schemas have it.
    Declared(String),
    /// A rule set that is never reached.
    Unreachable,
    /// A rule that is never reached.
    NeverReached,
    /// A rule whose conditions contradict those of its rule set.
    NeverHolds,
    /// A rule or a rule set that applies to responses that an earlier one decides.
    Overlap {
        /// Which of the two.
        what: &'static str,
        /// Such a response.
        example: String,
    },
    /// An operation without rules that changes something, where others of its document have rules.
    MissingOutcome,
}

impl Describe for OutcomeProblem {
    fn code(&self) -> Code {
        match self {
            Self::UnknownStatus(_)
            | Self::UnknownResponseProperty { .. }
            | Self::UnknownRequestProperty(..) => Code::E0281,
            Self::CodeNotInteger(_)
            | Self::NeverEqual(_)
            | Self::Declared(_)
            | Self::Unreachable
            | Self::NeverReached
            | Self::NeverHolds => Code::E0284,
            Self::Overlap { .. } => Code::E0291,
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
            Self::Declared(property) => format!("`{property}` is declared in the response"),
            Self::Unreachable => "unreachable rule set".into(),
            Self::NeverReached => "unreachable rule".into(),
            Self::NeverHolds => {
                "the conditions of this rule contradict those of its rule set".into()
            }
            Self::Overlap { what, .. } => format!("this {what} overlaps an earlier one"),
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
            Self::Declared(_) => "remove it from `undeclared`; the schema says how it is read",
            Self::NeverReached => "remove it, or exclude its responses from the rules before it",
            Self::NeverHolds => "fix one of the two; the rule never decides",
            Self::Overlap { example, .. } if example.is_empty() => {
                "add a condition that can't hold for both; the earlier decides otherwise"
            }
            Self::Overlap { example, .. } => {
                return format!(
                    "exclude what both apply to, such as `{example}`, from one of the two; the earlier decides otherwise"
                );
            }
            Self::Unreachable => "move the rule set with `when` to the front, or remove one",
            Self::MissingOutcome => {
                "add it, as other operations of this document have it; until then every documented 2xx is a success"
            }
        };
        help.into()
    }
}
