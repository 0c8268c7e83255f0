//! The PayPOS app: sessions, links, and cards.

use paynet_api::sandbox::{Card, Kind};
use paynet_api::softpos::types::{CheckTransactionRequest, InitSaleRequest};
use paynet_api::{Outcome, Paynet, StartReversal};

use crate::fixture;

#[tokio::test]
async fn a_reversal_is_made_when_somebody_opens_the_link() {
    let it = fixture().await;
    // The app has no secret key.
    let app = Paynet::builder(it.sandbox.base_url()).build().unwrap();
    let key = it.sandbox.session_key();
    let start = StartReversal::new(it.sale.clone());
    let started = app.soft_pos().start_reversal(&key, &start).await.unwrap();
    let session = started.into_response();
    assert_eq!(it.sandbox.ledger().reversed(&it.sale), 0);
    let link = session.deeplink_url.unwrap();
    it.sandbox
        .present_card(link.expose(), Card::Approved)
        .unwrap();
    assert_eq!(it.sandbox.ledger().reversed(&it.sale), 1500);
    let inquiry = CheckTransactionRequest::new(session.payment_session_id.unwrap().expose());
    let found = app
        .soft_pos()
        .check_transaction(&key, &inquiry)
        .await
        .unwrap();
    assert!(found.decode_issues().is_empty());
    let rows = found.into_response().data.unwrap();
    assert_eq!((rows.len(), rows[0].is_succeed), (1, Some(true)));
}

#[tokio::test]
async fn a_sale_is_made_when_somebody_presents_a_card() {
    let it = fixture().await;
    let key = it.sandbox.session_key();
    let mut start = InitSaleRequest::default();
    start.amount = Some("10.50".parse().unwrap());
    let started = it.paynet.soft_pos().start_sale(&key, &start).await.unwrap();
    let session = started.into_response().payment_session_id.unwrap();
    let sale = it
        .sandbox
        .present_card(session.expose(), Card::Approved)
        .unwrap();
    let ledger = it.sandbox.ledger();
    let last = ledger.movements().last().unwrap();
    assert_eq!(
        (last.kind, &last.xact_id, last.request),
        (Kind::Sale, &sale, None)
    );
    assert_eq!(last.amount.kurus(), 1050);
}

#[tokio::test]
async fn an_expired_session_key_is_refused() {
    let it = fixture().await;
    let key = it.sandbox.session_key();
    it.sandbox.advance(crate::DAY);
    let start = StartReversal::new(it.sale);
    let refused = it.paynet.soft_pos().start_reversal(&key, &start).await;
    let error = refused.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Refused);
    assert!(error.to_string().contains("get a new one"), "{error}");
}
