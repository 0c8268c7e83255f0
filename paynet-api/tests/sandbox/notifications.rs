//! Notifications: really posted, when and as often as the test wants.

use paynet_api::sandbox::Approval;
use paynet_api::transaction::callbacks::parse_refund_decided;
use paynet_api::transaction::types::RefundNotificationCode;
use paynet_api::{NotifyUrl, Refund};

use crate::merchant::{Merchant, NEVER};
use crate::{Fixture, fixture};

async fn refund(it: &Fixture, address: NotifyUrl) {
    let refund = Refund::full(it.sale.clone()).notify(address);
    it.paynet.transaction().refund(&refund).await.unwrap();
}

#[tokio::test]
async fn a_decision_is_posted_as_json() {
    let it = fixture().await;
    let mut merchant = Merchant::start().await;
    refund(&it, merchant.address.clone()).await;
    let request = merchant.next().await;
    let (head, body) = request.split_once("\r\n\r\n").unwrap();
    assert!(
        head.starts_with("POST /refunds/secret HTTP/1.1\r\n"),
        "{head}"
    );
    assert!(head.contains("content-type: application/json; charset=UTF-8"));
    let claim = parse_refund_decided(body.as_bytes()).unwrap();
    assert!(claim.decode_issues().is_empty());
    let claim = claim.into_claim();
    assert_eq!(claim.code, Some(RefundNotificationCode::Approved));
    it.sandbox.notifications_posted().await;
    let ledger = it.sandbox.ledger();
    let posted = &ledger.notifications()[0];
    assert_eq!((posted.approved, posted.status), (true, Some(204)));
    // It names the refund, and not the sale.
    assert_eq!(claim.xact_id.as_deref(), Some(posted.refund.as_str()));
    assert_eq!(ledger.movements()[1].xact_id, posted.refund);
    assert!(!merchant.has_more());
}

#[tokio::test]
async fn a_refund_that_is_not_approved_is_notified_too() {
    let it = fixture().await;
    let mut merchant = Merchant::start().await;
    it.sandbox
        .rules(|rules| rules.approval = Approval::NotApproved);
    refund(&it, merchant.address.clone()).await;
    let request = merchant.next().await;
    let (_, body) = request.split_once("\r\n\r\n").unwrap();
    let claim = parse_refund_decided(body.as_bytes()).unwrap().into_claim();
    assert_eq!(claim.code, Some(RefundNotificationCode::NotApproved));
    assert_eq!(it.sandbox.ledger().reversed(&it.sale), 0);
}

#[tokio::test]
async fn it_is_posted_twice_or_never() {
    for count in [0, 2] {
        let it = fixture().await;
        let mut merchant = Merchant::start().await;
        it.sandbox.rules(|rules| rules.notifications = count);
        refund(&it, merchant.address.clone()).await;
        it.sandbox.notifications_posted().await;
        for _ in 0..count {
            merchant.next().await;
        }
        assert!(!merchant.has_more());
    }
}

#[tokio::test]
async fn it_is_late_if_the_decision_is() {
    let it = fixture().await;
    let mut merchant = Merchant::start().await;
    it.sandbox.rules(|rules| rules.approval = Approval::Held);
    refund(&it, merchant.address.clone()).await;
    it.sandbox.notifications_posted().await;
    assert!(!merchant.has_more());
    let waiting = it.sandbox.undecided().remove(0);
    assert!(it.sandbox.approve(&waiting));
    merchant.next().await;
    assert_eq!(it.sandbox.ledger().reversed(&it.sale), 1500);
    assert!(!it.sandbox.disapprove(&waiting), "it is decided");
}

#[tokio::test(start_paused = true)]
async fn it_is_late_if_the_rules_say_so() {
    let it = fixture().await;
    let merchant = Merchant::start().await;
    it.sandbox.rules(|rules| rules.notified_after = NEVER);
    let before = tokio::time::Instant::now();
    refund(&it, merchant.address.clone()).await;
    it.sandbox.notifications_posted().await;
    assert!(before.elapsed() >= NEVER);
}

#[tokio::test]
async fn addresses_that_may_be_public_are_left_alone() {
    let it = fixture().await;
    let address = NotifyUrl::new("https://shop.example/paynet").unwrap();
    refund(&it, address).await;
    it.sandbox.notifications_posted().await;
    assert_eq!(it.sandbox.ledger().notifications()[0].status, None);
}
