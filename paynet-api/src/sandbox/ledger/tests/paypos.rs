//! Session keys, sessions of the app, and what is done in the app.

use super::{Kind, Ledger, lira, moved, unknown, with_sale};
use crate::agent::operations::{CreateSessionOperation, EndSessionOperation};
use crate::agent::types::{SessionEnd, SessionRequest};
use crate::sandbox::ledger::{AppError, Card, Failure};
use crate::softpos::operations::{
    CheckTransactionOperation, StartReversalOperation, StartSaleOperation,
};
use crate::softpos::types::{CheckTransactionRequest, InitSaleRequest, Transaction};
use crate::transaction::operations::RefundOperation;
use crate::{Refund, Secret, StartReversal, XactId};

fn create(ledger: &mut Ledger) -> Secret {
    let operation = CreateSessionOperation {
        paynet_mobile: "2".to_owned(),
        body: SessionRequest::new("1234", "username"),
    };
    let response = ledger.create_session(&operation).unwrap();
    assert_eq!(
        response.expired_date.as_deref(),
        Some("2026-01-16T13:00:00.000")
    );
    response.session_key.unwrap()
}

fn end(ledger: &mut Ledger, key: &Secret) -> Result<i64, Failure> {
    let operation = EndSessionOperation {
        paynet_mobile: "2".to_owned(),
        body: SessionEnd::new(key.clone()),
    };
    let response = ledger.end_session(&operation)?;
    Ok(response.code.unwrap().number())
}

fn start(ledger: &mut Ledger, key: &Secret, sale: &XactId) -> Result<String, Failure> {
    let operation = StartReversalOperation {
        session_key: key.clone(),
        body: StartReversal::new(sale.clone()),
    };
    let response = ledger.start_reversal(&operation)?;
    let link = response.deeplink_url.unwrap();
    let id = response.payment_session_id.unwrap();
    assert!(link.expose().contains(id.expose()));
    assert_eq!(response.encryption_key.unwrap().expose().len(), 32);
    Ok(id.expose().to_owned())
}

fn sell(ledger: &mut Ledger, key: &Secret, lira: &str) -> Result<String, Failure> {
    let body = InitSaleRequest {
        amount: Some(lira.parse().unwrap()),
        reference_no: Some("order-3".to_owned()),
        ..InitSaleRequest::default()
    };
    let session_key = key.clone();
    let response = ledger.start_sale(&StartSaleOperation { session_key, body })?;
    Ok(response.payment_session_id.unwrap().expose().to_owned())
}

fn look(ledger: &Ledger, key: &Secret, id: &str) -> Result<Vec<Transaction>, Failure> {
    let operation = CheckTransactionOperation {
        session_key: key.clone(),
        body: CheckTransactionRequest::new(id),
    };
    Ok(ledger.check_transaction(&operation)?.data.unwrap())
}

#[test]
fn a_session_key_is_valid_until_it_expires_or_is_ended() {
    let (mut ledger, sale) = with_sale();
    let (first, second) = (create(&mut ledger), create(&mut ledger));
    assert!(start(&mut ledger, &first, &sale).is_ok());
    assert_eq!(end(&mut ledger, &first), Ok(0));
    let failure = start(&mut ledger, &first, &sale).unwrap_err();
    assert_eq!((failure.status, failure.code.number()), (401, 7));
    assert!(start(&mut ledger, &second, &sale).is_ok());
    ledger.clock.advance(ledger.rules.session_lifetime);
    assert_eq!(start(&mut ledger, &second, &sale).unwrap_err().status, 401);
    assert_eq!(look(&ledger, &second, "").unwrap_err().status, 401);
    assert_eq!(sell(&mut ledger, &second, "1").unwrap_err().status, 401);
}

#[test]
fn a_session_key_is_ended_as_often_as_one_likes_and_an_unknown_one_never() {
    let (mut ledger, _) = with_sale();
    let key = create(&mut ledger);
    assert_eq!(end(&mut ledger, &key), Ok(0));
    assert_eq!(end(&mut ledger, &key), Ok(0));
    let failure = end(&mut ledger, &"unknown".into()).unwrap_err();
    assert_eq!((failure.status, failure.code.number()), (400, 12));
}

#[test]
fn a_session_key_is_for_somebody() {
    let (mut ledger, _) = with_sale();
    let operation = CreateSessionOperation {
        paynet_mobile: "2".to_owned(),
        body: SessionRequest::new("1234", " "),
    };
    assert_eq!(ledger.create_session(&operation).unwrap_err().status, 400);
}

#[test]
fn a_sale_is_made_when_the_card_is_presented() {
    let (mut ledger, _) = with_sale();
    let key = create(&mut ledger);
    let session = sell(&mut ledger, &key, "10.5").unwrap();
    assert_eq!(
        (look(&ledger, &key, &session), moved(&ledger)),
        (Ok(vec![]), vec![])
    );
    let sale = ledger.present(&session, Card::Approved).unwrap();
    assert_eq!(moved(&ledger), [(Kind::Sale, 1050)]);
    let rows = look(&ledger, &key, &session).unwrap();
    assert_eq!(rows[0].xact_id.as_deref(), Some(sale.as_str()));
    assert_eq!(rows[0].agent_reference.as_deref(), Some("order-3"));
    assert_eq!(rows[0].is_succeed, Some(true));
    assert_eq!(
        ledger.present(&session, Card::Approved),
        Err(AppError::Used)
    );
}

#[test]
fn a_declined_card_moves_nothing() {
    let (mut ledger, sale) = with_sale();
    let key = create(&mut ledger);
    for session in [
        sell(&mut ledger, &key, "1").unwrap(),
        start(&mut ledger, &key, &sale).unwrap(),
    ] {
        ledger.present(&session, Card::Declined).unwrap();
        let rows = look(&ledger, &key, &session).unwrap();
        assert_eq!(rows[0].is_succeed, Some(false));
    }
    assert_eq!(moved(&ledger), []);
    assert!(
        start(&mut ledger, &key, &sale).is_ok(),
        "nothing was reversed"
    );
}

#[test]
fn a_reversal_is_made_when_the_card_is_presented() {
    let (mut ledger, sale) = with_sale();
    let key = create(&mut ledger);
    let session = start(&mut ledger, &key, &sale).unwrap();
    assert_eq!(ledger.reversed(&sale), 0);
    let link = format!("paypos://sandbox.invalid/?session={session}");
    ledger.present(&link, Card::Approved).unwrap();
    assert_eq!(ledger.reversed(&sale), 1500);
    let failure = start(&mut ledger, &key, &sale).unwrap_err();
    assert_eq!((failure.status, failure.code.number()), (400, 6));
}

#[test]
fn a_session_ends_empty_if_the_sale_was_refunded_meanwhile() {
    let (mut ledger, sale) = with_sale();
    let key = create(&mut ledger);
    let session = start(&mut ledger, &key, &sale).unwrap();
    let body = Refund::partial(sale.clone(), lira(1500));
    ledger.refund(&RefundOperation { body });
    assert_eq!(
        ledger.present(&session, Card::Approved),
        Err(AppError::NothingLeft)
    );
    assert_eq!(
        ledger.present("unknown", Card::Approved),
        Err(AppError::NoSession)
    );
    assert_eq!(ledger.reversed(&sale), 1500);
}

#[test]
fn what_cannot_be_started_is_refused() {
    let (mut ledger, _) = with_sale();
    let key = create(&mut ledger);
    let failure = start(&mut ledger, &key, &unknown()).unwrap_err();
    assert_eq!((failure.status, failure.code.number()), (400, 12));
    assert_eq!(sell(&mut ledger, &key, "0").unwrap_err().status, 400);
    assert_eq!(look(&ledger, &key, "unknown").unwrap_err().status, 400);
}
