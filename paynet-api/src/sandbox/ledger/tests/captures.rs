//! Captures, their cancellations, and cancellations of pre-authorizations.

use super::{Kind, Ledger, lira, moved, unknown, with_preauth, with_sale};
use crate::sandbox::rules::{CaptureNumber, Repeated};
use crate::transaction::operations::{
    CancelCaptureOperation, CancelPreauthOperation, CaptureOperation,
};
use crate::transaction::types::{Capture, CaptureResponse};
use crate::{CaptureAmount, CaptureCancellation, Decimal, PreauthCancellation, ResultCode, XactId};

fn capture(ledger: &mut Ledger, preauth: &XactId, amount: CaptureAmount) -> CaptureResponse {
    let mut body = Capture::new(amount);
    body.xact_id = Some(preauth.clone());
    ledger.capture(&CaptureOperation { body }).unwrap()
}

fn captured(ledger: &mut Ledger, preauth: &XactId) -> XactId {
    let response = capture(ledger, preauth, CaptureAmount::Full);
    XactId::new(response.xact_id.unwrap()).unwrap()
}

fn cancel(ledger: &mut Ledger, xact_id: &XactId) -> (Option<bool>, i64) {
    let body = CaptureCancellation::new(xact_id.clone());
    let response = ledger.cancel_capture(&CancelCaptureOperation { body });
    (response.is_succeed, response.code.unwrap().number())
}

fn release(ledger: &mut Ledger, xact_id: &XactId) -> i64 {
    let body = PreauthCancellation::new(xact_id.clone());
    let response = ledger.cancel_preauth(&CancelPreauthOperation { body });
    response.code.unwrap().number()
}

#[test]
fn a_capture_takes_the_whole_or_a_part_once() {
    let (mut ledger, preauth) = with_preauth();
    let part = CaptureAmount::Partial(lira(1050));
    let response = capture(&mut ledger, &preauth, part);
    assert_eq!(response.is_succeed, Some(true));
    assert_eq!(response.transaction_type, Some(4));
    assert_eq!(response.amount.as_ref().map(Decimal::as_str), Some("10.50"));
    assert_eq!(moved(&ledger), [(Kind::Capture, 1050)]);
    let again = capture(&mut ledger, &preauth, CaptureAmount::Full);
    assert_eq!(again.is_succeed, Some(false));
    assert_eq!(again.code, Some(ResultCode::NO_PROCESS));
    let repeated = capture(&mut ledger, &preauth, part);
    assert_eq!(repeated.code, Some(ResultCode::OLD_SUCCESSFUL));
    assert_eq!(moved(&ledger), [(Kind::Capture, 1050)]);
}

#[test]
fn a_capture_names_its_preauthorization_in_one_of_three_ways() {
    for name in ["xact_id", "xact", "reference_no"] {
        let (mut ledger, preauth) = with_preauth();
        let mut body = Capture::new(CaptureAmount::Full);
        match name {
            "xact_id" => body.xact_id = Some(preauth),
            "xact" => body.xact = Some("1001".to_owned()),
            _ => body.reference_no = Some("order-2".to_owned()),
        }
        let response = ledger.capture(&CaptureOperation { body }).unwrap();
        assert_eq!(response.is_succeed, Some(true), "{name}");
    }
    let (mut ledger, _) = with_preauth();
    let body = Capture::new(CaptureAmount::Full);
    let failure = ledger.capture(&CaptureOperation { body }).unwrap_err();
    assert_eq!((failure.status, failure.code.number()), (400, 11));
}

#[test]
fn what_cannot_be_captured_is_refused() {
    let (mut ledger, preauth) = with_preauth();
    let refused = |ledger: &mut Ledger, of: &XactId, kurus| {
        let response = capture(ledger, of, CaptureAmount::Partial(lira(kurus)));
        assert_eq!(response.is_succeed, Some(false));
        response.code.unwrap().number()
    };
    assert_eq!(refused(&mut ledger, &preauth, 1501), 11);
    assert_eq!(refused(&mut ledger, &unknown(), 1), 12);
    let (mut others, sale) = with_sale();
    assert_eq!(refused(&mut others, &sale, 1), 19);
    ledger.rules.bank_approves = false;
    assert_eq!(refused(&mut ledger, &preauth, 1), 1);
    assert_eq!(moved(&ledger), []);
}

#[test]
fn a_cancelled_capture_is_given_back_once() {
    let (mut ledger, preauth) = with_preauth();
    let capture = captured(&mut ledger, &preauth);
    assert_eq!(cancel(&mut ledger, &capture), (Some(true), 0));
    assert_eq!(cancel(&mut ledger, &capture), (Some(true), 100));
    ledger.rules.repeated = Repeated::Code(ResultCode::NO_PROCESS);
    assert_eq!(cancel(&mut ledger, &capture), (Some(false), 6));
    let expected = [(Kind::Capture, 1500), (Kind::CaptureCancellation, 1500)];
    assert_eq!(moved(&ledger), expected);
    assert_eq!(ledger.reversed(&capture), 1500);
}

#[test]
fn the_cancelled_captures_response_has_the_documented_amounts() {
    let (mut ledger, preauth) = with_preauth();
    let body = CaptureCancellation::new(captured(&mut ledger, &preauth));
    let response = ledger.cancel_capture(&CancelCaptureOperation { body });
    // capture-cancellation.md, example "Response".
    let text = |it: &Option<Decimal>| it.as_ref().map(ToString::to_string).unwrap_or_default();
    assert_eq!(text(&response.amount), "15");
    assert_eq!(text(&response.net_amount), "14.65");
    assert_eq!(text(&response.comission), "0.30");
    assert_eq!(text(&response.comission_tax), "0.05");
    assert_eq!(response.transaction_type, Some(6));
    let id = response.xact_id.unwrap();
    assert!(
        id.starts_with("xk_*******0") && id.ends_with("x*********"),
        "{id}"
    );
}

#[test]
fn a_capture_is_named_by_the_number_that_is_chosen() {
    for (named_by, by_capture, by_preauth) in [
        (CaptureNumber::Either, 0, 0),
        (CaptureNumber::Capture, 0, 19),
        (CaptureNumber::Preauth, 19, 0),
    ] {
        for (by_own, code) in [(true, by_capture), (false, by_preauth)] {
            let (mut ledger, preauth) = with_preauth();
            let capture = captured(&mut ledger, &preauth);
            ledger.rules.capture_named_by = named_by;
            let number = if by_own { &capture } else { &preauth };
            assert_eq!(cancel(&mut ledger, number).1, code, "{named_by:?}");
        }
    }
}

#[test]
fn what_the_bank_declines_is_not_cancelled() {
    let (mut ledger, preauth) = with_preauth();
    let capture = captured(&mut ledger, &preauth);
    ledger.rules.bank_approves = false;
    assert_eq!(cancel(&mut ledger, &capture), (Some(false), 1));
    assert_eq!(cancel(&mut ledger, &unknown()), (Some(false), 12));
    assert_eq!(ledger.reversed(&capture), 0);
}

#[test]
fn a_preauthorization_without_a_capture_is_cancelled_with_none_of_it() {
    let (mut ledger, preauth) = with_preauth();
    assert_eq!(cancel(&mut ledger, &preauth), (Some(false), 6));
    assert_eq!(release(&mut ledger, &preauth), 0);
    assert_eq!(release(&mut ledger, &preauth), 100);
    assert_eq!(moved(&ledger), [(Kind::PreauthCancellation, 1500)]);
    let response = capture(&mut ledger, &preauth, CaptureAmount::Full);
    assert_eq!(response.code, Some(ResultCode::NO_PROCESS));
}

#[test]
fn a_captured_preauthorization_cannot_be_cancelled() {
    let (mut ledger, preauth) = with_preauth();
    let capture = captured(&mut ledger, &preauth);
    assert_eq!(release(&mut ledger, &preauth), 6);
    assert_eq!(release(&mut ledger, &capture), 19);
    assert_eq!(release(&mut ledger, &unknown()), 12);
    assert_eq!(moved(&ledger), [(Kind::Capture, 1500)]);
}
