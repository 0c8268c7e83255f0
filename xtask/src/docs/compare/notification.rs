//! Compares what the API sends by itself.

use super::fields::{self, Sides};
use crate::docs::facts::Notification;
use crate::docs::finding::{Finding, Kind, NOTHING};
use crate::docs::page::Page;
use crate::docs::spec::SpecOperation;

/// Compares the notifications of a page with those of an operation.
pub(super) fn compare(page: &Page, spec: &SpecOperation, findings: &mut Vec<Finding>) {
    let described = &page.operation.notifications;
    let declared = &spec.facts.notifications;
    let sides = Sides::Spec { page: &page.name };
    for found in described {
        let exact = declared
            .iter()
            .find(|it| names(&found.title).any(|name| name == it.title));
        // A name that is misspelt on the page is still that of the only one.
        let only = declared
            .first()
            .filter(|_| declared.len() == 1 && described.len() == 1);
        let Some(expected) = exact.or(only) else {
            let text = "a notification is on the page alone".to_owned();
            let places = (&found.at, &spec.facts.at);
            findings.push(sides.finding(Kind::Notification, text, &found.title, places));
            continue;
        };
        if exact.is_none() {
            findings.extend(other_name(sides, found, expected));
        }
        contents(sides, found, expected, findings);
    }
    let is_missing = described.is_empty() && spec.pages.contains(&page.name);
    if is_missing && page.documents.is_empty() {
        for expected in declared {
            let text = format!(
                "the notification to `{}` is in the spec alone",
                expected.title
            );
            let at = page.text.at(0);
            let places = (&at, &expected.at);
            findings.push(sides.finding(Kind::Notification, text, NOTHING, places));
        }
    }
}

/// Compares the fields of a notification.
fn contents(
    sides: Sides<'_>,
    found: &Notification,
    expected: &Notification,
    findings: &mut Vec<Finding>,
) {
    match (&found.fields, &expected.fields) {
        (Some(left), Some(right)) => fields::compare(sides, left, right, None, findings),
        (None, None) => {}
        (left, _) => {
            let text = match left {
                Some(_) => "the fields of the notification are on the page alone",
                None => "the fields of the notification are in the spec alone",
            };
            let places = (&found.at, &expected.at);
            let says = if left.is_some() { "a table" } else { NOTHING };
            findings.push(sides.finding(Kind::Notification, text.to_owned(), says, places));
        }
    }
}

/// Reports that the page names the notification after something else.
fn other_name(sides: Sides<'_>, found: &Notification, expected: &Notification) -> Option<Finding> {
    let name = names(&found.title).next()?;
    let text = format!(
        "the page posts the notification to `{name}`, and the spec to `{}`",
        expected.title
    );
    let places = (&found.at, &expected.at);
    Some(sides.finding(Kind::Notification, text, name, places))
}

/// Returns the words of a title that are names of fields: `succeedUrl`, `notify_url`.
fn names(title: &str) -> impl Iterator<Item = &str> {
    let words = title.split(|it: char| !it.is_ascii_alphanumeric() && it != '_');
    words.filter(|word| {
        let has_capital = word.chars().skip(1).any(|it| it.is_ascii_uppercase());
        let is_camel = has_capital && word.starts_with(|it: char| it.is_ascii_lowercase());
        is_camel || word.contains('_')
    })
}
