//! Every code has one row, one explanation and a fixture.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use codegen::diagnostic::{Code, Level};
use tests::fixture;

/// The codes that no document can provoke: they report bugs of the generator itself.
const OUR_OWN_BUGS: &[Code] = &[Code::E0103, Code::E0900];

#[test]
fn the_letter_of_a_code_is_its_severity() {
    let mut names = BTreeSet::new();
    for code in Code::ALL {
        let letter = if code.level() == Level::Error {
            'E'
        } else {
            'W'
        };
        assert!(code.as_str().starts_with(letter), "{code}");
        assert!(!code.title().is_empty(), "{code} has no title");
        assert!(
            names.insert(&code.as_str()[1..]),
            "the number of {code} is taken"
        );
    }
    assert_eq!(names.len(), Code::ALL.len());
    assert!(names.len() > 40, "only {} codes were found", names.len());
}

#[test]
fn every_explanation_has_its_code_and_its_parts() {
    for code in Code::ALL {
        for part in ["\n## Wrong\n\n```", "\n## Fixed\n\n```"] {
            let found = code.explanation().matches(part).count();
            assert_eq!(found, 1, "{code} needs {part:?} once");
        }
    }
    let codes: BTreeSet<_> = Code::ALL
        .iter()
        .map(|code| code.as_str().to_owned())
        .collect();
    let folder = fixture::root().join("codegen/src/diagnostic/explain");
    let files = fs::read_dir(folder).expect("the folder is readable");
    let found: BTreeSet<_> = files
        .flatten()
        .map(|entry| fixture::stem(&entry.path()))
        .collect();
    assert_eq!(found, codes, "explain/ has a file for each code");
}

#[test]
fn every_code_is_shown_by_a_fixture() {
    let mut shown = String::new();
    let mut snapshots = 0;
    read(&fixture::root().join("tests/problems"), &mut |text| {
        shown.push_str(text);
        snapshots += 1;
    });
    assert!(snapshots > 60, "only {snapshots} snapshots were found");
    for code in Code::ALL {
        let is_shown = shown.contains(&format!("[{code}]"));
        let is_ours = OUR_OWN_BUGS.contains(code);
        assert!(
            is_shown != is_ours,
            "{code} is shown by a fixture in tests/problems, or no document can provoke it"
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
