//! The other formats of the report, and the specs of this repository.

use std::fs;

use codegen::diagnostic::Coloring;

use super::fixture::{Fixture, snapshot};
use crate::docs::compare;
use crate::docs::lock::Lock;
use crate::docs::report;
use crate::docs::spec::Specs;
use crate::paths;

fn changed() -> Fixture {
    Fixture::read()
        .edit(
            "order-cancel.md",
            "| **amount**     | string |",
            "| **amount**     | decimal |",
        )
        .edit(
            "order-cancel.md",
            "It is used to cancel an order.",
            "It cancels an order.",
        )
}

#[test]
fn markdown_is_a_table_for_a_pull_request() {
    let outcome = changed().compare();
    let mut report = outcome.report();
    report.shows_settled = true;
    snapshot("markdown", &report::markdown(&report));
}

#[test]
fn json_is_an_object_per_line() {
    let outcome = changed().compare();
    let json = report::json(&outcome.report());
    for line in json.lines() {
        let object: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
        assert!(
            object["kind"].is_string() && object["page"]["line"].is_u64(),
            "{line}"
        );
    }
    snapshot("json", &json);
}

#[test]
fn acknowledged_differences_are_shown_with_their_reasons() {
    let outcome = Fixture::read().compare();
    let mut report = outcome.report();
    report.shows_settled = true;
    snapshot("acknowledged", &report::text(&report, Coloring::Off));
}

/// A clone has no pages, and its specs and its lock must agree all the same.
#[test]
fn every_source_of_our_specs_is_in_the_lock() {
    let (folder, prefix) = paths::specs();
    let sources = codegen::disk::read_specs(&folder, prefix).expect("the specs are readable");
    let specs = Specs::read(&sources).unwrap_or_else(|error| panic!("{error}"));
    let lock = fs::read_to_string(folder.join("docs.lock")).expect("the lock is there");
    let lock = Lock::parse(&lock).expect("the lock is valid");
    let citing = specs
        .citations
        .iter()
        .filter(|it| it.page().is_some())
        .count();
    assert!(citing > 100, "only {citing} citations of pages were found");
    assert!(!specs.acknowledgements.is_empty());
    let findings = compare::all(&specs, &[], &lock);
    let texts: Vec<_> = findings.iter().map(|finding| &finding.text).collect();
    assert!(texts.is_empty(), "{texts:#?}");
}
