//! A store by SQL: the same statements in the same order for each database, which differ in their
//! texts alone.

/// Implements [`Store`](super::Store) for a type with a `pool`, by the statements of a module and
/// the statement that begins a transaction which writes.
macro_rules! store_by_sql {
    ($store:ty, $sql:ident, $begin:literal) => {
        impl $crate::journal::store::Store for $store {
            async fn plan(&self, new: &NewEntry<'_>) -> Result<Option<Entry>, StoreError> {
                let mut transaction = self.pool.begin_with($begin).await.map_err(failed)?;
                let planned = sqlx::query($sql::PLAN)
                    .bind(new.environment)
                    .bind(new.key.as_str())
                    .bind(new.operation.as_str())
                    .bind(new.xact_id.as_str())
                    .bind(new.amount.map(Amount::kurus))
                    .bind(new.total.map(Amount::kurus))
                    .bind(new.request.as_str())
                    .bind(new.worker)
                    .bind(rows::milliseconds(new.lease))
                    .fetch_optional(&mut *transaction)
                    .await;
                let Some(row) = planned.map_err(failed)? else {
                    return Ok(None);
                };
                let entry = rows::entry(&row)?;
                sqlx::query($sql::RECORD)
                    .bind(entry.number)
                    .bind(new.worker)
                    .bind(new.person)
                    .bind(None::<&str>)
                    .bind(new.proof)
                    .execute(&mut *transaction)
                    .await
                    .map_err(failed)?;
                transaction.commit().await.map_err(failed)?;
                Ok(Some(entry))
            }

            async fn step(&self, step: &Step<'_>) -> Result<Option<Entry>, StoreError> {
                let mut transaction = self.pool.begin_with($begin).await.map_err(failed)?;
                let taken = sqlx::query($sql::STEP)
                    .bind(step.entry.number)
                    .bind(step.entry.revision)
                    .bind(step.to.as_str())
                    .bind(step.lease.map(rows::milliseconds))
                    .bind(i64::from(step.new_attempt))
                    .bind(step.worker)
                    .bind(step.total.map(Amount::kurus))
                    .bind(step.snapshot)
                    .bind(step.code)
                    .bind(step.only_if_lease_over)
                    .fetch_optional(&mut *transaction)
                    .await;
                let row = match taken {
                    Ok(Some(row)) => row,
                    Ok(None) => return Ok(None),
                    // Another entry of the transaction is under way.
                    Err(error) if is_unique_violation(&error) => return Ok(None),
                    Err(error) => return Err(failed(error)),
                };
                sqlx::query($sql::RECORD)
                    .bind(step.entry.number)
                    .bind(step.worker)
                    .bind(step.person)
                    .bind(Some(step.entry.state.as_str()))
                    .bind(step.proof)
                    .execute(&mut *transaction)
                    .await
                    .map_err(failed)?;
                let entry = rows::entry(&row)?;
                transaction.commit().await.map_err(failed)?;
                Ok(Some(entry))
            }

            async fn renew(&self, entry: &Entry, lease: Duration) -> Result<bool, StoreError> {
                let renewed = sqlx::query($sql::RENEW)
                    .bind(entry.number)
                    .bind(entry.attempt)
                    .bind(rows::milliseconds(lease))
                    .execute(&self.pool)
                    .await;
                Ok(renewed.map_err(failed)?.rows_affected() == 1)
            }

            async fn find(
                &self,
                environment: &str,
                key: &Key,
            ) -> Result<Option<Entry>, StoreError> {
                let found = sqlx::query($sql::FIND)
                    .bind(environment)
                    .bind(key.as_str())
                    .fetch_optional(&self.pool)
                    .await;
                found.map_err(failed)?.as_ref().map(rows::entry).transpose()
            }

            async fn list(
                &self,
                environment: &str,
                selection: Selection<'_>,
                page: Page,
            ) -> Result<Vec<Entry>, StoreError> {
                let (statement, selected) = match selection {
                    Selection::Transaction(xact_id) => {
                        ($sql::OF_TRANSACTION, xact_id.as_str().to_owned())
                    }
                    Selection::States(states) => ($sql::IN_STATES, rows::names(states)),
                };
                let found = sqlx::query(statement)
                    .bind(environment)
                    .bind(selected)
                    .bind(page.after)
                    .bind(i64::from(page.limit))
                    .fetch_all(&self.pool)
                    .await;
                found.map_err(failed)?.iter().map(rows::entry).collect()
            }

            async fn history(&self, entry: &Entry) -> Result<Vec<Event>, StoreError> {
                let found = sqlx::query($sql::HISTORY)
                    .bind(entry.number)
                    .fetch_all(&self.pool)
                    .await;
                found.map_err(failed)?.iter().map(rows::event).collect()
            }
        }
    };
}

pub(super) use store_by_sql;

use sqlx::Error;

use super::error::StoreError;

/// Returns whether a unique constraint was violated.
pub(super) fn is_unique_violation(error: &Error) -> bool {
    let error = error.as_database_error();
    error.is_some_and(|error| error.is_unique_violation())
}

/// Says what to do where that is known.
pub(super) fn failed(error: Error) -> StoreError {
    let text = error.to_string();
    let no_table = text.contains("paynet_reversal")
        && (text.contains("no such table") || text.contains("does not exist"));
    if no_table {
        StoreError::new("its tables are missing: call `migrate` first")
    } else {
        StoreError::new(error)
    }
}
