//! What the look-ups and lists show.

use super::{DAY, Kind, Ledger, lira, unknown, with_sale};
use crate::sandbox::ledger::Payment;
use crate::sandbox::rules::Approval;
use crate::transaction::operations::{
    CheckOperation, DetailOperation, ListOperation, ListReversalsOperation, RefundOperation,
};
use crate::transaction::types::{
    ReversalListQuery, ReversalListResponse, TransactionCheck, TransactionDetail,
    TransactionDetailQuery, TransactionListQuery, TransactionListResponse,
};
use crate::{Date, Refund, ResultCode, XactId};

fn refund(ledger: &mut Ledger, body: Refund) -> Option<ResultCode> {
    ledger.refund(&RefundOperation { body }).code
}

fn detail(ledger: &Ledger, sale: &XactId) -> TransactionDetail {
    let body = TransactionDetailQuery {
        xact_id: Some(sale.clone()),
        ..TransactionDetailQuery::default()
    };
    let response = ledger.detail(&DetailOperation { body }).unwrap();
    response.data.unwrap().remove(0)
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn list(
    ledger: &Ledger,
    change: impl FnOnce(&mut TransactionListQuery),
) -> TransactionListResponse {
    let mut body = TransactionListQuery::new(day("2026-01-15"), day("2026-01-16"));
    change(&mut body);
    ledger.list(&ListOperation { body }).unwrap()
}

fn reversals(ledger: &Ledger, from: &str, to: &str) -> ReversalListResponse {
    let body = ReversalListQuery::new(day(from), day(to));
    let operation = ListReversalsOperation { body };
    ledger.list_reversals(&operation).unwrap()
}

#[test]
fn a_sale_is_found_by_its_number_or_its_reference() {
    let (ledger, sale) = with_sale();
    let by_number = TransactionCheck {
        xact_id: Some(sale.clone()),
        reference_no: None,
    };
    let by_reference = TransactionCheck {
        xact_id: None,
        reference_no: Some("order-1".to_owned()),
    };
    for body in [by_number, by_reference] {
        let response = ledger.check(&CheckOperation { body }).unwrap();
        assert_eq!(response.code, Some(ResultCode::SUCCESSFUL));
        let rows = response.data.unwrap();
        assert_eq!(rows[0].xact_id.as_deref(), Some(sale.as_str()));
        assert_eq!(rows[0].transaction_type, Some(Kind::Sale.number()));
        let date = rows[0].xact_date.as_ref().unwrap();
        assert_eq!(date.as_str(), "2026-01-15T12:00:00.000");
    }
}

#[test]
fn what_is_unknown_is_code_12_and_what_is_not_named_status_400() {
    let (ledger, _) = with_sale();
    let mut body = TransactionCheck::default();
    let failure = ledger.check(&CheckOperation { body: body.clone() });
    assert_eq!(failure.unwrap_err().status, 400);
    body.xact_id = Some(unknown());
    let response = ledger.check(&CheckOperation { body }).unwrap();
    assert_eq!(response.code, Some(ResultCode::NO_DATA));
    let body = TransactionDetailQuery::default();
    let failure = ledger.detail(&DetailOperation { body }).unwrap_err();
    assert_eq!(failure.status, 400);
}

#[test]
fn a_sale_is_reversed_when_all_of_it_is_given_back() {
    let (mut ledger, sale) = with_sale();
    assert_eq!(detail(&ledger, &sale).reversed, Some(false));
    refund(&mut ledger, Refund::partial(sale.clone(), lira(500)));
    assert_eq!(detail(&ledger, &sale).reversed, Some(false));
    refund(&mut ledger, Refund::full(sale.clone()));
    let reversed = detail(&ledger, &sale);
    assert_eq!(reversed.reversed, Some(true));
    let last = ledger.movements().last().unwrap();
    assert_eq!(
        reversed.reversed_xact_id.as_deref(),
        Some(last.xact_id.as_str())
    );
    let reversal = detail(&ledger, &last.xact_id);
    assert_eq!(reversal.transaction_type, Some(2));
}

#[test]
fn a_reversal_is_shown_after_the_time_that_is_chosen() {
    let (mut ledger, sale) = with_sale();
    ledger.rules.visible_after = DAY;
    refund(&mut ledger, Refund::full(sale.clone()));
    assert_eq!(detail(&ledger, &sale).reversed, Some(false));
    assert_eq!(
        reversals(&ledger, "2026-01-16", "2026-01-17").total,
        Some(0)
    );
    ledger.clock.advance(DAY);
    assert_eq!(detail(&ledger, &sale).reversed, Some(true));
    assert_eq!(
        reversals(&ledger, "2026-01-16", "2026-01-17").total,
        Some(1)
    );
}

#[test]
fn each_reversal_is_listed_on_its_own_day() {
    let (mut ledger, sale) = with_sale();
    refund(&mut ledger, Refund::partial(sale.clone(), lira(500)));
    refund(&mut ledger, Refund::partial(sale.clone(), lira(500)));
    assert_eq!(
        reversals(&ledger, "2026-01-15", "2026-01-15").total,
        Some(0)
    );
    let listed = reversals(&ledger, "2026-01-16", "2026-01-16");
    assert_eq!(listed.total, Some(2));
    let row = &listed.data.unwrap()[0];
    assert_eq!(row.id.as_deref(), Some("1001"));
    assert_eq!(row.xact_date.as_deref(), Some("15.01.2026"));
    assert_eq!(row.entry_date.as_deref(), Some("16.01.2026"));
    assert_ne!(row.xact_id.as_deref(), Some(sale.as_str()), "it is masked");
}

#[test]
fn a_refund_that_waits_is_listed_and_the_sale_not_reversed() {
    let (mut ledger, sale) = with_sale();
    ledger.rules.approval = Approval::Held;
    refund(&mut ledger, Refund::full(sale.clone()));
    assert_eq!(
        reversals(&ledger, "2026-01-16", "2026-01-16").total,
        Some(1)
    );
    assert_eq!(detail(&ledger, &sale).reversed, Some(false));
    let waiting = ledger.undecided().remove(0);
    ledger.decide(&waiting, false);
    assert_eq!(
        reversals(&ledger, "2026-01-16", "2026-01-16").total,
        Some(0)
    );
}

#[test]
fn lists_leave_out_what_failed_and_what_is_filtered() {
    let (mut ledger, _) = with_sale();
    ledger.start_from(Payment::sale(lira(100)).declined());
    assert_eq!(list(&ledger, |_| {}).total, Some(1));
    assert_eq!(
        list(&ledger, |it| it.show_unsucceed = Some(true)).total,
        Some(2)
    );
    let of_others = list(&ledger, |it| it.agent_id = Some("another".to_owned()));
    assert_eq!(of_others.total, Some(0));
    let later = list(&ledger, |it| it.datab = day("2026-01-16"));
    assert_eq!(later.total, Some(0));
}

#[test]
fn pages_are_those_of_the_documents_examples() {
    let (mut ledger, _) = with_sale();
    for _ in 0..99 {
        ledger.start_from(Payment::sale(lira(100)));
    }
    let ids = |response: TransactionListResponse| {
        let rows = response.data.unwrap().into_iter();
        let ids: Vec<_> = rows.map(|it| it.xact_id.unwrap()).collect();
        let number = |id: &String| id[10..26].parse::<u64>().unwrap() - 1001;
        (number(&ids[0]), number(ids.last().unwrap()) + 1)
    };
    let first = list(&ledger, |_| {});
    assert_eq!((first.total, first.total_count), (Some(100), Some(10)));
    assert_eq!(first.has_more, Some(true));
    assert_eq!(ids(first), (0, 10));
    let after =
        |it: &mut TransactionListQuery| (it.limit, it.starting_after) = (Some(15), Some(15));
    assert_eq!(ids(list(&ledger, after)), (15, 30));
    let before =
        |it: &mut TransactionListQuery| (it.limit, it.ending_before) = (Some(15), Some(90));
    assert_eq!(ids(list(&ledger, before)), (75, 90));
    let last = list(&ledger, |it| it.starting_after = Some(95));
    assert_eq!((last.total_count, last.has_more), (Some(5), Some(false)));
    let beyond = list(&ledger, |it| it.starting_after = Some(1000));
    assert_eq!(beyond.data.unwrap(), []);
}

#[test]
fn the_sum_of_huge_amounts_is_no_overflow() {
    let (mut ledger, _) = with_sale();
    ledger.start_from(Payment::sale(lira(i64::MAX)));
    let later = list(&ledger, |it| it.limit = Some(i64::MAX));
    assert_eq!(
        later.total_amount,
        Some(super::super::services::rows::lira(i64::MAX))
    );
}

#[test]
fn a_query_that_is_not_one_is_status_400() {
    let (ledger, _) = with_sale();
    let mut body = TransactionListQuery::new(day("2026-01-15"), Date::verbatim("15.01.2026"));
    let failure = ledger.list(&ListOperation { body: body.clone() });
    assert_eq!(failure.unwrap_err().status, 400);
    body.datbi = day("2026-01-15");
    body.limit = Some(-1);
    let failure = ledger.list(&ListOperation { body });
    assert_eq!(failure.unwrap_err().status, 400);
}
