//! Every code that the generator can print is explained at length, and nothing else is.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use codegen::diagnostic::explain;
use tests::fixture;

#[test]
fn every_code_is_explained() {
    let raised = raised();
    assert_eq!(raised.len(), explain::codes().count());
    assert!(!raised.is_empty());
    for code in raised {
        assert!(
            explain::explain(&code).is_some(),
            "{code} has no explanation: write codegen/src/diagnostic/explain/{code}.md (a heading `# {code}: …`, what it means, why \
             it matters, `## Wrong` and `## Fixed` with an example each) and add its line to codegen/src/diagnostic/explain.rs"
        );
    }
}

#[test]
fn every_explanation_has_its_code_and_its_parts() {
    let raised = raised();
    for (code, title) in explain::codes() {
        let file = format!("codegen/src/diagnostic/explain/{code}.md");
        assert!(
            raised.contains(code),
            "nothing raises {code} any more: delete {file} and its line in codegen/src/diagnostic/explain.rs"
        );
        let text = explain::explain(code).unwrap_or_default();
        let heading = format!("# {code}: {title}\n");
        assert!(
            text.starts_with(&heading),
            "{file} must open with `{heading}`"
        );
        assert!(!title.is_empty(), "{file} has no title");
        for part in ["\n## Wrong\n\n```", "\n## Fixed\n\n```"] {
            assert_eq!(text.matches(part).count(), 1, "{file} needs {part:?} once");
        }
    }
}

#[test]
fn every_file_is_listed() {
    let listed: BTreeSet<_> = explain::codes().map(|(code, _)| code.to_owned()).collect();
    let folder = fixture::root().join("codegen/src/diagnostic/explain");
    let files = fs::read_dir(folder).expect("the folder is readable");
    let found: BTreeSet<_> = files
        .flatten()
        .map(|entry| fixture::stem(&entry.path()))
        .collect();
    assert_eq!(
        found, listed,
        "codegen/src/diagnostic/explain.rs lists the files of explain/"
    );
}

#[test]
fn codes_are_found_however_they_are_typed() {
    assert_eq!(explain::explain("w0130"), explain::explain("W0130"));
    assert_eq!(explain::explain("E9999"), None);
}

/// The codes that the problems have.
fn raised() -> BTreeSet<String> {
    let mut raised = BTreeSet::new();
    collect(&fixture::root().join("codegen/src/diagnostic"), &mut raised);
    raised
}

fn collect(folder: &Path, raised: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, raised);
        } else if path.extension().is_some_and(|it| it == "rs") && fixture::stem(&path) != "explain"
        {
            let text = fs::read_to_string(&path).unwrap_or_default();
            raised.extend(
                text.split('"')
                    .filter(|word| is_code(word))
                    .map(str::to_owned),
            );
        }
    }
}

fn is_code(word: &str) -> bool {
    word.len() == 5
        && word.starts_with(['E', 'W'])
        && word[1..].bytes().all(|byte| byte.is_ascii_digit())
}
