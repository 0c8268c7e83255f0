//! What the ledger does with each operation, without HTTP.

mod captures;
mod look_ups;
mod paypos;
mod refunds;

use std::time::{Duration, SystemTime};

use super::{Kind, Ledger, Payment};
use crate::{Amount, XactId};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Returns a ledger whose clock is at noon in Turkey on 15 January 2026.
fn ledger() -> Ledger {
    let noon = SystemTime::UNIX_EPOCH + Duration::from_secs(1_768_467_600);
    Ledger::new("sck_invented".into(), noon)
}

fn lira(kurus: i64) -> Amount {
    Amount::from_kurus(kurus).unwrap()
}

/// Returns a ledger with a sale of 15.00 TL, made the day before.
fn with_sale() -> (Ledger, XactId) {
    let (mut ledger, sale) = with_sale_of_today();
    ledger.clock.advance(DAY);
    (ledger, sale)
}

fn with_sale_of_today() -> (Ledger, XactId) {
    let mut ledger = ledger();
    let sale = ledger.start_from(Payment::sale(lira(1500)).reference_no("order-1"));
    (ledger, sale)
}

fn with_preauth() -> (Ledger, XactId) {
    let mut ledger = ledger();
    let preauth = ledger.start_from(Payment::preauth(lira(1500)).reference_no("order-2"));
    (ledger, preauth)
}

fn unknown() -> XactId {
    XactId::new("xk_unknown").unwrap()
}

/// Returns what was moved, after the payments to start from.
fn moved(ledger: &Ledger) -> Vec<(Kind, i64)> {
    let movements = ledger.movements().iter().skip(1);
    movements.map(|it| (it.kind, it.amount.kurus())).collect()
}
