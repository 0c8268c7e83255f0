//! What can be wrong with `x-outcome` and `x-advice`, beyond their form.

use crate::diagnostic::Code;
use crate::diagnostic::describe::Describe;

/// About a reading or an advice.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum OutcomeProblem {
    /// No response of that status is documented.
    UnknownStatus(u16),
    /// The response of a status has no such member.
    UnknownMember {
        /// The member.
        member: String,
        /// One of the statuses; none where no documented response has it.
        status: Option<u16>,
        /// One that it has and that is much like it.
        similar: Option<String>,
    },
    /// The request has no such member; perhaps that one was meant.
    NeverSent(String, Option<String>),
    /// The result code is not an integer.
    CodeNotInteger(String),
    /// A literal that the member can never be.
    NeverEqual(String),
    /// A reading that can't be reached.
    Unreachable,
    /// An operation that changes something and says nothing, where others of its document do.
    Unjudged,
}

impl Describe for OutcomeProblem {
    fn code(&self) -> Code {
        match self {
            Self::UnknownStatus(_) | Self::UnknownMember { .. } | Self::NeverSent(..) => {
                Code::E0281
            }
            Self::CodeNotInteger(_) | Self::NeverEqual(_) | Self::Unreachable => Code::E0284,
            Self::Unjudged => Code::W0287,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::UnknownStatus(status) => format!("no response {status} is documented"),
            Self::UnknownMember {
                member,
                status: Some(status),
                ..
            } => format!("unknown member `{member}` in the response {status}"),
            Self::UnknownMember {
                member,
                status: None,
                ..
            } => format!("unknown member `{member}` in the responses"),
            Self::NeverSent(member, _) => format!("unknown member `{member}` in the request"),
            Self::CodeNotInteger(member) => format!("result code `{member}` is not an integer"),
            Self::NeverEqual(member) => format!("`{member}` can never have this value"),
            Self::Unreachable => "unreachable rule set".into(),
            Self::Unjudged => "missing `x-outcome`".into(),
        }
    }

    fn help(&self) -> String {
        let help = match self {
            Self::UnknownStatus(_) => "add it to `responses`, or remove the status here",
            Self::UnknownMember {
                similar: Some(similar),
                ..
            }
            | Self::NeverSent(_, Some(similar)) => return format!("did you mean `{similar}`?"),
            Self::UnknownMember { .. } => {
                "name a top-level member that the schema of the response defines"
            }
            Self::NeverSent(..) => "name a top-level member of the request's JSON object",
            Self::CodeNotInteger(_) => "name a member whose schema has `type: integer`",
            Self::NeverEqual(_) => "compare with values of the member's type",
            Self::Unreachable => "move the rule set with `when` to the front, or remove one",
            Self::Unjudged => {
                "add it, as other operations of this document have it; until then every documented 2xx is a success"
            }
        };
        help.into()
    }
}
