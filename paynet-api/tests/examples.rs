//! The examples run to their end, and show what their first lines promise.
//!
//! `cargo test` builds them, but not if it is asked for this test alone: then `cargo build --examples`
//! with the same features has to come first.

#![expect(clippy::unwrap_used, reason = "a test fails where it cannot go on")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

/// Runs an example, and returns what it prints.
fn run(name: &str) -> String {
    let output = Command::new(built(name)).output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name} failed: {printed}{errors}");
    assert_eq!(errors, "", "{name}");
    printed
}

/// Returns the program of an example, which must not be older than its source.
fn built(name: &str) -> PathBuf {
    // Tests are in target/<profile>/deps, examples in target/<profile>/examples.
    let test = std::env::current_exe().unwrap();
    let program = test.ancestors().nth(2).unwrap();
    let program = program.join("examples").join(name);
    let program = program.with_extension(std::env::consts::EXE_EXTENSION);
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let source = source.join(name).with_extension("rs");
    let is_built = match changed(&program) {
        Ok(built) => built >= changed(&source).unwrap(),
        Err(_) => false,
    };
    assert!(is_built, "build the example {name} first");
    program
}

fn changed(path: &Path) -> std::io::Result<SystemTime> {
    path.metadata()?.modified()
}

/// Asserts that an example prints this, in this order.
fn prints(name: &str, expected: &[&str]) {
    let printed = run(name);
    let mut rest = printed.as_str();
    for text in expected {
        let found = rest.split_once(text);
        let (_, after) = found.unwrap_or_else(|| panic!("{name}: no {text:?} in {printed}"));
        rest = after;
    }
}

#[test]
fn refund() {
    let expected = [
        "Refused: nothing was done.",
        "0.00 TL were given back",
        "Accepted (New)",
        "10.50 TL were given back",
        "Unknown: find out what happened",
        "15.00 TL were given back",
        "Unknown: find out what happened",
        "Resolved: ",
        "8.00 TL were given back",
        "It claims: approved.",
    ];
    prints("refund", &expected);
}

#[test]
fn softpos() {
    let expected = [
        "session key for its app",
        "Started, which is not yet reversed",
        "The inquiry found",
        "The session key is ended.",
    ];
    prints("softpos", &expected);
}

#[test]
fn notification() {
    let expected = [
        "Somebody claims: approved.",
        "Paynet shows the sale as reversed",
        "Somebody claims: not approved.",
        "Paynet does not show it as reversed",
    ];
    prints("notification", &expected);
}
