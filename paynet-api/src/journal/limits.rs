//! Could a refund exceed what was paid? Pure, from the entries of its transaction.

use std::fmt;

use super::record::entry::Entry;
use super::record::operation::Operation;
use crate::Amount;

/// Why a refund could exceed what was paid for the transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Excess {
    /// The amount of the sale, if it is known.
    pub total: Option<Amount>,
    /// The sum of the parts that were reversed, or may have been, in kuruş.
    pub counted: i64,
    /// Whether the whole transaction was reversed, or may have been.
    pub whole: bool,
    /// The part that is requested; `None` is the whole transaction.
    pub requested: Option<Amount>,
}

impl fmt::Display for Excess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.requested {
            Some(amount) => write!(f, "a refund of {amount} TL could exceed ")?,
            None => f.write_str("a reversal of the whole transaction could exceed ")?,
        }
        match self.total {
            Some(total) => write!(f, "the total of {total} TL: ")?,
            None => f.write_str("the total, which is not known: ")?,
        }
        match (self.whole, Amount::from_kurus(self.counted)) {
            (true, _) => f.write_str("all of it was reversed, or may have been"),
            (false, Ok(counted)) => write!(f, "{counted} TL were reversed, or may have been"),
            (false, Err(_)) => f.write_str("nothing was reversed before"),
        }
    }
}

/// Checks a new entry against the others of its transaction, itself among them or not. What may
/// have been carried out counts as carried out.
///
/// # Errors
///
/// If it could exceed what was paid.
pub(super) fn check(new: &Entry, of_transaction: &[Entry]) -> Result<(), Excess> {
    let others = of_transaction.iter().filter(|it| it.number != new.number);
    let others: Vec<&Entry> = others.filter(|it| is_counted(new, it)).collect();
    let parts = others.iter().filter_map(|entry| entry.amount);
    let counted = parts.fold(0_i64, |sum, amount| sum.saturating_add(amount.kurus()));
    let whole = others.iter().any(|entry| entry.amount.is_none());
    let excess = Excess {
        total: total(new, of_transaction),
        counted,
        whole,
        requested: new.amount,
    };
    let fits = match (new.amount, excess.total) {
        (_, _) if whole => false,
        // All of a transaction of which nothing was reversed.
        (None, _) => others.is_empty(),
        (Some(amount), Some(total)) => counted.saturating_add(amount.kurus()) <= total.kurus(),
        (Some(_), None) => true,
    };
    if fits { Ok(()) } else { Err(excess) }
}

/// Returns whether another entry of the transaction counts. The cancellation of a capture and that
/// of its pre-authorization each take back something else, and may name the same transaction.
fn is_counted(new: &Entry, other: &Entry) -> bool {
    let is_refund = |entry: &Entry| entry.operation == Operation::Refund;
    let same = new.operation == other.operation || is_refund(new) || is_refund(other);
    same && other.state.counts()
}

/// Returns the known total of the transaction.
fn total(new: &Entry, of_transaction: &[Entry]) -> Option<Amount> {
    let mut known = with_total(new, of_transaction).filter_map(|entry| entry.total);
    new.total.or_else(|| known.next())
}

/// Returns an entry of the transaction with another total than the new one. A total that came with
/// nothing that counts may have been corrected since.
pub(super) fn other_total<'e>(new: &Entry, of_transaction: &'e [Entry]) -> Option<&'e Entry> {
    new.total?;
    with_total(new, of_transaction).find(|entry| entry.total != new.total)
}

fn with_total<'e>(new: &Entry, of_transaction: &'e [Entry]) -> impl Iterator<Item = &'e Entry> {
    let number = new.number;
    let others = of_transaction.iter().filter(move |it| it.number != number);
    others.filter(|it| it.total.is_some() && it.state.counts())
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use super::super::record::{key::Key, request::StoredRequest, state::State};
    use super::*;
    use crate::XactId;

    fn lira(amount: i64) -> Amount {
        Amount::from_kurus(amount * 100).unwrap()
    }

    fn entry(number: i64, state: State, amount: Option<i64>, total: Option<i64>) -> Entry {
        Entry {
            number,
            revision: 1,
            environment: "sandbox".to_owned(),
            key: Key::new(number.to_string()).unwrap(),
            operation: Operation::Refund,
            xact_id: XactId::new("xk_1").unwrap(),
            amount: amount.map(lira),
            total: total.map(lira),
            request: StoredRequest::new("{}"),
            snapshot: None,
            state,
            code: None,
            worker: "w".to_owned(),
            attempt: 1,
            lease_over: false,
            created_at: SystemTime::UNIX_EPOCH,
            changed_at: SystemTime::UNIX_EPOCH,
        }
    }

    fn fits(new: (Option<i64>, Option<i64>), others: &[(State, Option<i64>)]) -> bool {
        let new = entry(0, State::Planned, new.0, new.1);
        let others = others.iter().zip(1..);
        let others = others.map(|((state, amount), number)| entry(number, *state, *amount, None));
        let all: Vec<Entry> = others.chain([new.clone()]).collect();
        check(&new, &all).is_ok()
    }

    #[test]
    fn parts_fit_up_to_the_total() {
        let accepted = (State::Accepted, Some(10));
        assert!(fits((Some(5), Some(15)), &[accepted]));
        assert!(!fits((Some(6), Some(15)), &[accepted]));
        assert!(!fits((Some(1), Some(20)), &[accepted, accepted]));
        assert!(!fits((Some(16), Some(15)), &[]));
        // Nothing is known of the total: Paynet decides.
        assert!(fits((Some(6), None), &[accepted]));
    }

    #[test]
    fn the_whole_fits_alone() {
        for total in [None, Some(15)] {
            assert!(fits((None, total), &[]));
            assert!(!fits((None, total), &[(State::Unknown, Some(1))]));
            assert!(!fits((None, total), &[(State::Accepted, None)]));
            assert!(!fits((Some(1), total), &[(State::Accepted, None)]));
        }
    }

    #[test]
    fn what_may_have_been_carried_out_counts() {
        use State::{NotSent, Planned, Refused, SettledNotDone};
        let none = [NotSent, Planned, Refused, SettledNotDone];
        for state in State::ALL {
            let others = [(state, Some(10))];
            assert_eq!(
                fits((Some(6), Some(15)), &others),
                none.contains(&state),
                "{state}"
            );
            assert_eq!(
                fits((None, None), &others),
                none.contains(&state),
                "{state}"
            );
        }
    }

    #[test]
    fn cancellations_take_back_what_they_name() {
        use Operation::{CancelCapture, CancelPreauth};
        let apart = [
            (CancelCapture, CancelPreauth),
            (CancelPreauth, CancelCapture),
        ];
        for first in Operation::ALL {
            for second in Operation::ALL {
                let mut earlier = entry(1, State::Accepted, None, None);
                let mut new = entry(2, State::Planned, None, None);
                (earlier.operation, new.operation) = (first, second);
                let fits = check(&new, &[earlier]).is_ok();
                assert_eq!(fits, apart.contains(&(first, second)), "{first}, {second}");
            }
        }
    }

    #[test]
    fn the_total_of_an_earlier_entry_is_known() {
        let earlier = entry(1, State::Accepted, Some(10), Some(15));
        let new = entry(2, State::Planned, Some(6), None);
        let excess = check(&new, &[earlier, new.clone()]).unwrap_err();
        assert_eq!(
            excess.to_string(),
            "a refund of 6.00 TL could exceed the total of 15.00 TL: 10.00 TL were reversed, or may have been"
        );
    }

    #[test]
    fn a_sum_that_overflows_fits_nothing() {
        let mut huge = entry(1, State::Accepted, None, None);
        huge.amount = Amount::from_kurus(i64::MAX).ok();
        let new = entry(2, State::Planned, Some(1), Some(15));
        assert!(check(&new, &[huge]).is_err());
    }
}
