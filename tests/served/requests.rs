//! Each operation, with every optional field, is read as it was written.

use paynet_api::agent::types::{SessionEnd, SessionRequest};
use paynet_api::runtime::server::Recognized;
use paynet_api::runtime::{Maybe, Operation};
use paynet_api::server::Request;
use paynet_api::softpos::types::{CheckTransactionRequest, InitReversalRequest, InitSaleRequest};
use paynet_api::transaction::types::{
    Capture, Refund, ReversalListQuery, TransactionCheck, TransactionDetailQuery,
    TransactionListQuery,
};
use paynet_api::{
    Amount, Call, CaptureAmount, CaptureCancellation, NotifyUrl, PreauthCancellation, RefundAmount,
    ReturnUrl, Secret, XactId,
};

use super::paynet;

/// Reads what a call sends, and asserts that a call of what was read would send the same.
#[track_caller]
fn round_trip<O: Operation + Clone + std::fmt::Debug>(
    call: Call<O, O::Response>,
    read: fn(Request) -> Option<O>,
) -> O {
    let sent = call.as_received().expect("it can be sent");
    let Recognized {
        request,
        unknown_members,
        ..
    } = Request::read(&sent).unwrap_or_else(|rejection| panic!("{sent:?}: {rejection}"));
    assert!(unknown_members.is_empty(), "{unknown_members:?}");
    let operation = read(request).expect("it is this operation");
    let mut written = String::new();
    let again = call.with(|original| {
        written = format!("{original:?}");
        *original = operation.clone();
    });
    assert_eq!(format!("{operation:?}"), written);
    let again = again.as_received().expect("it can be sent");
    assert!(again == sent, "{again:?} is not {sent:?}");
    operation
}

/// Like [`round_trip`], of an operation in which every optional field is set.
macro_rules! complete {
    ($call:expr, $variant:ident) => {{
        let operation = round_trip($call, |request| match request {
            Request::$variant(operation) => Some(operation),
            _ => None,
        });
        let shown = format!("{operation:?}");
        assert!(
            !shown.contains("None") && !shown.contains("Absent"),
            "{shown}"
        );
        operation
    }};
}

fn id() -> XactId {
    XactId::new("xk_invented*+/").expect("it is not blank")
}

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn refunds_are_read() {
    let transaction = paynet();
    let transaction = transaction.transaction();
    let url = NotifyUrl::new("https://shop.example/n?t=1").unwrap();
    let part = Refund::partial(id(), Amount::from_kurus(1050).unwrap()).notify(url.clone());
    assert_eq!(complete!(transaction.refund(&part), Refund).body, part);
    let whole = Refund::full(id()).notify(url);
    let read = complete!(transaction.refund(&whole), Refund).body;
    assert_eq!((read.amount, &read), (RefundAmount::Full, &whole));
}

#[test]
fn captures_and_cancellations_are_read() {
    let paynet = paynet();
    let transaction = paynet.transaction();
    for amount in [
        CaptureAmount::Full,
        Amount::from_kurus(1050).unwrap().into(),
    ] {
        let mut capture = Capture::new(amount);
        capture.xact_id = Some(id());
        (capture.xact, capture.reference_no) = (text("x1"), text("order-1"));
        let read = complete!(transaction.capture(&capture), Capture).body;
        assert_eq!(read, capture);
    }
    let cancellation = CaptureCancellation::new(id());
    let read = complete!(transaction.cancel_capture(&cancellation), CancelCapture);
    assert_eq!(read.body, cancellation);
    let cancellation = PreauthCancellation::new(id());
    let read = complete!(transaction.cancel_preauth(&cancellation), CancelPreauth);
    assert_eq!(read.body, cancellation);
}

#[test]
fn look_ups_are_read() {
    let paynet = paynet();
    let transaction = paynet.transaction();
    let mut check = TransactionCheck::default();
    (check.xact_id, check.reference_no) = (Some(id()), text("order \"1\"\n"));
    assert_eq!(complete!(transaction.check(&check), Check).body, check);
    let mut detail = TransactionDetailQuery::default();
    (detail.id, detail.xact_id, detail.xact) = (text("1"), Some(id()), text("x1"));
    (detail.reference_no, detail.user_id) = (text("ş"), Some("u1".into()));
    assert_eq!(complete!(transaction.detail(&detail), Detail).body, detail);
}

#[test]
fn lists_are_read() {
    let paynet = paynet();
    let transaction = paynet.transaction();
    let (first, last) = ("2024-05-01".parse().unwrap(), "2024-05-31".parse().unwrap());
    let mut list = TransactionListQuery::new(first, last);
    (list.agent_id, list.bank_id, list.user_id) = (text("a1"), text("b1"), Some("u1".into()));
    (list.show_unsucceed, list.untransferred) = (Some(true), Some(false));
    (list.limit, list.ending_before, list.starting_after) = (Some(2), Some(-1), Some(i64::MAX));
    assert_eq!(complete!(transaction.list(&list), List).body, list);
    let mut list = ReversalListQuery::new(list.datab, list.datbi);
    (list.agent_id, list.bank_id) = (text(""), text("b1"));
    (list.limit, list.ending_before, list.starting_after) = (Some(2), Some(3), Some(4));
    let read = complete!(transaction.list_reversals(&list), ListReversals);
    assert_eq!(read.body, list);
}

#[test]
fn sessions_are_read() {
    let paynet = paynet();
    let request = SessionRequest::new("1234", "username");
    let read = complete!(paynet.agent().create_session(&request), CreateSession);
    assert_eq!((read.body, read.paynet_mobile.as_str()), (request, "2"));
    let end = SessionEnd::new("session-invented");
    let read = complete!(paynet.agent().end_session(&end), EndSession);
    assert_eq!(read.body, end);
}

#[test]
fn calls_of_the_app_are_read() {
    let paynet = paynet();
    let (soft_pos, key) = (paynet.soft_pos(), Secret::new("session-invented"));
    let url = ReturnUrl::new("shop://back?order=1").unwrap();
    let mut start = InitReversalRequest::new(id());
    (start.reference_no, start.callback_url) = (text("order-1"), url.clone().into());
    let read = complete!(soft_pos.start_reversal(&key, &start), StartReversal);
    assert_eq!((read.body, read.session_key), (start.clone(), key.clone()));
    start.callback_url = Maybe::Null;
    let read = complete!(soft_pos.start_reversal(&key, &start), StartReversal);
    assert_eq!(read.body, start);

    let mut sale = InitSaleRequest::default();
    sale.amount = Some("10.50".parse().unwrap());
    (sale.add_commission, sale.instalment) = (Some(false), Some(3));
    sale.card_holder_phone = text("+90").map(Into::into);
    sale.card_holder_mail = text("a@b").map(Into::into);
    (sale.description, sale.reference_no) = (text("d"), text("order-1"));
    (sale.selected_agent_id, sale.callback_url) = (text("a1"), Some(url));
    let read = complete!(soft_pos.start_sale(&key, &sale), StartSale);
    assert_eq!((read.body, read.session_key), (sale, key.clone()));

    let check = CheckTransactionRequest::new("86D87D5052D98CD0");
    let read = complete!(soft_pos.check_transaction(&key, &check), CheckTransaction);
    assert_eq!((read.body, read.session_key), (check, key));
}
