//! Cancellations of pre-authorizations.

use super::refund::nothing_left;
use crate::XactId;
use crate::sandbox::ledger::Ledger;
use crate::sandbox::ledger::refusal::{Done, Verdict, tail};
use crate::sandbox::ledger::transaction::{Kind, Transaction};
use crate::transaction::operations::CancelPreauthOperation;
use crate::transaction::types::PreauthCancellationResponse;

impl Ledger {
    /// Cancels a pre-authorization.
    pub(crate) fn cancel_preauth(
        &mut self,
        request: &CancelPreauthOperation,
    ) -> PreauthCancellationResponse {
        let verdict = self.try_cancel_preauth(&request.body.xact_id);
        let (code, message) = tail(&verdict);
        PreauthCancellationResponse {
            object_name: Some("transaction_preauth_reversed_request".to_owned()),
            code,
            message,
        }
    }

    fn try_cancel_preauth(&mut self, xact_id: &XactId) -> Verdict {
        let preauth = self.reversible(xact_id, Kind::Preauth)?.clone();
        let before = self.done_to(preauth.id).next().map(|it| it.kind);
        match before {
            Some(Kind::PreauthCancellation) => return self.repeated(),
            Some(_) => return Err(nothing_left()),
            None => {}
        }
        let cancellation = Transaction {
            of: Some(preauth.id),
            whole: true,
            reference_no: preauth.reference_no,
            ..self.draft(Kind::PreauthCancellation, preauth.amount)
        };
        self.add(cancellation);
        Ok(Done::Now)
    }
}
