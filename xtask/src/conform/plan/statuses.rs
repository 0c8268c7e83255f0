//! The statuses that Prism is asked for.

use codegen::ir::{Operation, Statuses};

/// Returns one status per documented response: for a range and for `default`, the first that has no
/// separate response.
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
