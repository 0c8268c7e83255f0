//! Refunds and cancellations of sales, and the decisions on them.

use super::{DAY, Kind, Ledger, lira, moved, unknown, with_preauth, with_sale, with_sale_of_today};
use crate::sandbox::ledger::Payment;
use crate::sandbox::rules::{Approval, Repeated, SameDay};
use crate::transaction::operations::RefundOperation;
use crate::{NotifyUrl, Refund, ResultCode, XactId};

fn refund(ledger: &mut Ledger, body: Refund) -> i64 {
    let response = ledger.refund(&RefundOperation { body });
    response.code.unwrap().number()
}

fn full(ledger: &mut Ledger, sale: &XactId) -> i64 {
    refund(ledger, Refund::full(sale.clone()))
}

fn part(ledger: &mut Ledger, sale: &XactId, kurus: i64) -> i64 {
    refund(ledger, Refund::partial(sale.clone(), lira(kurus)))
}

#[test]
fn a_full_refund_gives_back_the_whole() {
    let (mut ledger, sale) = with_sale();
    assert_eq!(full(&mut ledger, &sale), 0);
    assert_eq!(moved(&ledger), [(Kind::Refund, 1500)]);
    assert_eq!(ledger.movements()[1].of.as_ref(), Some(&sale));
    assert_eq!(ledger.reversed(&sale), 1500);
}

#[test]
fn the_response_is_the_documented_one() {
    let (mut ledger, sale) = with_sale();
    let body = Refund::full(sale);
    let response = ledger.refund(&RefundOperation { body });
    // refund.md, example "Response".
    assert_eq!(
        response.object_name.as_deref(),
        Some("transaction_reversed_request")
    );
    assert_eq!(response.message.as_deref(), Some("Başarılı İşlem"));
    assert_eq!(response.code, Some(ResultCode::SUCCESSFUL));
}

#[test]
fn parts_add_up_and_no_more_than_the_sale_is_given_back() {
    let (mut ledger, sale) = with_sale();
    assert_eq!(part(&mut ledger, &sale, 500), 0);
    assert_eq!(part(&mut ledger, &sale, 500), 0);
    assert_eq!(part(&mut ledger, &sale, 501), 11);
    assert_eq!(part(&mut ledger, &sale, 500), 0);
    assert_eq!(part(&mut ledger, &sale, 1), 6);
    assert_eq!(ledger.reversed(&sale), 1500);
}

#[test]
fn a_full_refund_after_a_part_gives_back_the_rest() {
    let (mut ledger, sale) = with_sale();
    assert_eq!(part(&mut ledger, &sale, 600), 0);
    assert_eq!(full(&mut ledger, &sale), 0);
    assert_eq!(moved(&ledger), [(Kind::Refund, 600), (Kind::Refund, 900)]);
    assert_eq!(full(&mut ledger, &sale), 100);
}

#[test]
fn a_repeated_full_refund_is_answered_as_chosen_and_moves_nothing() {
    let (mut ledger, sale) = with_sale();
    full(&mut ledger, &sale);
    for (repeated, code) in [
        (Repeated::AcceptedEarlier, 100),
        (Repeated::Accepted, 0),
        (Repeated::Code(ResultCode::DUPLICATE_DATA), 5),
    ] {
        ledger.rules.repeated = repeated;
        assert_eq!(full(&mut ledger, &sale), code);
        assert_eq!(part(&mut ledger, &sale, 1500), code);
        assert_eq!(part(&mut ledger, &sale, 500), 6);
    }
    assert_eq!(ledger.reversed(&sale), 1500);
}

#[test]
fn parts_that_add_up_are_no_earlier_full_refund() {
    let (mut ledger, sale) = with_sale();
    part(&mut ledger, &sale, 1000);
    part(&mut ledger, &sale, 500);
    assert_eq!(full(&mut ledger, &sale), 6);
}

#[test]
fn a_part_of_a_sale_of_today_is_refused() {
    let (mut ledger, sale) = with_sale_of_today();
    assert_eq!(part(&mut ledger, &sale, 500), 1);
    assert_eq!(moved(&ledger), []);
    assert_eq!(part(&mut ledger, &sale, 1500), 0);
    assert_eq!(ledger.reversed(&sale), 1500);
}

#[test]
fn or_cancels_the_whole_sale() {
    let (mut ledger, sale) = with_sale_of_today();
    ledger.rules.same_day = SameDay::CancelsWhole;
    assert_eq!(part(&mut ledger, &sale, 500), 0);
    assert_eq!(moved(&ledger), [(Kind::Refund, 1500)]);
}

#[test]
fn the_day_of_the_sale_ends_at_midnight() {
    let (mut ledger, sale) = with_sale_of_today();
    ledger
        .clock
        .advance(DAY / 2 - std::time::Duration::from_secs(1));
    assert_eq!(part(&mut ledger, &sale, 500), 1);
    ledger.clock.advance(std::time::Duration::from_secs(1));
    assert_eq!(part(&mut ledger, &sale, 500), 0);
}

#[test]
fn only_sales_that_succeeded_are_refunded() {
    let (mut ledger, preauth) = with_preauth();
    assert_eq!(full(&mut ledger, &preauth), 19);
    let declined = ledger.start_from(Payment::sale(lira(100)).declined());
    assert_eq!(full(&mut ledger, &declined), 6);
    assert_eq!(full(&mut ledger, &unknown()), 12);
    assert_eq!(moved(&ledger), []);
}

#[test]
fn a_refusal_names_the_assumption() {
    let (mut ledger, _) = with_sale();
    let body = Refund::full(unknown());
    let response = ledger.refund(&RefundOperation { body });
    assert_eq!(
        response.message.as_deref(),
        Some("nodata (assumption of the sandbox: UnknownTransaction)")
    );
}

fn notified(sale: &XactId) -> Refund {
    let url = NotifyUrl::new("http://127.0.0.1:1/secret").unwrap();
    Refund::partial(sale.clone(), lira(1000)).notify(url)
}

#[test]
fn a_refund_that_is_not_approved_moves_nothing_and_is_notified() {
    let (mut ledger, sale) = with_sale();
    ledger.rules.approval = Approval::NotApproved;
    assert_eq!(refund(&mut ledger, notified(&sale)), 0);
    assert_eq!(moved(&ledger), []);
    assert!(!ledger.take_decisions()[0].approved);
    ledger.rules.approval = Approval::Approved;
    assert_eq!(refund(&mut ledger, notified(&sale)), 0);
    assert!(ledger.take_decisions()[0].approved);
}

#[test]
fn a_held_refund_moves_when_it_is_approved() {
    let (mut ledger, sale) = with_sale();
    ledger.rules.approval = Approval::Held;
    assert_eq!(refund(&mut ledger, notified(&sale)), 0);
    assert_eq!((moved(&ledger), ledger.take_decisions()), (vec![], vec![]));
    // What is requested cannot be requested again.
    assert_eq!(part(&mut ledger, &sale, 501), 11);
    let [waiting] = ledger.undecided().try_into().unwrap();
    assert!(ledger.decide(&waiting, true));
    assert!(!ledger.decide(&waiting, true), "it is decided");
    assert_eq!(moved(&ledger), [(Kind::Refund, 1000)]);
    assert_eq!(ledger.take_decisions()[0].refund, waiting);
}

#[test]
fn without_an_address_nothing_is_notified() {
    let (mut ledger, sale) = with_sale();
    full(&mut ledger, &sale);
    assert_eq!(ledger.take_decisions(), []);
}

#[test]
fn no_secret_is_printed() {
    let (mut ledger, sale) = with_sale();
    refund(&mut ledger, notified(&sale));
    let session = ledger.new_session();
    let printed = format!("{ledger:?}");
    for secret in ["sck_invented", "1/secret", session.expose()] {
        assert!(!printed.contains(secret), "{printed}");
    }
}
