//! Each operation, as the client sees it.

use paynet_api::agent::types::{SessionEnd, SessionRequest};
use paynet_api::sandbox::{Kind, Operation, Repeated};
use paynet_api::transaction::types::{
    Capture, ReversalListQuery, TransactionCheck, TransactionDetailQuery, TransactionListQuery,
};
use paynet_api::{
    Acceptance, CaptureAmount, CaptureCancellation, Date, Outcome, Paynet, PreauthCancellation,
    Refund, ResultCode, XactId,
};

use crate::{fixture, lira};

#[tokio::test]
async fn a_refund_is_accepted_and_then_accepted_earlier() {
    let it = fixture().await;
    let refund = Refund::full(it.sale.clone());
    let first = it.paynet.transaction().refund(&refund).await.unwrap();
    assert_eq!(first.acceptance(), Acceptance::New);
    let again = it.paynet.transaction().refund(&refund).await.unwrap();
    assert_eq!(again.acceptance(), Acceptance::Earlier);
    assert_eq!(it.sandbox.ledger().reversed(&it.sale), 1500);
}

#[tokio::test]
async fn a_refusal_is_refused_and_an_unclear_code_unknown() {
    let it = fixture().await;
    let refund = Refund::full(it.sale.clone());
    it.paynet.transaction().refund(&refund).await.unwrap();
    for (code, outcome) in [
        (ResultCode::NO_PROCESS, Outcome::Refused),
        (ResultCode::DUPLICATE_DATA, Outcome::Unknown),
    ] {
        it.sandbox
            .rules(|rules| rules.repeated = Repeated::Code(code));
        let error = it.paynet.transaction().refund(&refund).await.unwrap_err();
        assert_eq!(error.outcome(), outcome);
        assert_eq!(error.result_code(), Some(code));
    }
}

#[tokio::test]
async fn every_request_is_in_the_ledger_with_what_it_moved() {
    let it = fixture().await;
    let part = Refund::partial(it.sale.clone(), lira(500));
    it.paynet.transaction().refund(&part).await.unwrap();
    let other = Refund::full(XactId::new("xk_unknown").unwrap());
    it.paynet.transaction().refund(&other).await.unwrap_err();
    let ledger = it.sandbox.ledger();
    let [first, second] = ledger.requests() else {
        panic!("{ledger:?}");
    };
    assert_eq!(first.operation, Some(Operation::Refund));
    assert_eq!(first.xact_id.as_ref(), Some(&it.sale));
    assert_eq!((first.processed, first.fault), (true, false));
    assert_eq!(
        (first.status, first.code),
        (Some(200), Some(ResultCode::SUCCESSFUL))
    );
    assert_eq!(second.code, Some(ResultCode::NO_DATA));
    let [sale, refund] = ledger.movements() else {
        panic!("{ledger:?}");
    };
    assert_eq!((sale.kind, sale.request), (Kind::Sale, None));
    assert_eq!((refund.kind, refund.request), (Kind::Refund, Some(0)));
    assert_eq!(refund.amount, lira(500));
}

#[tokio::test]
async fn captures_and_their_cancellations_are_accepted() {
    let it = fixture().await;
    let transaction = it.paynet.transaction();
    let preauth = it.sandbox.preauth(lira(1500));
    let mut capture = Capture::new(CaptureAmount::Partial(lira(1050)));
    capture.xact_id = Some(preauth);
    let captured = transaction.capture(&capture).await.unwrap();
    assert!(captured.decode_issues().is_empty());
    let number = captured.into_response().xact_id.unwrap();
    let cancellation = CaptureCancellation::new(XactId::new(number).unwrap());
    let cancelled = transaction.cancel_capture(&cancellation).await.unwrap();
    assert!(cancelled.decode_issues().is_empty());
    assert_eq!(cancelled.acceptance(), Acceptance::New);
}

#[tokio::test]
async fn a_bank_that_declines_is_a_refusal() {
    let it = fixture().await;
    it.sandbox.rules(|rules| rules.bank_approves = false);
    let mut capture = Capture::new(CaptureAmount::Full);
    capture.xact_id = Some(it.sandbox.preauth(lira(1500)));
    let error = it.paynet.transaction().capture(&capture).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Refused);
}

#[tokio::test]
async fn a_preauthorization_is_cancelled() {
    let it = fixture().await;
    let preauth = it.sandbox.preauth(lira(1500));
    let cancellation = PreauthCancellation::new(preauth.clone());
    let accepted = it.paynet.transaction().cancel_preauth(&cancellation).await;
    assert_eq!(accepted.unwrap().acceptance(), Acceptance::New);
    assert_eq!(it.sandbox.ledger().reversed(&preauth), 1500);
}

#[tokio::test]
async fn the_look_ups_find_the_sale_and_its_refund() {
    let it = fixture().await;
    let transaction = it.paynet.transaction();
    transaction
        .refund(&Refund::full(it.sale.clone()))
        .await
        .unwrap();
    let mut check = TransactionCheck::default();
    check.xact_id = Some(it.sale.clone());
    let checked = transaction.check(&check).await.unwrap();
    assert!(checked.decode_issues().is_empty());
    let mut detail = TransactionDetailQuery::default();
    detail.xact_id = Some(it.sale.clone());
    let detailed = transaction.detail(&detail).await.unwrap();
    assert!(detailed.decode_issues().is_empty());
    let rows = detailed.into_response().data.unwrap();
    assert_eq!(rows[0].reversed, Some(true));
}

#[tokio::test]
async fn the_lists_have_rows() {
    let it = fixture().await;
    let transaction = it.paynet.transaction();
    transaction.refund(&Refund::full(it.sale)).await.unwrap();
    let (from, to) = (day("1970-01-01"), day("9999-12-31"));
    let list = TransactionListQuery::new(from.clone(), to.clone());
    let listed = transaction.list(&list).await.unwrap();
    assert!(listed.decode_issues().is_empty());
    assert_eq!(listed.response().total, Some(2));
    let reversals = ReversalListQuery::new(from, to);
    let listed = transaction.list_reversals(&reversals).await.unwrap();
    assert!(listed.decode_issues().is_empty());
    assert_eq!(listed.response().total, Some(1));
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[tokio::test]
async fn a_session_key_is_created_and_ended() {
    let it = fixture().await;
    let request = SessionRequest::new("1234", "username");
    let session = it.paynet.agent().create_session(&request).await.unwrap();
    assert!(session.decode_issues().is_empty());
    let key = session.into_response().session_key.unwrap();
    let end = SessionEnd::new(key);
    assert!(it.paynet.agent().end_session(&end).await.is_ok());
}

#[tokio::test]
async fn a_wrong_key_is_refused_and_nothing_is_done() {
    let it = fixture().await;
    let builder = Paynet::builder(it.sandbox.base_url());
    let stranger = builder.secret_key("sck_wrong").build().unwrap();
    let refund = Refund::full(it.sale.clone());
    let error = stranger.transaction().refund(&refund).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Refused);
    assert_eq!(error.raw().unwrap().status(), 401);
    let request = SessionRequest::new("1234", "username");
    let error = stranger.agent().create_session(&request).await.unwrap_err();
    assert_eq!(error.raw().unwrap().status(), 401);
    assert_eq!(it.sandbox.ledger().reversed(&it.sale), 0);
}

#[tokio::test]
async fn an_unregistered_address_is_refused_and_nothing_is_done() {
    let it = fixture().await;
    it.sandbox.rules(|rules| rules.address_registered = false);
    let refund = Refund::full(it.sale.clone());
    let error = it.paynet.transaction().refund(&refund).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Refused);
    assert_eq!(error.raw().unwrap().status(), 403);
    assert_eq!(it.sandbox.ledger().reversed(&it.sale), 0);
}
