//! Look-ups of single transactions.

use super::refund::unknown;
use super::rows;
use crate::XactId;
use crate::sandbox::assumptions::Assumption;
use crate::sandbox::ledger::Ledger;
use crate::sandbox::ledger::refusal::{Done, Failure, Verdict, tail};
use crate::sandbox::ledger::transaction::Transaction;
use crate::transaction::operations::{CheckOperation, DetailOperation};
use crate::transaction::types::{
    TransactionCheckResponse, TransactionDetail, TransactionDetailResponse,
};

impl Ledger {
    /// Looks a transaction up, in short.
    ///
    /// # Errors
    ///
    /// If the request names no transaction.
    pub(crate) fn check(
        &self,
        request: &CheckOperation,
    ) -> Result<TransactionCheckResponse, Failure> {
        let query = &request.body;
        let found = match (&query.xact_id, &query.reference_no) {
            (Some(xact_id), _) => self.numbered(xact_id),
            (None, Some(reference)) => {
                self.matching(|it| it.reference_no.as_ref() == Some(reference))
            }
            (None, None) => return Err(Failure::malformed(Assumption::NoSelector)),
        };
        let (code, message) = tail(&any(&found));
        Ok(TransactionCheckResponse {
            data: Some(found.into_iter().map(rows::checked).collect()),
            code,
            message,
            ..TransactionCheckResponse::default()
        })
    }

    /// Looks a transaction up, in full.
    ///
    /// # Errors
    ///
    /// If the request names no transaction.
    pub(crate) fn detail(
        &self,
        request: &DetailOperation,
    ) -> Result<TransactionDetailResponse, Failure> {
        let query = &request.body;
        let id = query.id.as_ref().or(query.xact.as_ref());
        let found = match (&query.xact_id, id, &query.reference_no) {
            (Some(xact_id), ..) => self.numbered(xact_id),
            (None, Some(id), _) => self.matching(|it| it.id.to_string() == *id),
            (None, None, Some(reference)) => {
                self.matching(|it| it.reference_no.as_ref() == Some(reference))
            }
            (None, None, None) => return Err(Failure::malformed(Assumption::NoSelector)),
        };
        let (code, message) = tail(&any(&found));
        let detailed = |it: &Transaction| TransactionDetail {
            reversed: Some(self.is_reversed(it)),
            reversed_xact_id: self.reversed_by(it),
            ..rows::detailed(it)
        };
        Ok(TransactionDetailResponse {
            data: Some(found.into_iter().map(detailed).collect()),
            code,
            message,
            ..TransactionDetailResponse::default()
        })
    }

    /// Returns whether the look-ups say that a transaction is reversed.
    // Assumption::Reversed
    pub(super) fn is_reversed(&self, transaction: &Transaction) -> bool {
        let reversals = self.shown_reversals(transaction);
        let back: i64 = reversals.map(|it| it.amount.kurus()).sum();
        back == transaction.amount.kurus()
    }

    /// Returns the number of the reversal that the look-ups show.
    pub(super) fn reversed_by(&self, transaction: &Transaction) -> Option<String> {
        let last = self.shown_reversals(transaction).last();
        let last = last.filter(|_| self.is_reversed(transaction));
        last.map(|it| it.xact_id.as_str().to_owned())
    }

    /// Returns whether the look-ups show a transaction.
    // Assumption::Visible
    pub(super) fn is_shown(&self, transaction: &Transaction) -> bool {
        let from = transaction.at.plus(self.rules.visible_after);
        !transaction.kind.is_reversal() || from <= self.now()
    }

    fn shown_reversals(&self, transaction: &Transaction) -> impl Iterator<Item = &Transaction> {
        let reversals = self.done_to(transaction.id);
        let reversals = reversals.filter(|it| it.kind.is_reversal() && it.succeeded());
        reversals.filter(|it| self.is_shown(it))
    }

    fn numbered(&self, xact_id: &XactId) -> Vec<&Transaction> {
        let found = self.find(xact_id).filter(|it| self.is_shown(it));
        found.into_iter().collect()
    }

    fn matching(&self, matches: impl Fn(&Transaction) -> bool) -> Vec<&Transaction> {
        let shown = self.transactions.iter().filter(|it| self.is_shown(it));
        shown.filter(|it| matches(it)).collect()
    }
}

/// Refuses if nothing was found.
fn any(found: &[&Transaction]) -> Verdict {
    match found.is_empty() {
        true => Err(unknown()),
        false => Ok(Done::Now),
    }
}
