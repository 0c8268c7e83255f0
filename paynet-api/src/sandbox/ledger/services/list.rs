//! Lists of transactions and of reversals, page by page.

use std::ops::Range;

use super::rows;
use crate::Date;
use crate::sandbox::assumptions::Assumption;
use crate::sandbox::clock::day_of;
use crate::sandbox::ledger::Ledger;
use crate::sandbox::ledger::refusal::Failure;
use crate::sandbox::ledger::transaction::{State, Transaction};
use crate::transaction::operations::{ListOperation, ListReversalsOperation};
use crate::transaction::types::{
    ListedTransaction, ReversalListResponse, TransactionListQuery, TransactionListResponse,
};

impl Ledger {
    /// Lists transactions.
    ///
    /// # Errors
    ///
    /// If a day or the page is not what the specs say.
    // Assumption::Order
    pub(crate) fn list(&self, request: &ListOperation) -> Result<TransactionListResponse, Failure> {
        let query = &request.body;
        let days = days(&query.datab, &query.datbi)?;
        let shown = self.transactions.iter().filter(|it| self.is_shown(it));
        let found: Vec<_> = shown
            .filter(|it| days.contains(&it.at.day()) && is_listed(it, query))
            .collect();
        let page = Page::of(query.limit, query.starting_after, query.ending_before)?;
        let range = page.range(found.len());
        let listed = |it: &&Transaction| ListedTransaction {
            reversed: Some(self.is_reversed(it)),
            reversed_xact_id: self.reversed_by(it),
            ..rows::listed(it)
        };
        Ok(TransactionListResponse {
            total: number(found.len()),
            total_count: number(range.len()),
            total_amount: Some(rows::lira(sum(&found))),
            has_more: Some(range.end < found.len()),
            limit: number(page.limit),
            starting_after: query.starting_after,
            ending_before: query.ending_before,
            data: Some(
                found
                    .get(range)
                    .unwrap_or_default()
                    .iter()
                    .map(listed)
                    .collect(),
            ),
            company_code: Some(rows::COMPANY.to_owned()),
            object_name: Some("transaction_list".to_owned()),
            ..TransactionListResponse::default()
        })
    }

    /// Lists reversals.
    ///
    /// # Errors
    ///
    /// If a day or the page is not what the specs say.
    pub(crate) fn list_reversals(
        &self,
        request: &ListReversalsOperation,
    ) -> Result<ReversalListResponse, Failure> {
        let query = &request.body;
        let days = days(&query.datab, &query.datbi)?;
        let ours =
            is(query.agent_id.as_deref(), rows::AGENT) && is(query.bank_id.as_deref(), rows::BANK);
        let found: Vec<_> = self
            .transactions
            .iter()
            .filter(|it| ours && self.is_listed_reversal(it) && days.contains(&it.at.day()))
            .collect();
        let page = Page::of(query.limit, query.starting_after, query.ending_before)?;
        let range = page.range(found.len());
        let listed = |it: &&Transaction| Some(rows::reversal(it, self.by_id(it.of?)?));
        let data = found.get(range.clone()).unwrap_or_default();
        Ok(ReversalListResponse {
            total: number(found.len()),
            total_count: number(range.len()),
            total_amount: Some(rows::lira(sum(&found))),
            has_more: Some(range.end < found.len()),
            limit: number(page.limit),
            starting_after: query.starting_after,
            ending_before: query.ending_before,
            data: Some(data.iter().filter_map(listed).collect()),
            company_code: Some(rows::COMPANY.to_owned()),
            object_name: Some("transaction_reversal_list".to_owned()),
            ..ReversalListResponse::default()
        })
    }

    // Assumption::ListedReversals, Assumption::ListedByEntry
    fn is_listed_reversal(&self, transaction: &Transaction) -> bool {
        let counts = matches!(transaction.state, State::Done | State::Requested);
        transaction.kind.is_reversal() && counts && self.is_shown(transaction)
    }
}

/// Returns whether a transaction passes the filters of a query.
fn is_listed(transaction: &Transaction, query: &TransactionListQuery) -> bool {
    let all = query.show_unsucceed == Some(true);
    (all || transaction.succeeded())
        && is(query.agent_id.as_deref(), rows::AGENT)
        && is(query.bank_id.as_deref(), rows::BANK)
        && is(query.user_id.as_deref().map(String::as_str), rows::USER)
}

/// Returns whether a filter admits a value.
fn is(filter: Option<&str>, value: &str) -> bool {
    filter.is_none_or(|filter| filter == value)
}

fn sum(found: &[&Transaction]) -> i64 {
    let amounts = found.iter().map(|it| it.amount.kurus());
    amounts.fold(0, i64::saturating_add)
}

fn number(count: usize) -> Option<i64> {
    i64::try_from(count).ok()
}

/// Returns the days of a query.
///
/// # Errors
///
/// If one of them is not a date.
fn days(from: &Date, to: &Date) -> Result<std::ops::RangeInclusive<i64>, Failure> {
    let day = |date| day_of(date).map_err(|_| Failure::malformed(Assumption::Malformed));
    Ok(day(from)?..=day(to)?)
}

/// Which rows are wanted. The tables give examples: with limit 15, `starting_after` 15 is rows 15
/// to 30, and `ending_before` 90 is rows 75 to 90.
struct Page {
    limit: usize,
    start: Option<usize>,
    end: Option<usize>,
}

/// The documented number of rows.
const LIMIT: i64 = 10;

impl Page {
    fn of(limit: Option<i64>, start: Option<i64>, end: Option<i64>) -> Result<Self, Failure> {
        let index = |value: i64| {
            usize::try_from(value).map_err(|_| Failure::malformed(Assumption::Malformed))
        };
        Ok(Self {
            limit: index(limit.unwrap_or(LIMIT))?,
            start: start.map(index).transpose()?,
            end: end.map(index).transpose()?,
        })
    }

    fn range(&self, rows: usize) -> Range<usize> {
        let (start, end) = match (self.start, self.end) {
            (None, Some(end)) => (end.saturating_sub(self.limit), end),
            (start, _) => {
                let start = start.unwrap_or(0);
                (start, start.saturating_add(self.limit))
            }
        };
        start.min(rows)..end.min(rows)
    }
}
