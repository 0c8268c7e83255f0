//! An overlay over a document that has something of everything.

#![no_main]

#[path = "../../xtask/src/fuzz/invariants.rs"]
mod invariants;

use codegen::Sources;

const DOCUMENT: &str = include_str!("../../specs/transaction.yaml");

libfuzzer_sys::fuzz_target!(|text: &str| {
    let mut sources = Sources::default();
    sources.insert("case.yaml", DOCUMENT);
    sources.insert("case.overlay.yaml", text);
    if let Err(problem) = invariants::check(&sources) {
        panic!("{problem}");
    }
});
