//! The whole pipeline over a document in JSON.

#![no_main]

#[path = "../../xtask/src/fuzz/invariants.rs"]
mod invariants;

use codegen::Sources;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let mut sources = Sources::default();
    sources.insert("case.json", text);
    if let Err(problem) = invariants::check(&sources) {
        panic!("{problem}");
    }
});
