//! Decisions on refunds: approved or not. The money moves only when a refund is approved.

use super::Ledger;
use super::notification::Decision;
use super::record::{Movement, PostedNotification};
use super::transaction::{Kind, State};
use crate::XactId;

impl Ledger {
    /// Decides on a refund that is waiting for it. Returns whether there is one.
    pub(crate) fn decide(&mut self, refund: &XactId, approved: bool) -> bool {
        self.current = None;
        let waits = self
            .find(refund)
            .is_some_and(|it| it.kind == Kind::Refund && it.state == State::Requested);
        if waits {
            self.decide_on(refund, approved);
        }
        waits
    }

    /// Returns the refunds that wait for a decision.
    pub(crate) fn undecided(&self) -> Vec<XactId> {
        let waiting = self.transactions.iter();
        let waiting = waiting.filter(|it| it.state == State::Requested);
        waiting.map(|it| it.xact_id.clone()).collect()
    }

    /// Decides on a refund.
    // Assumption::RefundDecided, Assumption::DisapprovedRefund
    pub(super) fn decide_on(&mut self, refund: &XactId, approved: bool) {
        let mut transactions = self.transactions.iter_mut();
        let Some(found) = transactions.find(|it| it.xact_id == *refund) else {
            return;
        };
        found.state = match approved {
            true => State::Done,
            false => State::NotApproved,
        };
        let found = found.clone();
        if approved {
            self.movements.push(Movement {
                kind: found.kind,
                xact_id: found.xact_id,
                of: found.of.and_then(|of| self.number_of(of)),
                amount: found.amount,
                request: self.current,
            });
        }
        self.decisions.extend(found.notify.map(|url| Decision {
            refund: refund.clone(),
            approved,
            url,
        }));
    }

    /// Takes the decisions that are to be posted.
    pub(crate) fn take_decisions(&mut self) -> Vec<Decision> {
        std::mem::take(&mut self.decisions)
    }

    /// Notes what became of a notification.
    pub(crate) fn posted(&mut self, decision: Decision, status: Option<u16>) {
        self.notifications.push(PostedNotification {
            refund: decision.refund,
            approved: decision.approved,
            status,
        });
    }
}
