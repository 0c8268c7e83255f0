//! What became of one refund of the file.

use std::time::SystemTime;

use paynet_api::Outcome;
use paynet_api::journal::{Entry, JournalError, JournalErrorKind, Receipt, State};

/// What became of one refund of the file.
#[derive(Clone, Debug)]
pub(super) struct Report {
    pub(super) fate: Fate,
    /// The name of the state, as the journal stores it.
    pub(super) state: &'static str,
    /// Paynet's result code, if the refund failed with one.
    pub(super) code: Option<i64>,
    pub(super) when: Option<SystemTime>,
    /// What proves it, in the journal's words.
    pub(super) evidence: String,
    /// What it says about the refunds after it.
    pub(super) trouble: Option<Trouble>,
}

/// What became of a refund, as far as it matters to whoever sent the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fate {
    Accepted,
    /// Accepted before this run.
    AcceptedBefore,
    Refused,
    NotSent,
    Unknown,
    /// The run was stopped before it.
    NotBegun,
}

/// Why the refunds after one may fail as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// The journal's database failed. Nothing may be sent without it.
    Database,
    /// Paynet could not be reached, or did not respond clearly.
    Paynet,
}

impl Report {
    /// Of a refund that was recorded before this run, or by somebody else.
    pub(super) fn recorded(entry: &Entry) -> Self {
        let fate = match entry.state.outcome() {
            Outcome::Accepted => Fate::AcceptedBefore,
            Outcome::Refused => Fate::Refused,
            // What is planned by somebody else may be sent at any moment.
            Outcome::NotSent if !entry.state.is_under_way() => Fate::NotSent,
            Outcome::NotSent | Outcome::Unknown => Fate::Unknown,
        };
        Self::of(fate, entry)
    }

    fn of(fate: Fate, entry: &Entry) -> Self {
        Self {
            fate,
            state: entry.state.as_str(),
            code: entry.code,
            when: Some(entry.changed_at),
            evidence: String::new(),
            trouble: None,
        }
    }

    /// Of a refund that this run did not come to.
    pub(super) const fn not_begun() -> Self {
        Self {
            fate: Fate::NotBegun,
            state: "not_begun",
            code: None,
            when: None,
            evidence: String::new(),
            trouble: None,
        }
    }

    /// Of a refund whose call was given up, if the journal cannot be read.
    pub(super) fn in_doubt(error: &JournalError) -> Self {
        Self {
            fate: Fate::Unknown,
            state: State::Unknown.as_str(),
            evidence: error.to_string(),
            ..Self::not_begun()
        }
    }

    /// Of a refund that was accepted.
    pub(super) fn accepted<R>(receipt: &Receipt<R>) -> Self {
        let fate = match receipt.accepted() {
            Some(_) => Fate::Accepted,
            None => Fate::AcceptedBefore,
        };
        let mut report = Self::of(fate, receipt.entry());
        if let Some(error) = receipt.not_stored() {
            report.state = State::Accepted.as_str();
            report.not_stored(&format!("accepted, but that could not be stored: {error}"));
        }
        report
    }

    /// Of a refund that was not accepted now.
    pub(super) fn failed(error: &JournalError, own_key: &str) -> Self {
        let mut report = match error.kind() {
            JournalErrorKind::Call { entry, error } => {
                let mut report = Self::recorded(entry);
                report.fate = Fate::from(error.outcome());
                report.state = State::from(error.outcome()).as_str();
                report
            }
            JournalErrorKind::Recorded(entry) => return Self::recorded(entry),
            JournalErrorKind::Busy(entry) if entry.key.as_str() == own_key => {
                return Self::recorded(entry);
            }
            kind => Self::not_sent(kind, error),
        };
        report.trouble = trouble(error);
        if let Some(why) = error.not_stored() {
            report.not_stored(&format!("this could not be stored: {why}"));
        }
        report
    }

    fn not_sent(kind: &JournalErrorKind, error: &JournalError) -> Self {
        let mut report = Self::not_begun();
        report.fate = Fate::NotSent;
        report.state = State::NotSent.as_str();
        // The entry of these is the refund's own, and its history says why.
        if let JournalErrorKind::CouldExceed { entry, .. }
        | JournalErrorKind::LookUp { entry, .. } = kind
        {
            report.when = Some(entry.changed_at);
        } else {
            report.evidence = error.to_string();
        }
        report
    }

    fn not_stored(&mut self, why: &str) {
        why.clone_into(&mut self.evidence);
        self.trouble = Some(Trouble::Database);
    }
}

fn trouble(error: &JournalError) -> Option<Trouble> {
    match error.kind() {
        JournalErrorKind::Store(_) => Some(Trouble::Database),
        JournalErrorKind::LookUp { .. } => Some(Trouble::Paynet),
        JournalErrorKind::Call { error, .. } => match error.outcome() {
            Outcome::NotSent | Outcome::Unknown => Some(Trouble::Paynet),
            Outcome::Refused | Outcome::Accepted => None,
        },
        _ => None,
    }
}

impl From<Outcome> for Fate {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::NotSent => Self::NotSent,
            Outcome::Refused => Self::Refused,
            Outcome::Accepted => Self::Accepted,
            Outcome::Unknown => Self::Unknown,
        }
    }
}
