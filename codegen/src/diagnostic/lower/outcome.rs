//! What can be wrong with `x-outcome` and `x-advice`, beyond their form.

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
    /// A member that is called undeclared, and that the schemas have.
    Declared(String),
    /// A literal that the member can never be.
    NeverEqual(String),
    /// A rule set that earlier ones leave nothing.
    Unreachable,
    /// A rule that earlier ones leave nothing.
    NeverReached,
    /// A rule whose conditions contradict those of its rule set.
    NeverHolds,
    /// A rule or a rule set that holds for responses that an earlier one decides.
    Overlap {
        /// Which of the two.
        what: &'static str,
        /// Such a response.
        example: String,
    },
    /// An operation that changes something and says nothing, where others of its document do.
    Unjudged,
}

impl OutcomeProblem {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::UnknownStatus(_) => "E0281",
            Self::UnknownMember { .. } => "E0282",
            Self::NeverSent(..) => "E0283",
            Self::CodeNotInteger(_) => "E0284",
            Self::NeverEqual(_) => "E0285",
            Self::Unreachable => "E0286",
            Self::Unjudged => "W0287",
            Self::Declared(_) => "E0288",
            Self::NeverReached => "E0289",
            Self::NeverHolds => "E0290",
            Self::Overlap { .. } => "E0291",
        }
    }

    pub(super) fn message(&self) -> String {
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
            Self::NeverReached => "unreachable rule".into(),
            Self::NeverHolds => {
                "the conditions of this rule contradict those of its rule set".into()
            }
            Self::Overlap { what, .. } => format!("this {what} overlaps an earlier one"),
            Self::Unjudged => "missing `x-outcome`".into(),
            Self::Declared(member) => format!("`{member}` is declared in the response"),
        }
    }

    pub(super) fn help(&self) -> String {
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
            Self::NeverReached => "remove it, or exclude its responses from the rules before it",
            Self::NeverHolds => "fix one of the two; the rule never decides",
            Self::Overlap { example, .. } if example.is_empty() => {
                "add a condition that can't hold for both; the earlier decides otherwise"
            }
            Self::Overlap { example, .. } => {
                return format!(
                    "exclude what both hold for, such as `{example}`, from one of the two; the earlier decides otherwise"
                );
            }
            Self::Declared(_) => "remove it from `undeclared`; the schema says how it is read",
            Self::Unjudged => {
                "add it, as other operations of this document have it; until then every documented 2xx is a success"
            }
        };
        help.into()
    }
}
