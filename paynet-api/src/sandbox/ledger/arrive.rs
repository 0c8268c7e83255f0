//! The record of requests, and the payments to start from.

use super::Ledger;
use super::payment::Payment;
use super::record::ReceivedRequest;
use super::transaction::{State, Transaction};
use crate::sandbox::operation::Operation;
use crate::{ResultCode, XactId};

impl Ledger {
    /// Adds a payment to start from.
    pub(crate) fn start_from(&mut self, payment: Payment) -> XactId {
        self.current = None;
        let transaction = Transaction {
            state: match payment.declined {
                true => State::Declined,
                false => State::Done,
            },
            instalment: payment.instalment,
            reference_no: payment.reference_no,
            email: payment.email,
            phone: payment.phone,
            note: payment.note,
            ..self.draft(payment.kind, payment.amount)
        };
        self.add(transaction)
    }

    /// Notes that a request arrived, and returns its index.
    pub(crate) fn arrived(
        &mut self,
        operation: Option<Operation>,
        xact_id: Option<XactId>,
        fault: bool,
    ) -> usize {
        self.requests.push(ReceivedRequest {
            operation,
            xact_id,
            processed: false,
            status: None,
            code: None,
            fault,
        });
        self.requests.len() - 1
    }

    /// Begins to process a request: what follows is done because of it.
    pub(crate) fn process(&mut self, request: usize) {
        self.current = Some(request);
        if let Some(request) = self.requests.get_mut(request) {
            request.processed = true;
        }
    }

    /// Notes what was decided on a request.
    pub(crate) fn answered(&mut self, request: usize, status: u16, code: Option<ResultCode>) {
        self.current = None;
        if let Some(request) = self.requests.get_mut(request) {
            request.status = Some(status);
            request.code = code;
        }
    }
}
