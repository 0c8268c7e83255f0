//! Each operation as a call on something that exists in the sandbox, and what came of it.

use std::time::Duration;

use paynet_api::agent::types::{SessionEnd, SessionRequest};
use paynet_api::runtime::{Maybe, Operation as Operates};
use paynet_api::sandbox::{Operation, Payment, Sandbox};
use paynet_api::softpos::types::{CheckTransactionRequest, InitSaleRequest};
use paynet_api::transaction::types::{
    Capture, ReversalListQuery, TransactionCheck, TransactionDetailQuery, TransactionListQuery,
};
use paynet_api::{
    Accepted, Amount, Call, CaptureAmount, CaptureCancellation, Date, Error, ErrorKind, NotifyUrl,
    Outcome, Paynet, Personal, PreauthCancellation, Raw, Refund, ReturnUrl, Secret, StartReversal,
    XactId,
};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// What the calls are about.
pub(crate) struct Subject {
    pub(crate) xact_id: XactId,
    pub(crate) amount: Amount,
    pub(crate) notify: Option<NotifyUrl>,
    /// Where the PayPOS app goes back to.
    pub(crate) back: Option<ReturnUrl>,
    /// Phone and e-mail.
    pub(crate) person: Option<(Personal<String>, Personal<String>)>,
    pub(crate) session: Secret,
    pub(crate) payment_session: String,
}

impl Subject {
    /// Lets something exist that the operation can be done to: a payment of this amount.
    pub(crate) async fn create(sandbox: &Sandbox, operation: Operation, amount: Amount) -> Self {
        let of = |payment: Payment| sandbox.add(payment.ago(DAY));
        let xact_id = match operation {
            Operation::CancelPreauth | Operation::Capture | Operation::CancelCapture => {
                of(Payment::preauth(amount))
            }
            _ => of(Payment::sale(amount)),
        };
        let mut subject = Self {
            xact_id,
            amount,
            notify: None,
            back: None,
            person: None,
            session: sandbox.session_key(),
            payment_session: String::new(),
        };
        subject.begin(sandbox, operation).await;
        subject
    }

    /// Does what has to be done before the operation.
    async fn begin(&mut self, sandbox: &Sandbox, operation: Operation) {
        let paynet = sandbox.client().unwrap();
        match operation {
            Operation::CancelCapture => {
                let mut capture = Capture::new(CaptureAmount::Full);
                capture.xact_id = Some(self.xact_id.clone());
                paynet.transaction().capture(&capture).await.unwrap();
            }
            Operation::CheckTransaction => {
                let soft_pos = paynet.soft_pos();
                let started = soft_pos.start_sale(&self.session, &self.sale()).await;
                let started = started.unwrap().into_response();
                let session = started.payment_session_id.unwrap();
                self.payment_session = session.expose().to_owned();
            }
            _ => {}
        }
    }

    pub(crate) fn sale(&self) -> InitSaleRequest {
        let mut sale = InitSaleRequest::default();
        sale.amount = Some("10.50".parse().unwrap());
        sale.reference_no = Some(format!("of-{}", self.amount.kurus()));
        sale.callback_url = self.back.clone();
        (sale.card_holder_phone, sale.card_holder_mail) = self.person.clone().unzip();
        sale
    }
}

/// What is done with a call.
pub(crate) trait Visitor {
    /// What comes of it.
    type Output;

    /// Visits the call.
    fn visit<O: Operates + std::fmt::Debug>(self, call: Call<O, O::Response>) -> Self::Output
    where
        O::Response: std::fmt::Debug;
}

/// Visits the call of an operation.
pub(crate) fn visit<V: Visitor>(
    paynet: &Paynet,
    operation: Operation,
    subject: &Subject,
    visitor: V,
) -> V::Output {
    let transaction = paynet.transaction();
    let id = subject.xact_id.clone();
    match operation {
        Operation::Refund => {
            let mut refund = Refund::partial(id, subject.amount);
            refund.succeed_url = subject.notify.clone();
            visitor.visit(transaction.refund(&refund))
        }
        Operation::CancelCapture => {
            visitor.visit(transaction.cancel_capture(&CaptureCancellation::new(id)))
        }
        Operation::CancelPreauth => {
            visitor.visit(transaction.cancel_preauth(&PreauthCancellation::new(id)))
        }
        Operation::Capture => {
            let mut capture = Capture::new(CaptureAmount::Full);
            capture.xact_id = Some(id);
            visitor.visit(transaction.capture(&capture))
        }
        _ => visit_query(paynet, operation, subject, visitor),
    }
}

/// Visits the call of an operation that looks transactions up.
fn visit_query<V: Visitor>(
    paynet: &Paynet,
    operation: Operation,
    subject: &Subject,
    visitor: V,
) -> V::Output {
    let transaction = paynet.transaction();
    let (first, last): (Date, Date) =
        ("2000-01-01".parse().unwrap(), "2199-12-31".parse().unwrap());
    match operation {
        Operation::Check => {
            let mut check = TransactionCheck::default();
            check.xact_id = Some(subject.xact_id.clone());
            visitor.visit(transaction.check(&check))
        }
        Operation::Detail => {
            let mut query = TransactionDetailQuery::default();
            query.xact_id = Some(subject.xact_id.clone());
            visitor.visit(transaction.detail(&query))
        }
        Operation::List => {
            let mut query = TransactionListQuery::new(first, last);
            query.limit = Some(1);
            visitor.visit(transaction.list(&query))
        }
        Operation::ListReversals => {
            let mut query = ReversalListQuery::new(first, last);
            query.limit = Some(1);
            visitor.visit(transaction.list_reversals(&query))
        }
        _ => visit_session(paynet, operation, subject, visitor),
    }
}

/// Visits the call of an operation with a session key, or of the PayPOS app.
fn visit_session<V: Visitor>(
    paynet: &Paynet,
    operation: Operation,
    subject: &Subject,
    visitor: V,
) -> V::Output {
    let (agent, soft_pos) = (paynet.agent(), paynet.soft_pos());
    let session = &subject.session;
    match operation {
        Operation::CreateSession => {
            visitor.visit(agent.create_session(&SessionRequest::new("1234", "username")))
        }
        Operation::EndSession => {
            visitor.visit(agent.end_session(&SessionEnd::new(session.clone())))
        }
        Operation::StartSale => visitor.visit(soft_pos.start_sale(session, &subject.sale())),
        Operation::StartReversal => {
            let mut start = StartReversal::new(subject.xact_id.clone());
            start.callback_url = subject.back.clone().map_or(Maybe::Absent, Maybe::from);
            visitor.visit(soft_pos.start_reversal(session, &start))
        }
        Operation::CheckTransaction => {
            let check = CheckTransactionRequest::new(subject.payment_session.as_str());
            visitor.visit(soft_pos.check_transaction(session, &check))
        }
        other => panic!("{other:?} has no call here"),
    }
}

/// Returns whether the specs let a client send the operation again.
pub(crate) const fn is_safe(operation: Operation) -> bool {
    // Written down here once more: a change in a spec has to be meant.
    matches!(
        operation,
        Operation::Check
            | Operation::Detail
            | Operation::List
            | Operation::ListReversals
            | Operation::CheckTransaction
    )
}

/// What the caller of an operation receives.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) outcome: Outcome,
    /// `None` if it was accepted and decoded.
    pub(crate) kind: Option<ErrorKind>,
    pub(crate) attempts: u32,
    pub(crate) status: Option<u16>,
    /// The body of the response, as far as it was received.
    pub(crate) body: Vec<u8>,
    pub(crate) elapsed: Duration,
}

impl<T> From<Result<Accepted<T>, Error>> for Told {
    fn from(result: Result<Accepted<T>, Error>) -> Self {
        let body = |raw: &Raw| raw.body().to_vec();
        match result {
            Ok(accepted) => Self {
                outcome: Outcome::Accepted,
                kind: None,
                attempts: accepted.attempts(),
                status: Some(accepted.raw().status()),
                body: body(accepted.raw()),
                elapsed: accepted.elapsed(),
            },
            Err(error) => Self {
                outcome: error.outcome(),
                kind: Some(error.kind()),
                attempts: error.attempts(),
                status: error.status(),
                body: error.raw().map(body).unwrap_or_default(),
                elapsed: error.elapsed(),
            },
        }
    }
}

/// Sends the call, with a deadline.
pub(crate) struct Send(pub(crate) Duration);

impl Visitor for Send {
    type Output = std::pin::Pin<Box<dyn Future<Output = Told> + std::marker::Send>>;

    fn visit<O: Operates>(self, call: Call<O, O::Response>) -> Self::Output {
        let call = call.timeout(self.0).into_future();
        Box::pin(async move { call.await.into() })
    }
}
