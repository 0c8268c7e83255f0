//! The statuses that the judge is asked for.

use codegen::ir::{Operation, Statuses};

/// One for each documented response: of a range, and of the rest, the first that has no response of
/// its own.
pub(super) fn of(operation: &Operation) -> Vec<u16> {
    let documented = operation.responses.iter().map(|response| response.statuses);
    let exact: Vec<u16> = documented.clone().filter_map(exact).collect();
    let free = |from: u16| (from..from + 100).find(|it| !exact.contains(it));
    let asked = documented.filter_map(|statuses| match statuses {
        Statuses::Exact(status) => Some(status),
        Statuses::Range(digit) => free(u16::from(digit) * 100),
        Statuses::Default => free(500),
    });
    let mut asked: Vec<u16> = asked.collect();
    asked.sort_unstable();
    asked.dedup();
    asked
}

fn exact(statuses: Statuses) -> Option<u16> {
    match statuses {
        Statuses::Exact(status) => Some(status),
        Statuses::Range(_) | Statuses::Default => None,
    }
}
