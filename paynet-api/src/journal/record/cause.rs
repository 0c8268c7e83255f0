//! Why an entry changes its state, and which state follows: one table.

use super::state::State;
use crate::{Finding, Outcome};

/// What somebody who asked Paynet decides about an entry whose outcome is open.
///
/// Exhaustive on purpose: every case must be handled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decision {
    /// The request was carried out.
    Done,
    /// The request was not carried out, and will not be.
    NotDone,
}

/// Why an entry changes its state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::journal) enum Cause {
    /// The same request is planned again, by another holder or after it was not sent.
    PlannedAgain,
    /// It is proven that the planned request is not sent.
    HeldBack,
    /// The holder is about to send it.
    Sends,
    /// The holder's call has ended.
    Ended(Outcome),
    /// The holder is gone, or so it seems.
    HolderGone,
    /// The resolver looked.
    Found(Finding),
    /// A person decided.
    Decided(Decision),
}

impl State {
    /// Returns the state that follows; `None` if this cannot happen here, so that nothing changes.
    pub(in crate::journal) fn after(self, cause: Cause) -> Option<Self> {
        use State::{NotSent, Planned, Sending, Unknown};
        match (self, cause) {
            (Planned | NotSent, Cause::PlannedAgain) => Some(Planned),
            (Planned, Cause::HeldBack) => Some(NotSent),
            (Planned, Cause::Sends) => Some(Sending),
            (Sending, Cause::Ended(outcome)) => Some(outcome.into()),
            // The call ended after its holder was taken for gone: what its response proves is
            // stronger than what was found or decided meanwhile. If it proves nothing, that stays.
            (state, Cause::Ended(outcome)) if state.was_given_up() => Some(match outcome {
                Outcome::Unknown => state,
                proven => proven.into(),
            }),
            (Sending, Cause::HolderGone) => Some(Unknown),
            (state, Cause::Found(finding)) if state.is_resolvable() => {
                // In the order of the states: what says less replaces nothing that says more.
                Some(state.max(finding.into()))
            }
            (state, Cause::Decided(decision)) if state.is_open() => Some(decision.into()),
            _ => None,
        }
    }

    /// Returns whether the entry left `Sending` without an outcome of its call.
    const fn was_given_up(self) -> bool {
        self.is_open() || matches!(self, Self::SettledDone | Self::SettledNotDone)
    }
}

impl From<Decision> for State {
    fn from(decision: Decision) -> Self {
        match decision {
            Decision::Done => Self::SettledDone,
            Decision::NotDone => Self::SettledNotDone,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Cause::{self, Decided, Ended, Found, HeldBack, HolderGone, PlannedAgain, Sends};
    use super::Decision::{Done, NotDone};
    use super::State::{self, *};
    use super::{Finding, Outcome};

    /// A row for each state, a column for each cause: `=` is a line of history alone, and `-` that it
    /// cannot happen.
    const TABLE: &str = "
                      again held sends | acc  ref  not  unk | gone | rev one nsy sun | done nd
    planned           =     not  send  | -    -    -    -   | -    | -   -   -   -   | -    -
    sending           -     -    -     | acc  ref  not  unk | unk  | -   -   -   -   | -    -
    accepted          -     -    -     | -    -    -    -   | -    | -   -   -   -   | -    -
    refused           -     -    -     | -    -    -    -   | -    | -   -   -   -   | -    -
    not_sent          plan  -    -     | -    -    -    -   | -    | -   -   -   -   | -    -
    unknown           -     -    -     | acc  ref  not  =   | -    | rev one nsy sun | done nd
    still_unknown     -     -    -     | acc  ref  not  =   | -    | rev one nsy =   | done nd
    not_seen_yet      -     -    -     | acc  ref  not  =   | -    | rev one =   =   | done nd
    one_more          -     -    -     | acc  ref  not  =   | -    | rev =   =   =   | done nd
    reversed          -     -    -     | acc  ref  not  =   | -    | -   -   -   -   | done nd
    settled_done      -     -    -     | acc  ref  not  =   | -    | -   -   -   -   | -    -
    settled_not_done  -     -    -     | acc  ref  not  =   | -    | -   -   -   -   | -    -
    ";

    const CAUSES: [Cause; 14] = [
        PlannedAgain,
        HeldBack,
        Sends,
        Ended(Outcome::Accepted),
        Ended(Outcome::Refused),
        Ended(Outcome::NotSent),
        Ended(Outcome::Unknown),
        HolderGone,
        Found(Finding::Reversed),
        Found(Finding::OneMore),
        Found(Finding::NotSeenYet),
        Found(Finding::StillUnknown),
        Decided(Done),
        Decided(NotDone),
    ];

    fn expected(cell: &str, state: State) -> Option<State> {
        Some(match cell {
            "-" => return None,
            "=" => state,
            "plan" => Planned,
            "send" => Sending,
            "acc" => Accepted,
            "ref" => Refused,
            "not" => NotSent,
            "unk" => Unknown,
            "rev" => Reversed,
            "one" => OneMore,
            "nsy" => NotSeenYet,
            "sun" => StillUnknown,
            "done" => SettledDone,
            "nd" => SettledNotDone,
            other => panic!("{other}"),
        })
    }

    #[test]
    fn the_table_is_complete_and_holds() {
        let rows = TABLE.trim().lines().skip(1);
        let mut seen = Vec::new();
        for row in rows {
            let mut cells = row.split_whitespace().filter(|cell| *cell != "|");
            let state = State::parse(cells.next().unwrap()).unwrap();
            let cells: Vec<&str> = cells.collect();
            assert_eq!(cells.len(), CAUSES.len(), "{state}");
            for (cell, cause) in cells.into_iter().zip(CAUSES) {
                assert_eq!(
                    state.after(cause),
                    expected(cell, state),
                    "{state}, {cause:?}"
                );
            }
            seen.push(state);
        }
        assert_eq!(
            seen,
            [
                Planned,
                Sending,
                Accepted,
                Refused,
                NotSent,
                Unknown,
                StillUnknown,
                NotSeenYet,
                OneMore,
                Reversed,
                SettledDone,
                SettledNotDone,
            ]
        );
    }

    /// Follows every path of steps: once a request may have been sent, it is planned again only after
    /// its own call proved that it was not.
    #[test]
    fn what_may_have_been_sent_is_never_planned_again() {
        let mut open = vec![Sending];
        let mut reached = Vec::new();
        while let Some(state) = open.pop() {
            let unproven = CAUSES
                .into_iter()
                .filter(|it| *it != Ended(Outcome::NotSent));
            for next in unproven.filter_map(|cause| state.after(cause)) {
                if !reached.contains(&next) {
                    reached.push(next);
                    open.push(next);
                }
            }
        }
        assert!(reached.len() > 5, "{reached:?}");
        assert!(
            !reached.contains(&Planned) && !reached.contains(&NotSent),
            "{reached:?}"
        );
    }
}
