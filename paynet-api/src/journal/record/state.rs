//! The states of an entry, and what each means.

use std::fmt;

use crate::{Finding, Invalid, Outcome};

/// The state of an entry.
///
/// Exhaustive on purpose: every case must be handled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Recorded, and proven not to be sent so far: nothing is sent in this state.
    Planned,
    /// The request may be sent at this moment, or may have been.
    Sending,
    /// Paynet accepted the request, which is not yet carried out.
    Accepted,
    /// Paynet answered that it refuses the request.
    Refused,
    /// Proven: the request was not sent.
    NotSent,
    /// The request may have been carried out or not, and nobody has looked yet.
    Unknown,
    /// The resolver found [`Finding::StillUnknown`].
    StillUnknown,
    /// The resolver found [`Finding::NotSeenYet`].
    NotSeenYet,
    /// The resolver found [`Finding::OneMore`].
    OneMore,
    /// The resolver found [`Finding::Reversed`].
    Reversed,
    /// Somebody decided that it was carried out.
    SettledDone,
    /// Somebody decided that it was not carried out.
    SettledNotDone,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Planned,
        Self::Sending,
        Self::Accepted,
        Self::Refused,
        Self::NotSent,
        Self::Unknown,
        Self::StillUnknown,
        Self::NotSeenYet,
        Self::OneMore,
        Self::Reversed,
        Self::SettledDone,
        Self::SettledNotDone,
    ];

    /// Returns whether the reversal is under way: one per transaction and environment may be.
    #[must_use]
    pub const fn is_under_way(self) -> bool {
        matches!(self, Self::Planned | Self::Sending)
    }

    /// Returns whether it is open what became of the request, as far as the journal knows: a person
    /// may decide it.
    #[must_use]
    pub const fn is_open(self) -> bool {
        self.is_resolvable() || matches!(self, Self::Reversed)
    }

    /// Returns whether the resolver may find out more.
    #[must_use]
    pub const fn is_resolvable(self) -> bool {
        matches!(
            self,
            Self::Unknown | Self::StillUnknown | Self::NotSeenYet | Self::OneMore
        )
    }

    /// Returns whether the amount counts as reversed: unless it is proven or decided that the
    /// request was not carried out.
    #[must_use]
    pub const fn counts(self) -> bool {
        !matches!(
            self,
            Self::Planned | Self::Refused | Self::NotSent | Self::SettledNotDone
        )
    }

    /// Returns what is known of the request. [`Reversed`](Self::Reversed) and
    /// [`SettledDone`](Self::SettledDone) are [`Outcome::Accepted`]: what was asked for has happened.
    /// [`SettledNotDone`](Self::SettledNotDone) is [`Outcome::Refused`], and not
    /// [`Outcome::NotSent`], because a decision does not prove that nothing was sent.
    #[must_use]
    pub const fn outcome(self) -> Outcome {
        match self {
            Self::Planned | Self::NotSent => Outcome::NotSent,
            Self::Refused | Self::SettledNotDone => Outcome::Refused,
            Self::Accepted | Self::Reversed | Self::SettledDone => Outcome::Accepted,
            Self::Sending
            | Self::Unknown
            | Self::StillUnknown
            | Self::NotSeenYet
            | Self::OneMore => Outcome::Unknown,
        }
    }

    /// Returns the name that is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Sending => "sending",
            Self::Accepted => "accepted",
            Self::Refused => "refused",
            Self::NotSent => "not_sent",
            Self::Unknown => "unknown",
            Self::StillUnknown => "still_unknown",
            Self::NotSeenYet => "not_seen_yet",
            Self::OneMore => "one_more",
            Self::Reversed => "reversed",
            Self::SettledDone => "settled_done",
            Self::SettledNotDone => "settled_not_done",
        }
    }

    /// Reads the name that is stored.
    ///
    /// # Errors
    ///
    /// If it is another name.
    pub fn parse(name: &str) -> Result<Self, Invalid> {
        let found = Self::ALL.into_iter().find(|it| it.as_str() == name);
        found.ok_or(Invalid::new("the stored state is none that is known"))
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::NotSent => "not sent",
            Self::StillUnknown => "still unknown",
            Self::NotSeenYet => "not seen yet",
            Self::OneMore => "one more reversal than before",
            Self::SettledDone => "settled: done",
            Self::SettledNotDone => "settled: not done",
            state => state.as_str(),
        })
    }
}

impl From<Outcome> for State {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::NotSent => Self::NotSent,
            Outcome::Refused => Self::Refused,
            Outcome::Accepted => Self::Accepted,
            Outcome::Unknown => Self::Unknown,
        }
    }
}

impl From<Finding> for State {
    fn from(finding: Finding) -> Self {
        match finding {
            Finding::Reversed => Self::Reversed,
            Finding::OneMore => Self::OneMore,
            Finding::NotSeenYet => Self::NotSeenYet,
            Finding::StillUnknown => Self::StillUnknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::State;

    #[test]
    fn every_name_is_read_back() {
        for state in State::ALL {
            assert_eq!(State::parse(state.as_str()), Ok(state));
        }
        for name in ["", "Planned", "not sent", "sent"] {
            assert!(State::parse(name).is_err());
        }
    }
}
