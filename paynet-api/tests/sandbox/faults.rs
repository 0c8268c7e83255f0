//! Each fault, as the client sees it, and whether the money moved.

use std::time::Duration;

use paynet_api::sandbox::{Fault, Operation};
use paynet_api::transaction::types::{Capture, TransactionCheck};
use paynet_api::{
    CaptureAmount, CaptureCancellation, Error, ErrorKind, Outcome, Refund, ResultCode, XactId,
};

use crate::merchant::{NEVER, key, post, send};
use crate::{Fixture, fixture, lira};

/// Requests a refund, and returns the error.
async fn failed(it: &Fixture, fault: Fault) -> Error {
    it.sandbox.inject(fault);
    let refund = Refund::full(it.sale.clone());
    it.paynet.transaction().refund(&refund).await.unwrap_err()
}

/// Requests a refund under a fault, once carried out and once not: the outcome is unknown in both
/// cases. Returns the kinds of error.
async fn unknown(fault: Fault) -> ErrorKind {
    let mut kinds = Vec::new();
    for (fault, reversed) in [(fault.clone(), 1500), (fault.unprocessed(), 0)] {
        let it = fixture().await;
        let error = failed(&it, fault).await;
        assert_eq!(error.outcome(), Outcome::Unknown, "{error}");
        let ledger = it.sandbox.ledger();
        assert_eq!(ledger.reversed(&it.sale), reversed);
        assert_eq!(ledger.requests()[0].processed, reversed > 0);
        assert!(ledger.requests()[0].fault);
        kinds.push(error.kind());
    }
    assert_eq!(kinds[0], kinds[1]);
    kinds[0]
}

#[tokio::test]
async fn a_cut_connection() {
    assert_eq!(unknown(Fault::cut()).await, ErrorKind::ConnectionLost);
}

#[tokio::test]
async fn a_response_that_is_cut_at_any_byte() {
    let whole = whole_response().await;
    for byte in 0..whole.len() {
        let it = fixture().await;
        it.sandbox.inject(Fault::cut_at(byte));
        let request = refund_by_hand(&it);
        let cut = send(&it.sandbox, &request).await;
        assert!(cut.len() <= byte, "{byte}: {}", cut.len());
        assert_eq!(it.sandbox.ledger().reversed(&it.sale), 1500);
    }
    assert_eq!(unknown(Fault::cut_at(40)).await, ErrorKind::ConnectionLost);
}

#[tokio::test]
async fn a_cut_after_the_last_byte_cuts_nothing() {
    let whole = whole_response().await;
    let it = fixture().await;
    it.sandbox.inject(Fault::cut_at(whole.len()));
    assert_eq!(
        send(&it.sandbox, &refund_by_hand(&it)).await.len(),
        whole.len()
    );
}

async fn whole_response() -> Vec<u8> {
    let it = fixture().await;
    let request = refund_by_hand(&it);
    send(&it.sandbox, &request).await
}

fn refund_by_hand(it: &Fixture) -> String {
    let body = format!(r#"{{"xact_id":"{}"}}"#, it.sale);
    post(Operation::Refund.path(), &key(&it.sandbox), &body)
}

#[tokio::test]
async fn garbage() {
    assert_eq!(unknown(Fault::garbage()).await, ErrorKind::Undecodable);
}

#[tokio::test]
async fn a_body_that_is_too_large() {
    assert_eq!(unknown(Fault::huge(2 << 20)).await, ErrorKind::TooLarge);
}

#[tokio::test]
async fn a_page_of_a_proxy() {
    assert_eq!(unknown(Fault::html(502)).await, ErrorKind::Undocumented);
}

#[tokio::test]
async fn any_status() {
    for status in [204, 301, 429, 500, 503] {
        assert_eq!(
            unknown(Fault::status(status)).await,
            ErrorKind::Undocumented
        );
    }
}

#[tokio::test]
async fn a_code_that_leaves_it_open() {
    let kind = unknown(Fault::code(ResultCode::TIMEOUT)).await;
    assert_eq!(kind, ErrorKind::Undecided);
}

#[tokio::test]
async fn a_contradiction() {
    let kind = unknown(Fault::contradiction()).await;
    assert_eq!(kind, ErrorKind::Undecided);
}

#[tokio::test]
async fn the_documented_contradiction_of_a_cancelled_capture() {
    let it = fixture().await;
    let mut capture = Capture::new(CaptureAmount::Full);
    capture.xact_id = Some(it.sandbox.preauth(lira(1500)));
    let captured = it.paynet.transaction().capture(&capture).await.unwrap();
    let number = captured.into_response().xact_id.unwrap();
    it.sandbox.inject(Fault::contradiction());
    let cancellation = CaptureCancellation::new(XactId::new(number).unwrap());
    let call = it.paynet.transaction().cancel_capture(&cancellation);
    let error = call.await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert_eq!(error.result_code(), Some(ResultCode::UNSUCCESSFUL));
    let body = String::from_utf8(error.raw().unwrap().body().to_vec()).unwrap();
    assert!(body.contains(r#""is_succeed":true"#), "{body}");
    assert!(body.contains(r#""bank_error_id":"6000""#), "{body}");
}

#[tokio::test]
async fn a_refusal_on_demand() {
    let it = fixture().await;
    let error = failed(&it, Fault::refusal(ResultCode::AGENT_BLOCKED)).await;
    assert_eq!(error.outcome(), Outcome::Refused);
    assert_eq!(it.sandbox.ledger().reversed(&it.sale), 0);
}

#[tokio::test]
async fn a_member_of_another_type() {
    let it = fixture().await;
    assert_eq!(
        failed(&it, Fault::wrong_type("code")).await.outcome(),
        Outcome::Unknown
    );
    it.sandbox.inject(Fault::wrong_type("message"));
    let refund = Refund::full(it.sale);
    let accepted = it.paynet.transaction().refund(&refund).await.unwrap();
    assert_eq!(accepted.decode_issues().len(), 1, "it decides nothing");
}

#[tokio::test(start_paused = true)]
async fn a_delay_before_is_carried_out_after_the_caller_gave_up() {
    let it = fixture().await;
    let error = failed(&it, Fault::delay_before(NEVER)).await;
    assert_eq!(
        (error.outcome(), error.kind()),
        (Outcome::Unknown, ErrorKind::Timeout)
    );
    assert_eq!(it.sandbox.ledger().reversed(&it.sale), 0);
    assert!(!it.sandbox.ledger().requests()[0].processed);
    tokio::time::sleep(NEVER).await;
    assert_eq!(it.sandbox.ledger().reversed(&it.sale), 1500);
}

#[tokio::test(start_paused = true)]
async fn a_delay_after_is_carried_out_before() {
    let it = fixture().await;
    let error = failed(&it, Fault::delay_after(NEVER)).await;
    assert_eq!(
        (error.outcome(), error.kind()),
        (Outcome::Unknown, ErrorKind::Timeout)
    );
    assert_eq!(it.sandbox.ledger().reversed(&it.sale), 1500);
}

#[tokio::test(start_paused = true)]
async fn a_short_delay_delays() {
    let it = fixture().await;
    let second = Duration::from_secs(1);
    it.sandbox.inject(Fault::delay_before(second).after(second));
    let before = tokio::time::Instant::now();
    let refund = Refund::full(it.sale);
    it.paynet.transaction().refund(&refund).await.unwrap();
    assert!(before.elapsed() >= 2 * second);
}

#[tokio::test]
async fn a_fault_is_for_one_service_if_it_says_so() {
    let it = fixture().await;
    it.sandbox
        .inject(Fault::cut().only(Operation::Refund).always());
    let mut check = TransactionCheck::default();
    check.xact_id = Some(it.sale.clone());
    assert!(it.paynet.transaction().check(&check).await.is_ok());
    let refund = Refund::full(it.sale.clone());
    for _ in 0..3 {
        assert!(it.paynet.transaction().refund(&refund).await.is_err());
    }
    it.sandbox.clear_faults();
    assert!(it.paynet.transaction().refund(&refund).await.is_ok());
}
