//! A store in memory, as somebody with tables of their own would write one.

use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, SystemTime};

use paynet_api::journal::store::{NewEntry, Selection, Step};
use paynet_api::journal::{Entry, Event, Key, Page, State, Store, StoreError};

/// A store in memory.
#[derive(Clone, Default)]
pub(crate) struct Memory(Arc<Mutex<Vec<Row>>>);

struct Row {
    entry: Entry,
    lease_until: Option<SystemTime>,
    history: Vec<Event>,
}

impl Row {
    /// Returns the entry as it is now: whether the lease is over depends on the clock.
    fn now(&self) -> Entry {
        let lease_over = self.lease_until.is_some_and(|end| end <= SystemTime::now());
        Entry {
            lease_over,
            ..self.entry.clone()
        }
    }
}

impl Memory {
    fn rows(&self) -> MutexGuard<'_, Vec<Row>> {
        self.0.lock().unwrap()
    }
}

impl Store for Memory {
    async fn plan(&self, new: &NewEntry<'_>) -> Result<Option<Entry>, StoreError> {
        let mut rows = self.rows();
        let is_taken = rows.iter().map(|row| &row.entry).any(|other| {
            let same_key = other.key == *new.key;
            let in_the_way = other.xact_id == *new.xact_id && other.state.is_under_way();
            other.environment == new.environment && (same_key || in_the_way)
        });
        if is_taken {
            return Ok(None);
        }
        let now = SystemTime::now();
        let number = i64::try_from(rows.len()).unwrap() + 1;
        let row = planned(new, number, now);
        let entry = row.now();
        rows.push(row);
        Ok(Some(entry))
    }

    async fn step(&self, step: &Step<'_>) -> Result<Option<Entry>, StoreError> {
        let mut rows = self.rows();
        let is_taken = step.to.is_under_way()
            && rows.iter().map(|row| &row.entry).any(|other| {
                other.number != step.entry.number
                    && other.environment == step.entry.environment
                    && other.xact_id == step.entry.xact_id
                    && other.state.is_under_way()
            });
        let row = rows.iter_mut().find(|row| {
            let entry = row.now();
            let is_read = entry.number == step.entry.number;
            let is_same = is_read && entry.revision == step.entry.revision;
            is_same && (!step.only_if_lease_over || entry.lease_over)
        });
        let Some(row) = row.filter(|_| !is_taken) else {
            return Ok(None);
        };
        take(row, step, SystemTime::now());
        Ok(Some(row.now()))
    }

    async fn renew(&self, entry: &Entry, lease: Duration) -> Result<bool, StoreError> {
        let mut rows = self.rows();
        let held = rows.iter_mut().find(|row| {
            let is_read = row.entry.number == entry.number;
            is_read && row.entry.attempt == entry.attempt && row.entry.state.is_under_way()
        });
        let is_held = held.is_some();
        if let Some(row) = held {
            row.lease_until = Some(SystemTime::now() + lease);
        }
        Ok(is_held)
    }

    async fn find(&self, environment: &str, key: &Key) -> Result<Option<Entry>, StoreError> {
        let rows = self.rows();
        let mut entries = rows.iter().map(Row::now);
        Ok(entries.find(|entry| entry.environment == environment && entry.key == *key))
    }

    async fn list(
        &self,
        environment: &str,
        selection: Selection<'_>,
        page: Page,
    ) -> Result<Vec<Entry>, StoreError> {
        let rows = self.rows();
        let selected = rows.iter().map(Row::now).filter(|entry| match selection {
            Selection::Transaction(xact_id) => entry.xact_id == *xact_id,
            Selection::States(states) => states.contains(&entry.state),
        });
        let here = selected.filter(|it| it.environment == environment && it.number > page.after);
        Ok(here.take(page.limit as usize).collect())
    }

    async fn history(&self, entry: &Entry) -> Result<Vec<Event>, StoreError> {
        let rows = self.rows();
        let row = rows.iter().find(|row| row.entry.number == entry.number);
        Ok(row.map(|row| row.history.clone()).unwrap_or_default())
    }
}

/// Creates the row of a new entry.
fn planned(new: &NewEntry<'_>, number: i64, now: SystemTime) -> Row {
    let entry = Entry {
        number,
        revision: 1,
        environment: new.environment.to_owned(),
        key: new.key.clone(),
        operation: new.operation,
        xact_id: new.xact_id.clone(),
        amount: new.amount,
        total: new.total,
        request: new.request.clone(),
        snapshot: None,
        state: State::Planned,
        code: None,
        worker: new.worker.to_owned(),
        attempt: 1,
        lease_over: false,
        created_at: now,
        changed_at: now,
    };
    let first = Event {
        revision: 1,
        at: now,
        worker: new.worker.to_owned(),
        person: new.person.map(str::to_owned),
        from: None,
        to: State::Planned,
        proof: new.proof.to_owned(),
    };
    Row {
        entry,
        lease_until: Some(now + new.lease),
        history: vec![first],
    }
}

/// Takes a step.
fn take(row: &mut Row, step: &Step<'_>, now: SystemTime) {
    let entry = &mut row.entry;
    row.history.push(Event {
        revision: entry.revision + 1,
        at: now,
        worker: step.worker.to_owned(),
        person: step.person.map(str::to_owned),
        from: Some(entry.state),
        to: step.to,
        proof: step.proof.to_owned(),
    });
    entry.revision += 1;
    entry.state = step.to;
    entry.changed_at = now;
    row.lease_until = step.lease.map(|lease| now + lease);
    if step.new_attempt {
        entry.attempt += 1;
        step.worker.clone_into(&mut entry.worker);
    }
    entry.total = step.total.or(entry.total);
    entry.code = step.code.or(entry.code);
    if let Some(snapshot) = step.snapshot {
        entry.snapshot = Some(snapshot.to_owned());
    }
}
