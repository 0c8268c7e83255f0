//! A judge from outside: `openapiv3`, the model that the field knows, takes whatever the grammar lets through.

use std::fs;
use std::io;
use std::thread;

use codegen::Sources;
use codegen::spec::mended;
use openapiv3::OpenAPI;
use serde::Deserialize;
use tests::fixture::inputs;

/// `openapiv3` reads schemas with many large frames.
const STACK: usize = 64 << 20;

#[test]
fn what_the_grammar_lets_through_is_a_document_to_others() {
    let judging = thread::Builder::new().stack_size(STACK);
    let judging = judging.spawn(|| ["cases", "problems"].map(|folder| judge(folder).unwrap()));
    let judged = judging.unwrap().join().unwrap();
    assert!(judged.iter().all(|documents| *documents > 20), "{judged:?}");
}

/// How many documents of a folder there were to judge.
fn judge(folder: &str) -> io::Result<usize> {
    let mut judged = 0;
    for path in inputs(folder)? {
        let mut sources = Sources::default();
        // A fixture may be no text at all, on purpose.
        if let Ok(text) = fs::read_to_string(&path) {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            sources.insert(&name, &text);
        }
        for document in mended(&sources) {
            judged += 1;
            let verdict = OpenAPI::deserialize(document);
            assert!(verdict.is_ok(), "{}: {:?}", path.display(), verdict.err());
        }
    }
    Ok(judged)
}
