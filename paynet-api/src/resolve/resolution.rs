//! What was found about a reversal, and the evidence.

use std::fmt;
use std::time::SystemTime;

use crate::Error;

/// What was found about a reversal. No finding says that a request was refused or not carried out:
/// Paynet has no service that shows that.
///
/// Exhaustive on purpose: every case must be handled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Finding {
    /// Paynet shows the transaction as reversed, by whomever: this request, an earlier one, or
    /// somebody at Paynet's panel.
    Reversed,
    /// Since the snapshot there is at least one more reversal of the transaction. That it is this
    /// request's is not proven, because Paynet's rows carry no reference of the caller's.
    OneMore,
    /// Nothing shows so far. It may still appear: how long that takes is not documented.
    NotSeenYet,
    /// What could be seen says nothing: a call failed, a member is missing, or there is no snapshot
    /// to compare with.
    StillUnknown,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Reversed => "reversed",
            Self::OneMore => "one more reversal than before",
            Self::NotSeenYet => "not seen yet",
            Self::StillUnknown => "still unknown",
        })
    }
}

/// Something that was seen, or the reason why it was not. `Display` prints it as a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Evidence {
    /// `detail` shows the transaction as reversed.
    Reversed {
        /// The transaction that reversed it, going by the member's name.
        by: Option<String>,
        /// Whether the snapshot showed it too, so that it was reversed before the request was sent.
        already: bool,
    },
    /// `detail` shows the transaction as not reversed.
    NotReversed,
    /// Rows of `list_reversals` with the transaction's plain number.
    Listed {
        /// How many there were in the snapshot, if it has them.
        before: Option<usize>,
        /// How many there are now.
        now: usize,
        /// The numbers of the reversals that the snapshot does not have, as far as rows have one.
        new: Vec<String>,
    },
    /// There is no snapshot of this transaction to compare with.
    NoSnapshot,
    /// A call failed, with this error's text.
    Failed(String),
    /// Something that was needed is missing, in words.
    Unclear(&'static str),
}

impl Evidence {
    /// Returns whether the evidence rests on a guess about Paynet's responses: that `detail` has
    /// `reversed` is known from Paynet's PHP helper and a sample of an older page, and that a row of
    /// the list belongs to the transaction with the same `id` is an inference from the names.
    #[must_use]
    pub const fn is_guess(&self) -> bool {
        matches!(
            self,
            Self::Reversed { .. } | Self::NotReversed | Self::Listed { .. }
        )
    }

    /// Creates the evidence of a failed call.
    pub(super) fn failed(error: &Error) -> Self {
        Self::Failed(error.to_string())
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_guess() {
            f.write_str("by a guess, ")?;
        }
        match self {
            Self::Reversed { by, already } => {
                f.write_str("`detail` shows the transaction as reversed")?;
                if let Some(by) = by {
                    write!(f, " by {by}")?;
                }
                match already {
                    true => f.write_str(", as it did before the request"),
                    false => Ok(()),
                }
            }
            Self::NotReversed => f.write_str("`detail` shows the transaction as not reversed"),
            Self::Listed { before, now, new } => {
                write!(f, "`list_reversals` has {now} of the transaction")?;
                if let Some(before) = before {
                    write!(f, ", {before} before the request")?;
                }
                match new.as_slice() {
                    [] => Ok(()),
                    new => write!(f, ", new: {}", new.join(", ")),
                }
            }
            Self::NoSnapshot => f.write_str("there is no snapshot of this transaction"),
            Self::Failed(error) => f.write_str(error.trim_end_matches('.')),
            Self::Unclear(what) => f.write_str(what),
        }
    }
}

/// What was found about a reversal, and the evidence. `Display` prints both.
#[derive(Clone, Debug)]
pub struct Resolution {
    pub(super) finding: Finding,
    pub(super) evidence: Vec<Evidence>,
    pub(super) looked_at: SystemTime,
    pub(super) looks: u32,
}

impl Resolution {
    /// Returns what was found.
    #[must_use]
    pub const fn finding(&self) -> Finding {
        self.finding
    }

    /// Returns what the finding rests on.
    #[must_use]
    pub fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }

    /// Returns when the look that the finding rests on was begun.
    #[must_use]
    pub const fn looked_at(&self) -> SystemTime {
        self.looked_at
    }

    /// Returns how often Paynet was looked at.
    #[must_use]
    pub const fn looks(&self) -> u32 {
        self.looks
    }
}

impl fmt::Display for Resolution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.finding)?;
        for (index, evidence) in self.evidence.iter().enumerate() {
            let before = if index == 0 { ": " } else { "; " };
            write!(f, "{before}{evidence}")?;
        }
        Ok(())
    }
}
