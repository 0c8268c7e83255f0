//! What two looks prove together: one from before the request, and one from now.

use super::look::Seen;
use super::resolution::{Evidence, Finding};
use super::reversal::Extent;

/// Compares what is seen now with the snapshot, and adds the evidence.
pub(super) fn compare(
    extent: Extent,
    before: Option<&Seen>,
    now: &Seen,
    evidence: &mut Vec<Evidence>,
) -> Finding {
    let listed_before = before.and_then(|before| before.listed.as_deref());
    let rows = now
        .listed
        .as_deref()
        .map(|now| Rows::of(listed_before, now));
    let was_reversed = before.and_then(|before| before.reversed);
    let seen = seen(was_reversed, now).into_iter();
    let listed = rows.as_ref().map(|rows| rows.evidence(listed_before));
    evidence.extend(seen.chain(listed));
    if before.is_none() {
        evidence.push(Evidence::NoSnapshot);
    }
    match extent {
        Extent::Whole => whole(before.is_some(), now.reversed, rows.map(|rows| rows.change)),
        Extent::Part => part(
            before,
            was_reversed,
            now.reversed,
            rows.map(|rows| rows.change),
        ),
    }
}

/// A transaction is reversed whole once, so that it shows as reversed is enough.
fn whole(has_snapshot: bool, reversed: Option<bool>, rows: Option<Change>) -> Finding {
    match (reversed, rows) {
        (Some(true), _) => Finding::Reversed,
        (_, Some(Change::More)) => Finding::OneMore,
        // Rows went away: neither look can be trusted.
        (_, Some(Change::Fewer)) => Finding::StillUnknown,
        (Some(false), _) | (None, Some(Change::NoneAtAll)) => Finding::NotSeenYet,
        (None, Some(Change::Same)) if has_snapshot => Finding::NotSeenYet,
        (None, _) => Finding::StillUnknown,
    }
}

/// Two equal parts are two reversals, so only a change since the snapshot says something.
fn part(
    before: Option<&Seen>,
    was_reversed: Option<bool>,
    reversed: Option<bool>,
    rows: Option<Change>,
) -> Finding {
    if before.is_none() {
        return Finding::StillUnknown;
    }
    match (was_reversed, reversed, rows) {
        (_, _, Some(Change::Fewer)) => Finding::StillUnknown,
        (_, _, Some(Change::More)) | (Some(false), Some(true), _) => Finding::OneMore,
        (_, _, Some(Change::Same | Change::NoneAtAll)) => Finding::NotSeenYet,
        // Whether a partial refund makes a transaction `reversed` is not documented.
        (_, _, Some(Change::NoSnapshot) | None) => Finding::StillUnknown,
    }
}

/// Returns what `detail` shows.
fn seen(was_reversed: Option<bool>, now: &Seen) -> Option<Evidence> {
    Some(match now.reversed? {
        true => Evidence::Reversed {
            by: now.reversed_xact_id.clone(),
            already: was_reversed == Some(true),
        },
        false => Evidence::NotReversed,
    })
}

/// The rows of the list, compared with those of the snapshot.
struct Rows {
    change: Change,
    now: usize,
    new: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    More,
    Same,
    Fewer,
    /// There is nothing to compare with, and nothing to compare.
    NoneAtAll,
    /// There is nothing to compare with.
    NoSnapshot,
}

impl Rows {
    fn of(before: Option<&[String]>, now: &[String]) -> Self {
        let change = match before {
            None if now.is_empty() => Change::NoneAtAll,
            None => Change::NoSnapshot,
            Some(before) => match now.len().cmp(&before.len()) {
                std::cmp::Ordering::Greater => Change::More,
                std::cmp::Ordering::Equal => Change::Same,
                std::cmp::Ordering::Less => Change::Fewer,
            },
        };
        let is_new = |number: &&String| {
            !number.is_empty() && before.is_some_and(|before| !before.contains(number))
        };
        Self {
            change,
            now: now.len(),
            new: now.iter().filter(is_new).cloned().collect(),
        }
    }

    fn evidence(&self, before: Option<&[String]>) -> Evidence {
        Evidence::Listed {
            before: before.map(<[String]>::len),
            now: self.now,
            new: self.new.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(reversed: Option<bool>, listed: Option<&[&str]>) -> Seen {
        Seen {
            reversed,
            listed: listed.map(|rows| rows.iter().map(|row| (*row).to_owned()).collect()),
            ..Seen::default()
        }
    }

    fn finding(extent: Extent, before: Option<&Seen>, now: &Seen) -> Finding {
        let mut evidence = Vec::new();
        let finding = compare(extent, before, now, &mut evidence);
        // A finding without evidence would be a claim.
        assert_eq!(
            evidence.is_empty(),
            *now == Seen::default() && before.is_some()
        );
        finding
    }

    const YES: Option<bool> = Some(true);
    const NO: Option<bool> = Some(false);

    #[test]
    fn a_whole_reversal_shows_at_the_transaction_or_in_the_list() {
        let before = &seen(NO, Some(&["r1"]));
        let cases = [
            (seen(YES, None), Finding::Reversed),
            (seen(YES, Some(&["r1"])), Finding::Reversed),
            (seen(NO, Some(&["r1", "r2"])), Finding::OneMore),
            (seen(None, Some(&["r1", "r2"])), Finding::OneMore),
            (seen(NO, Some(&["r1"])), Finding::NotSeenYet),
            (seen(NO, None), Finding::NotSeenYet),
            (seen(None, Some(&["r1"])), Finding::NotSeenYet),
            (seen(NO, Some(&[])), Finding::StillUnknown),
            (seen(None, None), Finding::StillUnknown),
        ];
        for (now, expected) in cases {
            assert_eq!(
                finding(Extent::Whole, Some(before), &now),
                expected,
                "{now:?}"
            );
        }
    }

    #[test]
    fn without_a_snapshot_only_the_transaction_shows_a_whole_reversal() {
        let cases = [
            (seen(YES, None), Finding::Reversed),
            (seen(NO, Some(&["r1"])), Finding::NotSeenYet),
            (seen(None, Some(&[])), Finding::NotSeenYet),
            (seen(None, Some(&["r1"])), Finding::StillUnknown),
            (seen(None, None), Finding::StillUnknown),
        ];
        for (now, expected) in cases {
            assert_eq!(finding(Extent::Whole, None, &now), expected, "{now:?}");
        }
    }

    #[test]
    fn a_part_is_a_change_since_the_snapshot() {
        let before = &seen(NO, Some(&["r1"]));
        let cases = [
            (seen(NO, Some(&["r1", "r2"])), Finding::OneMore),
            (seen(NO, Some(&["", ""])), Finding::OneMore),
            (seen(YES, None), Finding::OneMore),
            (seen(YES, Some(&["r1"])), Finding::OneMore),
            (seen(NO, Some(&["r1"])), Finding::NotSeenYet),
            (seen(None, Some(&["r1"])), Finding::NotSeenYet),
            (seen(NO, Some(&[])), Finding::StillUnknown),
            (seen(NO, None), Finding::StillUnknown),
        ];
        for (now, expected) in cases {
            assert_eq!(
                finding(Extent::Part, Some(before), &now),
                expected,
                "{now:?}"
            );
        }
        let before = &seen(YES, None);
        let now = seen(YES, Some(&["r1"]));
        assert_eq!(
            finding(Extent::Part, Some(before), &now),
            Finding::StillUnknown
        );
    }

    #[test]
    fn a_part_without_a_snapshot_stays_unknown_whatever_is_seen() {
        for reversed in [YES, NO, None] {
            for listed in [None, Some(&[][..]), Some(&["r1"][..])] {
                let now = seen(reversed, listed);
                assert_eq!(finding(Extent::Part, None, &now), Finding::StillUnknown);
            }
        }
    }
}
