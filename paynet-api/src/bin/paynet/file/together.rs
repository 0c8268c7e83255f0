//! What only several lines together show: keys that are there twice, and refunds of one transaction
//! that cannot all be meant.

use std::collections::BTreeMap;

use paynet_api::RefundAmount;
use paynet_api::journal::Key;

use super::problem::{Kind, Problem};
use super::row::Row;

/// A key, and where it is.
pub(super) struct KeyAt {
    pub(super) key: Key,
    pub(super) line: usize,
    pub(super) column: usize,
}

/// Finds the keys that are there before.
pub(super) fn second_keys(keys: &[KeyAt]) -> Vec<Problem> {
    let mut lines = BTreeMap::new();
    let seconds = keys.iter().filter_map(|KeyAt { key, line, column }| {
        let first = *lines.entry(key).or_insert(*line);
        (first != *line).then_some(Problem {
            line: *line,
            column: *column,
            kind: Kind::SecondKey(first),
        })
    });
    seconds.collect()
}

/// Finds what is wrong between the refunds of one transaction. Several parts are fine.
pub(super) fn check(rows: &[Row]) -> Vec<Problem> {
    let mut transactions: BTreeMap<_, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        transactions.entry(&row.transaction).or_default().push(row);
    }
    let problems = transactions.values().map(|rows| of_one_transaction(rows));
    problems.flatten().collect()
}

fn of_one_transaction(rows: &[&Row]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut sum = 0;
    let total = rows.iter().find_map(|row| Some((row.line, row.total?)));
    for (index, row) in rows.iter().enumerate() {
        let mut wrong = |kind| {
            problems.push(Problem {
                line: row.line,
                column: row.amount_column,
                kind,
            });
        };
        let is_full = |row: &Row| row.amount == RefundAmount::Full;
        let earlier = &rows[..index];
        let clash = earlier.iter().find(|it| is_full(row) || is_full(it));
        if let Some(other) = clash {
            wrong(Kind::FullAndMore(other.line));
        }
        let Some((line, total)) = total else {
            continue;
        };
        if row.total.is_some_and(|own| own != total) {
            wrong(Kind::OtherTotal(line));
        }
        if let RefundAmount::Partial(amount) = row.amount {
            sum += i128::from(amount.kurus());
            if sum > i128::from(total.kurus()) {
                wrong(Kind::OverTotal);
            }
        }
    }
    problems
}
