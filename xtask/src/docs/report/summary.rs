//! The last line of a report.

use super::contents::Report;
use super::lines::count;
use crate::docs::finding::Kind;

/// Returns the last line.
pub(super) fn summary(report: &Report<'_>) -> String {
    let open = &report.settled.open;
    let pages = match report.pages {
        0 => format!("{} in the lock, none read", count(report.locked, "page")),
        read => count(read, "page"),
    };
    let known = count(report.settled.settled.len(), "acknowledged difference");
    if open.is_empty() {
        let nothing = if report.pages == 0 {
            "the specs agree with the lock"
        } else {
            "nothing changed"
        };
        return format!("{nothing}: {pages}, {known}");
    }
    let unreadable = open.iter().filter(|it| it.kind == Kind::Unreadable).count();
    let mut parts = Vec::new();
    if open.len() > unreadable {
        parts.push(count(open.len() - unreadable, "difference"));
    }
    if unreadable > 0 {
        parts.push(format!(
            "{} that can't be understood",
            count(unreadable, "place")
        ));
    }
    format!("{} ({pages}, {known})", parts.join(", "))
}
