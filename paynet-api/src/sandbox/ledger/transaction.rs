//! Transactions: payments and what was done to them, each with a number of its own.

use crate::sandbox::clock::Moment;
use crate::{Amount, NotifyUrl, Personal, XactId};

/// What a transaction does with money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Takes an amount from a card.
    Sale,
    /// Gives back a sale, or a part of it.
    Refund,
    /// Blocks an amount on a card.
    Preauth,
    /// Takes an amount that was blocked, or a part of it.
    Capture,
    /// Releases an amount that was blocked.
    PreauthCancellation,
    /// Gives back a capture.
    CaptureCancellation,
}

impl Kind {
    /// Returns Paynet's number for it.
    // Source: doc.paynet.com.tr/servisler/islem/islem-detay, `transaction_type`.
    pub(crate) const fn number(self) -> i64 {
        match self {
            Self::Sale => 1,
            Self::Refund => 2,
            Self::Preauth => 3,
            Self::Capture => 4,
            Self::PreauthCancellation => 5,
            Self::CaptureCancellation => 6,
        }
    }

    /// Returns an invented text for it.
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::Sale => "sale",
            Self::Refund => "reversal",
            Self::Preauth => "preauth",
            Self::Capture => "capture",
            Self::PreauthCancellation => "preauth reversal",
            Self::CaptureCancellation => "capture reversal",
        }
    }

    /// Returns whether it takes something back.
    pub(crate) const fn is_reversal(self) -> bool {
        matches!(
            self,
            Self::Refund | Self::PreauthCancellation | Self::CaptureCancellation
        )
    }
}

/// How far a transaction is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Its money moved.
    Done,
    /// A refund that is accepted, and not decided.
    Requested,
    /// A refund that was accepted, and not approved.
    NotApproved,
    /// The bank declined the card.
    Declined,
}

/// A payment, or what was done to one.
#[derive(Clone, Debug)]
pub(crate) struct Transaction {
    /// Its plain number.
    pub(crate) id: u64,
    pub(crate) xact_id: XactId,
    pub(crate) kind: Kind,
    /// The plain number of the transaction that it reverses or captures.
    pub(crate) of: Option<u64>,
    pub(crate) amount: Amount,
    pub(crate) at: Moment,
    pub(crate) state: State,
    /// Whether it is a reversal of the whole, or of what was left of it.
    pub(crate) whole: bool,
    pub(crate) instalment: i64,
    pub(crate) reference_no: Option<String>,
    pub(crate) email: Option<Personal<String>>,
    pub(crate) phone: Option<Personal<String>>,
    pub(crate) note: Option<String>,
    /// Where the decision on a refund is posted.
    pub(crate) notify: Option<NotifyUrl>,
}

impl Transaction {
    /// Returns whether it succeeded, as the look-ups say.
    pub(crate) fn succeeded(&self) -> bool {
        self.state == State::Done
    }
}

/// Returns the number that the sandbox gives to a transaction. It has the characters that occur in
/// Paynet's examples and are lost where a client encodes it: `+`, `*` and `/`.
pub(crate) fn xact_id(id: u64) -> XactId {
    XactId::issued(format!("xk_SANDBOX{id:016}+made*up/sandboxINVENTED/"))
}

/// Returns the number masked as in the documented response to a capture cancellation.
// Assumption::MaskedNumber
pub(crate) fn masked(xact_id: &XactId) -> String {
    let last = xact_id.as_str().chars().count().saturating_sub(9);
    let mask = |(at, letter)| match at {
        0..=2 => letter,
        at if at < 10 || at >= last => '*',
        _ => letter,
    };
    xact_id.as_str().chars().enumerate().map(mask).collect()
}

#[cfg(test)]
mod tests {
    use super::{masked, xact_id};

    #[test]
    fn numbers_look_like_those_of_the_examples() {
        let documented = "xk_EAAAAAh7VYf9HG4+GR9ezqiMWAA8PY6P4eroE4BUUHRCLxGO";
        let id = xact_id(1001);
        assert_eq!(id.as_str().len(), documented.len());
        assert!(crate::XactId::new(id.as_str()).is_ok());
        assert_eq!(
            masked(&id),
            "xk_*******0000000000001001+made*up/sandbox*********"
        );
    }
}
