//! Compares pages with specs: facts on both sides in, findings out.

mod address;
mod diff;
mod document;
mod fields;
mod language;
mod link;
mod notification;
mod pairing;
mod sample;
mod schema;
mod source;

use super::finding::{Finding, NOTHING};
use super::lock::Lock;
use super::page::Page;
use super::spec::Specs;

/// Returns everything in which pages, specs and lock differ, acknowledged or not.
pub(crate) fn all(specs: &Specs, pages: &[Page], lock: &Lock) -> Vec<Finding> {
    let mut findings = specs.faults.clone();
    for page in pages {
        findings.extend(page.faults.iter().cloned());
        findings.extend(one(specs, page));
        findings.extend(source::changed(specs, page, lock));
    }
    language::compare(specs, pages, &mut findings);
    source::check(specs, pages, lock, &mut findings);
    findings
}

/// Compares one page with the operation that it describes.
fn one(specs: &Specs, page: &Page) -> Vec<Finding> {
    let mut findings = Vec::new();
    let operations = pairing::operations(specs, page, &mut findings);
    for operation in &operations {
        let spec = &operation.facts;
        address::compare(page, operation, &operations, &mut findings);
        if page.documents.is_empty() {
            fields::bodies(page, spec, &mut findings);
        }
        notification::compare(page, operation, &mut findings);
        sample::compare(specs, page, operation, &mut findings);
    }
    document::compare(specs, page, &mut findings);
    link::compare(specs, page, operations.first().copied(), &mut findings);
    // What is missing on such a page may be in the part that was not understood.
    let is_understood = page.faults.is_empty();
    findings.retain(|finding| is_understood || finding.page_says != NOTHING);
    findings
}
