//! From rows of either database to entries and events.

use std::error::Error as StdError;
use std::time::{Duration, SystemTime};

use sqlx::{ColumnIndex, Database, Decode, Row, Type};

use super::error::StoreError;
use crate::journal::record::entry::Entry;
use crate::journal::record::event::Event;
use crate::journal::record::key::Key;
use crate::journal::record::operation::Operation;
use crate::journal::record::request::StoredRequest;
use crate::journal::record::state::State;
use crate::{Amount, XactId};

/// A value that both databases have.
pub(super) trait Value<DB: Database>: for<'r> Decode<'r, DB> + Type<DB> {}

impl<DB: Database, T: for<'r> Decode<'r, DB> + Type<DB>> Value<DB> for T {}

/// Reads an entry.
pub(super) fn entry<R: Row>(row: &R) -> Result<Entry, StoreError>
where
    for<'i> &'i str: ColumnIndex<R>,
    String: Value<R::Database>,
    i64: Value<R::Database>,
    bool: Value<R::Database>,
{
    let column = Column(row);
    let amount = |name: &'static str| -> Result<_, StoreError> {
        let kurus: Option<i64> = column.get(name)?;
        kurus.map(Amount::from_kurus).transpose().map_err(damaged)
    };
    Ok(Entry {
        number: column.get("id")?,
        revision: column.get("revision")?,
        environment: column.get("environment")?,
        key: Key::new(column.text("key")?).map_err(damaged)?,
        operation: Operation::parse(&column.text("operation")?).map_err(damaged)?,
        xact_id: XactId::new(column.text("xact_id")?).map_err(damaged)?,
        amount: amount("amount")?,
        total: amount("total")?,
        request: StoredRequest::new(column.text("request")?),
        snapshot: column.get("snapshot")?,
        state: State::parse(&column.text("state")?).map_err(damaged)?,
        code: column.get("code")?,
        worker: column.get("worker")?,
        attempt: column.get("attempt")?,
        lease_over: column.get("lease_over")?,
        created_at: instant(column.get("created_at")?)?,
        changed_at: instant(column.get("changed_at")?)?,
    })
}

/// Reads a line of history.
pub(super) fn event<R: Row>(row: &R) -> Result<Event, StoreError>
where
    for<'i> &'i str: ColumnIndex<R>,
    String: Value<R::Database>,
    i64: Value<R::Database>,
{
    let column = Column(row);
    let from: Option<String> = column.get("from_state")?;
    Ok(Event {
        revision: column.get("revision")?,
        at: instant(column.get("at")?)?,
        worker: column.get("worker")?,
        person: column.get("person")?,
        from: from
            .map(|name| State::parse(&name))
            .transpose()
            .map_err(damaged)?,
        to: State::parse(&column.text("to_state")?).map_err(damaged)?,
        proof: column.get("proof")?,
    })
}

/// The columns of a row.
struct Column<'a, R>(&'a R);

impl<R: Row> Column<'_, R>
where
    for<'i> &'i str: ColumnIndex<R>,
{
    fn get<T: Value<R::Database>>(&self, name: &'static str) -> Result<T, StoreError> {
        self.0.try_get(name).map_err(StoreError::new)
    }

    fn text(&self, name: &'static str) -> Result<String, StoreError>
    where
        String: Value<R::Database>,
    {
        self.get(name)
    }
}

/// Reads milliseconds since 1970.
fn instant(milliseconds: i64) -> Result<SystemTime, StoreError> {
    let since_1970 = u64::try_from(milliseconds).map_err(damaged)?;
    Ok(SystemTime::UNIX_EPOCH + Duration::from_millis(since_1970))
}

/// A row that the journal did not write.
fn damaged(error: impl StdError + Send + Sync + 'static) -> StoreError {
    StoreError::new(format!("a row cannot be read: {error}"))
}

/// Returns a duration in milliseconds, as statements take it.
pub(super) fn milliseconds(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

/// Returns the names of states as a JSON array, as statements take them.
pub(super) fn names(states: &[State]) -> String {
    let names: Vec<String> = states
        .iter()
        .map(|it| format!("\"{}\"", it.as_str()))
        .collect();
    format!("[{}]", names.join(","))
}
