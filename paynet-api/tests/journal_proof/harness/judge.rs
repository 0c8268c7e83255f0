//! The journal beside the ledger: no reversal twice, none lost, and no entry in a state that the
//! ledger contradicts.

use paynet_api::journal::{Entry, Operation, State};
use paynet_api::sandbox::{Ledger, Movement, Operation as Service};
use paynet_api::{Outcome, XactId};

use super::bench::Recorded;
use super::run::Left;
use crate::task::Task;
use crate::worker::Attempted;

/// Judges what was left behind.
pub(crate) fn judge(left: &Left) -> Result<(), String> {
    for task in &left.tasks {
        let found: Vec<_> = left.record.iter().filter(|it| is_of(it, task)).collect();
        let [recorded] = found.as_slice() else {
            return Err(format!("{} entries of {task}", found.len()));
        };
        history(recorded)?;
        state(&recorded.entry, task, left)?;
        is_complete(recorded, task, &left.told)?;
    }
    if left.record.len() != left.tasks.len() {
        return Err("there are entries that nobody asked for".to_owned());
    }
    requests(left)?;
    movements(left)?;
    left.told.iter().try_for_each(|told| agrees(told, left))
}

fn is_of(recorded: &Recorded, task: &Task) -> bool {
    let entry = &recorded.entry;
    let (key, xact_id) = (entry.key.as_str(), &entry.xact_id);
    (key, xact_id, entry.amount) == (task.key.as_str(), &task.xact_id, task.amount)
}

/// The lines of a history follow each other, and what may have been sent is never planned again.
fn history(recorded: &Recorded) -> Result<(), String> {
    let Recorded { entry, history } = recorded;
    let mut before = None;
    for (event, revision) in history.iter().zip(1..) {
        let follows = (event.from, event.revision) == (before, revision);
        let is_allowed = match event.to {
            State::Planned => matches!(before, None | Some(State::Planned | State::NotSent)),
            State::Sending => before == Some(State::Planned),
            _ => true,
        };
        if !(follows && is_allowed) {
            return Err(format!("{event:?} does not follow {before:?}"));
        }
        before = Some(event.to);
    }
    let is_whole = entry.revision == i64::try_from(history.len()).unwrap_or_default();
    match is_whole && before == Some(entry.state) {
        true => Ok(()),
        false => Err(format!("{entry} is not what its history says")),
    }
}

/// The ledger does not contradict the state.
fn state(entry: &Entry, task: &Task, left: &Left) -> Result<(), String> {
    let moved = moved(task, &left.ledger);
    let is_true = match entry.state {
        State::Planned | State::Sending => false,
        State::Accepted | State::Reversed | State::SettledDone => moved == 1,
        // It may be another one of the same payment, which is why the finding proves nothing.
        State::OneMore => moved <= 1 && left.ledger.reversed(&task.xact_id) > 0,
        State::Refused | State::NotSent | State::NotSeenYet | State::SettledNotDone => moved == 0,
        State::Unknown | State::StillUnknown => moved <= 1,
    };
    match is_true {
        true => Ok(()),
        false => Err(format!("{entry}, and money was moved {moved} times")),
    }
}

/// What was not sent is sent later, if the task says so and it could not exceed the total.
fn is_complete(recorded: &Recorded, task: &Task, told: &[Attempted]) -> Result<(), String> {
    let is_left = recorded.entry.state == State::NotSent && task.again;
    let mut of_key = told.iter().filter(|it| it.key == task.key);
    let is_excess = of_key.any(|it| it.why == "could exceed");
    match is_left && !is_excess {
        true => Err(format!("{} was forgotten", recorded.entry)),
        false => Ok(()),
    }
}

/// How often a recorded request may have been sent: each attempt once, unless it is proven that it
/// was not.
fn sent(recorded: &Recorded) -> usize {
    let states: Vec<State> = recorded.history.iter().map(|it| it.to).collect();
    let sent = states.iter().filter(|it| **it == State::Sending).count();
    let proven = [State::Sending, State::NotSent];
    sent - states.windows(2).filter(|it| **it == proven).count()
}

/// Each request that arrived is recorded, and none arrived twice.
fn requests(left: &Left) -> Result<(), String> {
    let received = left.ledger.requests().iter();
    let mut reversals =
        received.filter_map(|it| Some((operation(it.operation?)?, it.xact_id.clone()?)));
    let all: Vec<(Operation, XactId)> = reversals.by_ref().collect();
    for named in &all {
        let of_it = |it: &&Recorded| (it.entry.operation, &it.entry.xact_id) == (named.0, &named.1);
        let recorded: Vec<&Recorded> = left.record.iter().filter(of_it).collect();
        let arrived = all.iter().filter(|it| *it == named).count();
        let possible: usize = recorded.iter().map(|it| sent(it)).sum();
        if arrived > possible {
            return Err(format!(
                "{named:?} arrived {arrived} times, at most {possible} were recorded"
            ));
        }
    }
    for Recorded { entry, .. } in &left.record {
        let answered = matches!(entry.state, State::Accepted | State::Refused);
        if answered && !all.contains(&(entry.operation, entry.xact_id.clone())) {
            return Err(format!("{entry}, and nothing arrived"));
        }
    }
    Ok(())
}

const fn operation(service: Service) -> Option<Operation> {
    match service {
        Service::Refund => Some(Operation::Refund),
        Service::CancelCapture => Some(Operation::CancelCapture),
        Service::CancelPreauth => Some(Operation::CancelPreauth),
        _ => None,
    }
}

/// Each reversal of the ledger was asked for once, and no payment is reversed beyond its amount.
fn movements(left: &Left) -> Result<(), String> {
    for movement in reversals(&left.ledger) {
        let of_it = left
            .tasks
            .iter()
            .filter(|it| caused(it, movement, &left.ledger));
        if of_it.count() != 1 {
            return Err(format!("nobody asked for {movement:?}"));
        }
    }
    match left
        .tasks
        .iter()
        .find(|it| left.ledger.reversed(&it.xact_id) > 1500)
    {
        Some(task) => Err(format!("too much was reversed: {task}")),
        None => Ok(()),
    }
}

fn reversals(ledger: &Ledger) -> impl Iterator<Item = &Movement> {
    let requests = ledger.requests();
    ledger.movements().iter().filter(|it| {
        let request = it.request.map(|index| &requests[index]);
        request.is_some_and(|it| it.operation.and_then(operation).is_some())
    })
}

/// Returns whether a movement is what a task asks for.
fn caused(task: &Task, movement: &Movement, ledger: &Ledger) -> bool {
    let request = movement.request.map(|index| &ledger.requests()[index]);
    let named = request.and_then(|it| Some((operation(it.operation?)?, it.xact_id.as_ref()?)));
    let amount = task.amount.is_none_or(|amount| amount == movement.amount);
    named == Some((task.operation, &task.xact_id)) && amount
}

/// Returns how often money was moved for a task.
fn moved(task: &Task, ledger: &Ledger) -> usize {
    reversals(ledger)
        .filter(|it| caused(task, it, ledger))
        .count()
}

/// What a caller was told is what happened.
fn agrees(told: &Attempted, left: &Left) -> Result<(), String> {
    let task = left.tasks.iter().find(|it| it.key == told.key);
    let task = task.ok_or_else(|| format!("nobody asked for {told:?}"))?;
    let moved = moved(task, &left.ledger);
    let is_true = match told.outcome {
        Outcome::Accepted => moved == 1,
        Outcome::Refused => moved == 0,
        Outcome::NotSent | Outcome::Unknown => true,
    };
    match is_true {
        true => Ok(()),
        false => Err(format!("{told:?}, and money was moved {moved} times")),
    }
}
