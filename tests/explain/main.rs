//! Every code has one row, one explanation whose examples are true, and a fixture.

mod examples;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use codegen::diagnostic::{Code, Level};
use tests::fixture;

/// The codes that no document can provoke: they report bugs of the generator itself.
const OUR_OWN_BUGS: &[Code] = &[Code::E0900];

#[test]
fn the_letter_of_a_code_is_its_severity() {
    let mut numbers = BTreeSet::new();
    for code in Code::ALL {
        let letter = if code.level() == Level::Error {
            'E'
        } else {
            'W'
        };
        assert!(code.as_str().starts_with(letter), "{code}");
        assert!(!code.title().is_empty(), "{code} has no title");
        let is_new = numbers.insert(&code.as_str()[1..]);
        assert!(is_new, "the number of {code} is taken");
    }
    assert!(numbers.len() > 40, "only {} codes", numbers.len());
}

#[test]
fn every_code_has_an_explanation() {
    let codes = Code::ALL.iter().map(|code| code.as_str().to_owned());
    let folder = fixture::root().join("codegen/src/diagnostic/explain");
    let files = fs::read_dir(folder).expect("the folder is readable");
    let files = files
        .flatten()
        .map(|entry| fixture::stem(&entry.path()))
        .collect();
    assert_eq!(codes.collect::<BTreeSet<_>>(), files, "a file for each row");
}

/// Each wrong example reports its code and nothing else, and each fixed one reports nothing.
#[test]
fn examples_are_true() {
    let (mut run, mut faults) = (0, Vec::new());
    for code in Code::ALL {
        let examples = examples::of(*code);
        assert!(!examples.is_empty(), "{code} has no example");
        if code.not_runnable().is_none() {
            run += examples.len();
            faults.extend(examples.iter().filter_map(examples::Example::fault));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(run > 100, "only {run} examples were run");
}

#[test]
fn every_code_is_shown_by_a_fixture() {
    let mut shown = String::new();
    let mut snapshots = 0;
    read(&fixture::root().join("tests/problems"), &mut |text| {
        shown.push_str(text);
        snapshots += 1;
    });
    assert!(snapshots > 60, "only {snapshots} snapshots");
    for code in Code::ALL {
        let is_shown = shown.contains(&format!("[{code}]"));
        let is_ours = OUR_OWN_BUGS.contains(code);
        assert!(
            is_shown != is_ours,
            "{code} needs a fixture in tests/problems, unless no document can provoke it"
        );
    }
}

/// Hands over the text of each snapshot below a folder.
fn read(folder: &Path, seen: &mut dyn FnMut(&str)) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            read(&path, seen);
        } else if path.extension().is_some_and(|it| it == "snap") {
            seen(&fs::read_to_string(&path).unwrap_or_default());
        }
    }
}

#[test]
fn codes_are_found_in_any_letter_case() {
    assert_eq!(Code::find("w0130"), Some(Code::W0130));
    assert_eq!(Code::find("E9999"), None);
}
