//! What a worker says: a line on its standard output for each attempt.

use paynet_api::Outcome;
use paynet_api::journal::{JournalError, JournalErrorKind, Receipt};

/// A line of a worker's.
#[derive(Clone, Debug)]
pub(crate) enum Told {
    /// What the caller of an attempt gets.
    Attempt(Attempted),
    /// Why the process gave up.
    Failed(String),
    /// How many points the process passed.
    Points(u64),
}

/// What the caller of an attempt gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attempted {
    pub(crate) key: String,
    pub(crate) outcome: Outcome,
    pub(crate) why: String,
    /// Whether the outcome could be stored.
    pub(crate) is_stored: bool,
}

const ATTEMPT: &str = "told attempt";
const FAILED: &str = "told failed";
const POINTS: &str = "told points";

impl Told {
    pub(super) fn of<R>(key: &str, result: &Result<Receipt<R>, JournalError>) -> Self {
        let (outcome, why, is_stored) = match result {
            Ok(receipt) => {
                let why = match receipt.response() {
                    Some(_) => "now",
                    None => "earlier",
                };
                (Outcome::Accepted, why, receipt.not_stored().is_none())
            }
            Err(error) => (error.outcome(), why(error), error.not_stored().is_none()),
        };
        Self::Attempt(Attempted {
            key: key.to_owned(),
            outcome,
            why: why.to_owned(),
            is_stored,
        })
    }

    /// Returns whether another reversal is in the way.
    pub(super) fn is_busy(&self) -> bool {
        matches!(self, Self::Attempt(it) if it.why == "busy")
    }

    pub(super) fn print(&self) {
        // The test harness has a line of its own open.
        match self {
            Self::Attempt(it) => println!(
                "\n{ATTEMPT}\t{}\t{}\t{}\t{}",
                it.key, it.outcome, it.why, it.is_stored
            ),
            Self::Failed(why) => println!("\n{FAILED}\t{}", why.replace(['\t', '\n'], " ")),
            Self::Points(points) => println!("\n{POINTS}\t{points}"),
        }
    }

    /// Reads what a worker printed, up to where it was killed.
    pub(crate) fn parse(output: &str) -> Vec<Self> {
        // A line that lacks its end may lack more.
        let lines = output.split_inclusive('\n');
        let lines = lines.filter_map(|line| line.strip_suffix('\n'));
        lines.filter_map(Self::parse_line).collect()
    }

    fn parse_line(line: &str) -> Option<Self> {
        let parts: Vec<&str> = line.split('\t').collect();
        match parts.as_slice() {
            [ATTEMPT, key, outcome, why, is_stored] => Some(Self::Attempt(Attempted {
                key: (*key).to_owned(),
                outcome: parse_outcome(outcome),
                why: (*why).to_owned(),
                is_stored: *is_stored == "true",
            })),
            [FAILED, why] => Some(Self::Failed((*why).to_owned())),
            [POINTS, points] => Some(Self::Points(points.parse().unwrap())),
            _ => None,
        }
    }
}

fn parse_outcome(text: &str) -> Outcome {
    use Outcome::{Accepted, NotSent, Refused, Unknown};
    let all = [Accepted, NotSent, Refused, Unknown];
    all.into_iter().find(|it| it.to_string() == text).unwrap()
}

fn why(error: &JournalError) -> &'static str {
    match error.kind() {
        JournalErrorKind::InvalidKey(_) => "invalid key",
        JournalErrorKind::Busy(_) => "busy",
        JournalErrorKind::Conflict(_) => "conflict",
        JournalErrorKind::OtherTotal { .. } => "other total",
        JournalErrorKind::CouldExceed { .. } => "could exceed",
        JournalErrorKind::LookUp { .. } => "look-up",
        JournalErrorKind::Store(_) => "store",
        JournalErrorKind::Call { .. } => "call",
        JournalErrorKind::Recorded(_) => "recorded",
        _ => "other",
    }
}
