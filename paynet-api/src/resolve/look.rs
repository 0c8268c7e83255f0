//! One look at Paynet: the transaction itself, and all cancellations and refunds since its day.

use std::time::{Duration, Instant, SystemTime};

use super::resolution::Evidence;
use crate::transaction::types::{
    ListedReversal, ReversalListQuery, TransactionDetail, TransactionDetailQuery,
};
use crate::{Date, DateTime, Error, Paynet, XactId};

/// What one look showed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct Seen {
    /// The transaction's plain number, which the rows of the list have too.
    pub(super) id: Option<String>,
    /// The day of the transaction.
    pub(super) day: Option<Date>,
    /// Whether `detail` shows the transaction as reversed.
    pub(super) reversed: Option<bool>,
    /// By which transaction.
    pub(super) reversed_xact_id: Option<String>,
    /// The numbers of the transaction's cancellations and refunds in the list; `None` if the list
    /// could not be read to its end. A row without a number counts with an empty one.
    pub(super) listed: Option<Vec<String>>,
}

/// A look, and why it did not show everything.
#[derive(Debug, Default)]
pub(super) struct Look {
    pub(super) seen: Seen,
    pub(super) gaps: Vec<Evidence>,
    /// The error of `detail`.
    pub(super) failed: Option<Error>,
}

/// How many rows of the list are read. A merchant with more reversals since the day of a sale has
/// `detail` alone.
const ROWS: usize = 10_000;
const PAGE: i64 = 500;

/// Looks at a transaction. `known` is an earlier look: its number and day don't change.
pub(super) async fn look(
    paynet: &Paynet,
    xact_id: &XactId,
    known: Option<&Seen>,
    until: Option<Instant>,
) -> Look {
    let mut look = Look::default();
    look.detail(paynet, xact_id, until).await;
    let seen = &mut look.seen;
    if let Some(known) = known {
        seen.id = seen.id.take().or_else(|| known.id.clone());
        seen.day = seen.day.take().or_else(|| known.day.clone());
    }
    match (seen.id.clone(), seen.day.clone()) {
        (Some(id), Some(day)) => look.list(paynet, &id, day, until).await,
        _ => look.gaps.push(Evidence::Unclear(
            "`detail` does not show the number and the day that the list is searched by",
        )),
    }
    look
}

impl Look {
    /// Asks for the transaction.
    async fn detail(&mut self, paynet: &Paynet, xact_id: &XactId, until: Option<Instant>) {
        let query = TransactionDetailQuery {
            xact_id: Some(xact_id.clone()),
            ..TransactionDetailQuery::default()
        };
        let mut call = paynet.transaction().detail(&query);
        if let Some(until) = until {
            call = call.timeout(until.saturating_duration_since(Instant::now()));
        }
        let rows = match call.await {
            Ok(accepted) => accepted.into_response().data.unwrap_or_default(),
            Err(error) => {
                self.gaps.push(Evidence::failed(&error));
                self.failed = Some(error);
                return;
            }
        };
        match only(rows, xact_id) {
            Ok(row) => self.take(row),
            Err(gap) => self.gaps.push(Evidence::Unclear(gap)),
        }
    }

    /// Keeps what matters of the transaction.
    #[inline]
    fn take(&mut self, row: TransactionDetail) {
        if row.reversed.is_none() {
            let gap = "`detail` does not say whether the transaction is reversed";
            self.gaps.push(Evidence::Unclear(gap));
        }
        self.seen.day = row.xact_date.and_then(|date| day(date.as_str()));
        self.seen.id = row.id;
        self.seen.reversed = row.reversed;
        self.seen.reversed_xact_id = row.reversed_xact_id;
    }

    /// Reads the list. Whether its days are those of transactions or of reversals is not
    /// documented, so it is read from the day of the transaction to tomorrow.
    async fn list(&mut self, paynet: &Paynet, id: &str, day: Date, until: Option<Instant>) {
        let Some(tomorrow) = tomorrow_in_turkey(SystemTime::now()) else {
            let gap = "the clock of this machine shows no year from 0 to 9999";
            return self.gaps.push(Evidence::Unclear(gap));
        };
        let query = ReversalListQuery {
            limit: Some(PAGE),
            ..ReversalListQuery::new(day, tomorrow)
        };
        let transaction = paynet.transaction();
        let mut rows = transaction.list_all_reversals(&query);
        let (mut listed, mut count) = (Vec::new(), 0);
        while let Some(row) = next(&mut rows, until).await {
            count += 1;
            match row {
                Some(Ok(_)) if count > ROWS => {
                    let gap = "the list has more than 10,000 rows since the day of the transaction";
                    return self.gaps.push(Evidence::Unclear(gap));
                }
                Some(Ok(row)) => listed.extend(number(row, id)),
                Some(Err(error)) => return self.gaps.push(Evidence::failed(&error)),
                None => {
                    let gap = "the list could not be read in the time that was left";
                    return self.gaps.push(Evidence::Unclear(gap));
                }
            }
        }
        match rows.decode_issues() {
            [] => self.seen.listed = Some(listed),
            _ => self.gaps.push(Evidence::Unclear(
                "the list has rows that could not be decoded",
            )),
        }
    }
}

/// Returns the next row; `Some(None)` if the time is up.
async fn next(
    rows: &mut crate::Rows<'_, ReversalListQuery>,
    until: Option<Instant>,
) -> Option<Option<Result<ListedReversal, Error>>> {
    match until {
        None => rows.next().await.map(Some),
        Some(until) => match tokio::time::timeout_at(until.into(), rows.next()).await {
            Ok(row) => row.map(Some),
            Err(_) => Some(None),
        },
    }
}

/// Returns the row of the transaction.
#[inline]
fn only(rows: Vec<TransactionDetail>, xact_id: &XactId) -> Result<TransactionDetail, &'static str> {
    let is_it = |row: &TransactionDetail| row.xact_id.as_deref() == Some(xact_id.as_str());
    let mut rows = rows;
    if let Some(index) = rows.iter().position(is_it) {
        return Ok(rows.swap_remove(index));
    }
    match (rows.pop(), rows.is_empty()) {
        (None, _) => Err("`detail` shows no transaction"),
        (Some(row), true) => Ok(row),
        (Some(_), false) => Err("`detail` shows several transactions, none with this `xact_id`"),
    }
}

/// Returns the number of a row, if it is one of this transaction.
#[inline]
fn number(row: ListedReversal, id: &str) -> Option<String> {
    let is_it = row.id.as_deref() == Some(id);
    is_it.then(|| row.reversed_xact_id.or(row.reversed_id).unwrap_or_default())
}

/// Returns the day of a date and time: `2016-04-07T15:33:09.543`, or `07.04.2016` as the lists have
/// it.
fn day(text: &str) -> Option<Date> {
    let day = text.get(..10)?;
    let by_dots = || {
        let mut parts = day.split('.');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        format!("{year}-{month}-{day}").parse().ok()
    };
    day.parse().ok().or_else(by_dots)
}

/// Returns tomorrow's date in Turkish time, which is UTC+03:00.
fn tomorrow_in_turkey(now: SystemTime) -> Option<Date> {
    const OFFSET: Duration = Duration::from_secs(3 * 3600);
    const DAY: Duration = Duration::from_secs(24 * 3600);
    let since_1970 = now.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    let seconds = i64::try_from((since_1970 + OFFSET + DAY).as_secs()).ok()?;
    let parts = DateTime::from_unix(seconds, 0).ok()?.parts().ok()?;
    Date::new(parts.year, parts.month, parts.day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_both_forms() {
        let expected = Date::new(2016, 4, 7).ok();
        assert_eq!(day("2016-04-07T15:33:09.543"), expected);
        assert_eq!(day("07.04.2016"), expected);
        assert_eq!(day("07.04.2016 15:33:09"), expected);
        for text in ["", "7.4.2016", "2016/04/07", "31.02.2016", "ığüşöçığüşöç"] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn tomorrow_begins_three_hours_before_utc() {
        // 2024-02-28T20:59:59Z and a second later, which is the 29th in Turkey.
        let at =
            |seconds| tomorrow_in_turkey(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds));
        assert_eq!(at(1_709_153_999), Date::new(2024, 2, 29).ok());
        assert_eq!(at(1_709_154_000), Date::new(2024, 3, 1).ok());
    }

    #[test]
    fn the_row_of_the_transaction_is_chosen_by_its_number() {
        let id = XactId::new("xk_1").unwrap();
        let row = |xact_id: &str| TransactionDetail {
            xact_id: Some(xact_id.to_owned()),
            ..TransactionDetail::default()
        };
        assert_eq!(only(vec![row("xk_2"), row("xk_1")], &id), Ok(row("xk_1")));
        assert_eq!(only(vec![row("masked")], &id), Ok(row("masked")));
        assert!(only(vec![row("xk_2"), row("xk_3")], &id).is_err());
        assert!(only(Vec::new(), &id).is_err());
    }
}
