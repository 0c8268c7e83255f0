//! Captures of pre-authorizations, and their cancellations.

use super::refund::{nothing_left, succeeded, too_much, unknown, wrong_kind};
use super::rows;
use crate::sandbox::assumptions::Assumption;
use crate::sandbox::ledger::Ledger;
use crate::sandbox::ledger::refusal::{Done, Failure, Verdict, tail};
use crate::sandbox::ledger::transaction::{Kind, Transaction};
use crate::sandbox::rules::CaptureNumber;
use crate::transaction::operations::{CancelCaptureOperation, CaptureOperation};
use crate::transaction::types::{Capture, CaptureCancellationResponse, CaptureResponse};
use crate::{CaptureAmount, ResultCode, XactId};

use crate::sandbox::ledger::refusal::Refusal;

impl Ledger {
    /// Captures a pre-authorization.
    ///
    /// # Errors
    ///
    /// If the request names no transaction.
    // Assumption::CodeOfACapture
    pub(crate) fn capture(
        &mut self,
        request: &CaptureOperation,
    ) -> Result<CaptureResponse, Failure> {
        let Capture {
            xact_id,
            xact,
            reference_no,
            ..
        } = &request.body;
        if xact_id.is_none() && xact.is_none() && reference_no.is_none() {
            return Err(Failure::malformed(Assumption::NoSelector));
        }
        let done = self.try_capture(&request.body);
        let (code, message) = tail(&done.as_ref().map(|(_, done)| *done).map_err(|it| *it));
        let response = match &done {
            Ok((capture, _)) => rows::captured(capture),
            Err(_) => CaptureResponse::default(),
        };
        Ok(CaptureResponse {
            is_succeed: Some(done.is_ok()),
            object_name: Some("transaction".to_owned()),
            code,
            message,
            ..response
        })
    }

    fn try_capture(&mut self, capture: &Capture) -> Verdict<(Transaction, Done)> {
        let preauth = succeeded(self.selected(capture)?)?.clone();
        let amount = match capture.amount {
            CaptureAmount::Full => preauth.amount,
            CaptureAmount::Partial(part) => part,
        };
        if let Some(before) = self.done_to(preauth.id).next() {
            // Assumption::OneCapture
            let same = before.kind == Kind::Capture && before.amount == amount;
            let stands = self.done_to(before.id).next().is_none();
            return match same && stands {
                true => self.repeated().map(|done| (before.clone(), done)),
                false => Err(nothing_left()),
            };
        }
        if amount > preauth.amount {
            return Err(too_much());
        }
        self.approved_by_bank()?;
        let capture = Transaction {
            of: Some(preauth.id),
            reference_no: preauth.reference_no,
            ..self.draft(Kind::Capture, amount)
        };
        self.add(capture.clone());
        Ok((capture, Done::Now))
    }

    /// Finds the pre-authorization that a request names.
    fn selected(&self, capture: &Capture) -> Verdict<&Transaction> {
        let named = |it: &&Transaction| match (&capture.xact_id, &capture.xact) {
            (Some(xact_id), _) => it.xact_id == *xact_id,
            (None, Some(id)) => it.id.to_string() == *id,
            (None, None) => it.kind == Kind::Preauth && it.reference_no == capture.reference_no,
        };
        let found = self.transactions.iter().find(named).ok_or(unknown())?;
        match found.kind {
            Kind::Preauth => Ok(found),
            _ => Err(wrong_kind()),
        }
    }

    /// Cancels a capture.
    pub(crate) fn cancel_capture(
        &mut self,
        request: &CancelCaptureOperation,
    ) -> CaptureCancellationResponse {
        let done = self.try_cancel_capture(&request.body.xact_id);
        let (code, message) = tail(&done.as_ref().map(|(_, done)| *done).map_err(|it| *it));
        let response = match &done {
            Ok((cancellation, _)) => rows::capture_cancelled(cancellation),
            Err(_) => CaptureCancellationResponse::default(),
        };
        CaptureCancellationResponse {
            is_succeed: Some(done.is_ok()),
            object_name: Some("transaction".to_owned()),
            code,
            message,
            ..response
        }
    }

    fn try_cancel_capture(&mut self, xact_id: &XactId) -> Verdict<(Transaction, Done)> {
        let capture = succeeded(self.capture_named(xact_id)?)?.clone();
        if let Some(before) = self.done_to(capture.id).next() {
            return self.repeated().map(|done| (before.clone(), done));
        }
        self.approved_by_bank()?;
        // Assumption::CancelledCapture
        let cancellation = Transaction {
            of: Some(capture.id),
            whole: true,
            reference_no: capture.reference_no,
            ..self.draft(Kind::CaptureCancellation, capture.amount)
        };
        self.add(cancellation.clone());
        Ok((cancellation, Done::Now))
    }

    /// Finds the capture that a cancellation names.
    // Assumption::CaptureNumber
    fn capture_named(&self, xact_id: &XactId) -> Verdict<&Transaction> {
        let found = self.find(xact_id).ok_or(unknown())?;
        match (found.kind, self.rules.capture_named_by) {
            (Kind::Capture, CaptureNumber::Either | CaptureNumber::Capture) => Ok(found),
            (Kind::Preauth, CaptureNumber::Either | CaptureNumber::Preauth) => {
                let mut captures = self.done_to(found.id);
                captures
                    .find(|it| it.kind == Kind::Capture)
                    .ok_or(nothing_left())
            }
            _ => Err(wrong_kind()),
        }
    }

    /// Refuses what the bank does not approve.
    // Source: capture-cancellation.md, row "is_succeed": false under status 200 when the bank
    // refuses.
    fn approved_by_bank(&self) -> Verdict<()> {
        match self.rules.bank_approves {
            true => Ok(()),
            false => Err(Refusal::new(
                ResultCode::UNSUCCESSFUL,
                Assumption::BankDeclines,
            )),
        }
    }
}
