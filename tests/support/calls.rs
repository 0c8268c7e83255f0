//! Each operation of the client as a call, by the name of its file in `wire/`. All values are invented.

use std::error::Error;

use paynet_api::agent::types::{SessionEnd, SessionRequest};
use paynet_api::runtime::Operation;
use paynet_api::softpos::types::{CheckTransactionRequest, InitSaleRequest};
use paynet_api::transaction::types::{
    Capture, ReversalListQuery, TransactionCheck, TransactionDetailQuery, TransactionListQuery,
};
use paynet_api::{
    Amount, Call, CaptureAmount, CaptureCancellation, NotifyUrl, Paynet, PreauthCancellation,
    Refund, ReturnUrl, Secret, StartReversal, XactId,
};

/// The names.
pub const NAMES: [&str; 15] = [
    "refund_in_full",
    "refund_in_part",
    "cancel_capture",
    "cancel_preauth",
    "capture_in_full",
    "capture_in_part",
    "check",
    "detail",
    "list",
    "list_reversals",
    "create_session",
    "end_session",
    "start_reversal",
    "start_sale",
    "check_transaction",
];

/// What is done with a call.
pub trait Visitor {
    /// What comes of it.
    type Output;

    /// Visits the call.
    fn visit<O>(self, call: Call<O, O::Response>) -> Self::Output
    where
        O: Operation;
}

/// Visits the call that a file of `wire/` is named for.
///
/// # Errors
///
/// If there is no such call.
pub fn visit<V: Visitor>(
    paynet: &Paynet,
    name: &str,
    visitor: V,
) -> Result<V::Output, Box<dyn Error>> {
    let transaction = paynet.transaction();
    let id = XactId::new("xk_invented*+/")?;
    Ok(match name {
        "refund_in_full" => visitor.visit(transaction.refund(&Refund::full(id))),
        "refund_in_part" => {
            let refund = Refund::partial(id, Amount::from_kurus(1050)?)
                .notify(NotifyUrl::new("https://shop.example/n?t=1")?);
            visitor.visit(transaction.refund(&refund))
        }
        "cancel_capture" => {
            visitor.visit(transaction.cancel_capture(&CaptureCancellation::new(id)))
        }
        "cancel_preauth" => {
            visitor.visit(transaction.cancel_preauth(&PreauthCancellation::new(id)))
        }
        "capture_in_full" => {
            let mut capture = Capture::new(CaptureAmount::Full);
            capture.xact_id = Some(id);
            visitor.visit(transaction.capture(&capture))
        }
        "capture_in_part" => {
            let mut capture = Capture::new(Amount::from_kurus(1050)?.into());
            capture.xact_id = Some(id);
            visitor.visit(transaction.capture(&capture))
        }
        _ => return visit_query(paynet, name, visitor),
    })
}

/// Visits a call that looks transactions up.
fn visit_query<V: Visitor>(
    paynet: &Paynet,
    name: &str,
    visitor: V,
) -> Result<V::Output, Box<dyn Error>> {
    let transaction = paynet.transaction();
    let (first, last) = ("2024-05-01".parse()?, "2024-05-31".parse()?);
    Ok(match name {
        "check" => {
            let mut check = TransactionCheck::default();
            check.xact_id = Some(XactId::new("xk_invented*+/")?);
            check.reference_no = Some("order-1".to_owned());
            visitor.visit(transaction.check(&check))
        }
        "detail" => {
            let mut query = TransactionDetailQuery::default();
            query.xact_id = Some(XactId::new("xk_invented*+/")?);
            visitor.visit(transaction.detail(&query))
        }
        "list" => {
            let mut query = TransactionListQuery::new(first, last);
            query.show_unsucceed = Some(true);
            (query.limit, query.starting_after) = (Some(2), Some(2));
            visitor.visit(transaction.list(&query))
        }
        "list_reversals" => {
            visitor.visit(transaction.list_reversals(&ReversalListQuery::new(first, last)))
        }
        _ => return visit_session(paynet, name, visitor),
    })
}

/// Visits a call of the PayPOS app or of its server.
fn visit_session<V: Visitor>(
    paynet: &Paynet,
    name: &str,
    visitor: V,
) -> Result<V::Output, Box<dyn Error>> {
    let (agent, soft_pos) = (paynet.agent(), paynet.soft_pos());
    let session = Secret::new("session-invented");
    Ok(match name {
        "create_session" => {
            visitor.visit(agent.create_session(&SessionRequest::new("1234", "username")))
        }
        "end_session" => visitor.visit(agent.end_session(&SessionEnd::new(session))),
        "start_reversal" => {
            let mut start = StartReversal::new(XactId::new("xk_invented*+/")?);
            start.reference_no = Some("order-1".to_owned());
            start.callback_url = ReturnUrl::new("shop://back?order=1")?.into();
            visitor.visit(soft_pos.start_reversal(&session, &start))
        }
        "start_sale" => {
            let mut sale = InitSaleRequest::default();
            sale.amount = Some("10.50".parse()?);
            sale.reference_no = Some("order-1".to_owned());
            sale.callback_url = Some(ReturnUrl::new("shop://back?order=1")?);
            visitor.visit(soft_pos.start_sale(&session, &sale))
        }
        "check_transaction" => {
            let check = CheckTransactionRequest::new("86D87D5052D98CD0");
            visitor.visit(soft_pos.check_transaction(&session, &check))
        }
        _ => return Err(format!("no call is named {name}").into()),
    })
}
