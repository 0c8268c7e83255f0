//! Files and functions are small, and files say what they hold.

use super::hand_written;

#[test]
fn every_file_says_what_it_holds_and_is_small() {
    let files = hand_written();
    for folder in ["codegen/src/", "paynet-api/src/", "xtask/src/", "tests/"] {
        let count = files
            .iter()
            .filter(|(path, _)| path.starts_with(folder))
            .count();
        assert!(count > 10, "only {count} files found in {folder}");
    }
    for (path, text) in files {
        assert!(
            text.starts_with("//!"),
            "{path} must start with `//!`: what it holds"
        );
        let lines = text.lines().count();
        assert!(
            lines <= 300,
            "{path} has {lines} lines: split it by concept"
        );
    }
}

#[test]
fn no_function_is_longer_than_forty_lines() {
    let mut functions = 0;
    for (path, text) in hand_written() {
        let lines: Vec<_> = text.lines().collect();
        for (start, line) in lines
            .iter()
            .enumerate()
            .filter(|(_, line)| opens_function(line))
        {
            let indent = line.len() - line.trim_start().len();
            let close = format!("{}}}", &line[..indent]);
            let length = 1 + lines[start..]
                .iter()
                .position(|line| *line == close)
                .unwrap_or(0);
            functions += 1;
            assert!(
                length <= 40,
                "{path}:{}: a function of {length} lines",
                start + 1
            );
        }
    }
    assert!(functions > 1000, "only {functions} functions were found");
}

/// Returns whether a line starts a function with a body, as rustfmt writes it.
fn opens_function(line: &str) -> bool {
    let words = line.trim_start();
    let is_function = words.starts_with("fn ") || words.contains(" fn ");
    is_function && !words.starts_with("//") && !words.ends_with(['}', ';', ','])
}
