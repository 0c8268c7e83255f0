//! Refunds and cancellations of sales.

use crate::sandbox::assumptions::Assumption;
use crate::sandbox::ledger::Ledger;
use crate::sandbox::ledger::refusal::{Done, Refusal, Verdict, tail};
use crate::sandbox::ledger::transaction::{Kind, State, Transaction};
use crate::sandbox::rules::{Approval, Repeated, SameDay};
use crate::transaction::operations::RefundOperation;
use crate::transaction::types::{Refund, RefundResponse};
use crate::{Amount, RefundAmount, ResultCode};

impl Ledger {
    /// Requests a refund or a cancellation.
    pub(crate) fn refund(&mut self, request: &RefundOperation) -> RefundResponse {
        let verdict = self.try_refund(&request.body);
        let (code, message) = tail(&verdict);
        RefundResponse {
            object_name: Some("transaction_reversed_request".to_owned()),
            code,
            message,
        }
    }

    fn try_refund(&mut self, refund: &Refund) -> Verdict {
        let sale = self.reversible(&refund.xact_id, Kind::Sale)?.clone();
        let Ok(left) = Amount::from_kurus(self.left(&sale)) else {
            return self.again(&sale, refund.amount);
        };
        let amount = self.amount(&sale, left, refund.amount)?;
        let reversal = Transaction {
            of: Some(sale.id),
            state: State::Requested,
            // A part that happens to be all that was left is no request for the whole.
            whole: refund.amount != RefundAmount::Partial(amount) || amount == sale.amount,
            notify: refund.succeed_url.clone(),
            reference_no: sale.reference_no,
            ..self.draft(Kind::Refund, amount)
        };
        let reversal = self.add(reversal);
        match self.rules.approval {
            Approval::Approved => self.decide_on(&reversal, true),
            Approval::NotApproved => self.decide_on(&reversal, false),
            Approval::Held => {}
        }
        Ok(Done::Now)
    }

    /// Returns how much is given back.
    fn amount(&self, sale: &Transaction, left: Amount, asked: RefundAmount) -> Verdict<Amount> {
        let RefundAmount::Partial(part) = asked else {
            return Ok(left); // Assumption::FullAfterParts
        };
        // Assumption::PartOfTheWhole
        if part < sale.amount && sale.at.day() == self.now().day() {
            return match self.rules.same_day {
                SameDay::CancelsWhole => Ok(left),
                SameDay::Refuses => Err(Refusal::new(
                    ResultCode::UNSUCCESSFUL,
                    Assumption::SameDayPart,
                )),
            };
        }
        if part > left {
            return Err(too_much());
        }
        Ok(part)
    }

    /// Answers a refund of a sale of which nothing is left.
    fn again(&self, sale: &Transaction, asked: RefundAmount) -> Verdict {
        let whole = self.done_to(sale.id).any(|it| it.whole);
        let asks_for_whole = match asked {
            RefundAmount::Full => true,
            RefundAmount::Partial(part) => part == sale.amount,
        };
        match whole && asks_for_whole {
            true => self.repeated(),
            false => Err(nothing_left()),
        }
    }

    /// Answers the repetition of something that was done before.
    pub(super) fn repeated(&self) -> Verdict {
        match self.rules.repeated {
            Repeated::AcceptedEarlier => Ok(Done::Earlier),
            Repeated::Accepted => Ok(Done::Now),
            Repeated::Code(code) => Err(Refusal::new(code, Assumption::Repeated)),
        }
    }

    /// Finds a payment of this kind that succeeded.
    pub(super) fn reversible(&self, xact_id: &crate::XactId, kind: Kind) -> Verdict<&Transaction> {
        let found = self.find(xact_id).ok_or(unknown())?;
        if found.kind != kind {
            return Err(wrong_kind());
        }
        succeeded(found)
    }
}

pub(super) const fn unknown() -> Refusal {
    Refusal::new(ResultCode::NO_DATA, Assumption::UnknownTransaction)
}

pub(super) const fn wrong_kind() -> Refusal {
    Refusal::new(ResultCode::WRONG_TRANSACTION_TYPE, Assumption::WrongKind)
}

pub(super) const fn nothing_left() -> Refusal {
    Refusal::new(ResultCode::NO_PROCESS, Assumption::NothingLeft)
}

pub(super) const fn too_much() -> Refusal {
    Refusal::new(ResultCode::BAD_REQUEST, Assumption::TooMuch)
}

/// Refuses what is done to a payment that did not succeed.
pub(super) fn succeeded(payment: &Transaction) -> Verdict<&Transaction> {
    match payment.succeeded() {
        true => Ok(payment),
        false => Err(Refusal::new(
            ResultCode::NO_PROCESS,
            Assumption::FailedPayment,
        )),
    }
}
