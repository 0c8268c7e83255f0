//! Compares the English and the Turkish page of one operation.

use super::document::structures;
use super::fields::{self, Sides};
use super::pairing::paths;
use crate::docs::facts::Direction;
use crate::docs::finding::{Finding, Kind};
use crate::docs::page::{Language, Page};
use crate::docs::spec::{SpecOperation, Specs};

/// Compares all pairs of pages.
pub(super) fn compare(specs: &Specs, pages: &[Page], findings: &mut Vec<Finding>) {
    let understood = || pages.iter().filter(|page| page.faults.is_empty());
    let of = |language| understood().filter(move |page| page.language == language);
    for english in of(Language::English) {
        for turkish in of(Language::Turkish) {
            if let Some(operation) = shared(specs, english, turkish) {
                pair(english, turkish, operation, findings);
            }
        }
    }
}

/// Returns the operation that both pages describe.
fn shared<'s>(specs: &'s Specs, left: &Page, right: &Page) -> Option<&'s SpecOperation> {
    let [left, right] = [left, right].map(paths);
    specs.operations.iter().find(|operation| {
        let has = |paths: &[crate::docs::facts::Placed<String>]| {
            paths.iter().any(|path| path.value == operation.path)
        };
        has(&left) && has(&right)
    })
}

fn pair(english: &Page, turkish: &Page, operation: &SpecOperation, findings: &mut Vec<Finding>) {
    let sides = Sides::Languages {
        page: &english.name,
        names: [english.language.name(), turkish.language.name()],
        operation: &operation.facts.at,
    };
    for direction in [Direction::Request, Direction::Response] {
        if let (Some(left), Some(right)) = (
            english.operation.body(direction),
            turkish.operation.body(direction),
        ) {
            fields::compare(sides, left, right, None, findings);
        }
    }
    let notifications = std::iter::zip(
        &english.operation.notifications,
        &turkish.operation.notifications,
    );
    for (left, right) in notifications {
        if let (Some(left), Some(right)) = (&left.fields, &right.fields) {
            fields::compare(sides, left, right, None, findings);
        }
    }
    for (left, right) in std::iter::zip(&english.documents, &turkish.documents) {
        for (place, left, right) in structures(left, right) {
            let text = format!("`{place}` differs between the English and the Turkish page");
            let places = (&left, &right);
            findings.push(sides.finding(Kind::Languages, text, &place, places));
        }
    }
    hosts(sides, english, turkish, findings);
}

/// Compares the addresses of each environment.
fn hosts(sides: Sides<'_>, english: &Page, turkish: &Page, findings: &mut Vec<Finding>) {
    for left in &english.operation.addresses {
        let mut others = turkish.operation.addresses.iter();
        let same = others.find(|it| it.value.environment == left.value.environment);
        if let Some(right) = same.filter(|right| right.value != left.value) {
            let [left_url, right_url] =
                [left, right].map(|it| format!("{}{}", it.value.origin, it.value.path));
            let text = format!(
                "the address is `{left_url}` on the English page, and `{right_url}` on the Turkish page"
            );
            let places = (&left.at, &right.at);
            findings.push(sides.finding(Kind::Languages, text, &left_url, places));
        }
    }
}
