//! What a change of a document means for callers and on the wire: pairs that differ in one thing. That
//! a caller compiles if and only if the class says so is tried by `support/changes.rs`.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot read its pairs has nothing to say"
)]

mod pairs;

use std::path::PathBuf;

use codegen::changes::{Change, Release, between, classes};
use codegen::output::Changes;
use codegen::{Options, ir};
use tests::fixture;

use self::pairs::{Pair, files};

/// Returns the document that all pairs begin with, and what it is lowered to.
fn before() -> (String, ir::Api) {
    let text = pairs::before(&folder()).expect("the document is readable");
    let api = pairs::api(&text).expect("it is a document");
    (text, api)
}

/// Returns what a document changes.
#[track_caller]
fn changes(before: &ir::Api, after: &str) -> Vec<Change> {
    let after = pairs::api(after).unwrap_or_else(|error| panic!("{error}"));
    between(before, &after)
}

fn folder() -> PathBuf {
    fixture::root().join("tests/changes")
}

#[test]
fn each_change_has_its_classes() {
    let (_, before) = before();
    let compared = fixture::compare("changes/pairs", |subject| {
        let pairs = pairs::of(&folder(), subject).expect("the rows can be applied");
        let told = pairs.iter().map(|pair| told(pair, &before));
        told.collect()
    });
    compared.expect("the folder is readable");
    assert!(all().count() > 100, "{} pairs", all().count());
}

fn told(pair: &Pair, before: &ir::Api) -> String {
    let changes = changes(before, &pair.after);
    let mut text = format!("{}\n", pair.name);
    for change in &changes {
        let classes = classes([change]).join(" · ");
        text.push_str(&format!("    {classes}: {}\n", change.what));
    }
    if changes.is_empty() {
        text.push_str("    nothing\n");
    }
    text
}

/// The pairs of all subjects.
fn all() -> impl Iterator<Item = Pair> {
    let subjects = pairs::subjects(&folder()).expect("the folder is readable");
    let all = subjects.into_iter();
    all.flat_map(|subject| pairs::of(&folder(), &subject).expect("the rows can be applied"))
}

/// What is reported is in the output, in the files that are named; and what differs there is reported,
/// unless it is an order that means nothing.
#[test]
fn what_is_told_is_what_differs() {
    let (text, before) = before();
    let old = files(&text, &Options::default()).expect("it can be generated");
    for pair in all() {
        let new = files(&pair.after, &Options::default()).expect("it can be generated");
        let output = Changes::between(&old, &new);
        let changes = changes(&before, &pair.after);
        let is_order = ["order", "in front"]
            .iter()
            .any(|it| pair.name.ends_with(it));
        let differs = !output.is_empty();
        assert!(
            differs != changes.is_empty() || is_order && differs,
            "{}: the output {output:?}",
            pair.name
        );
        for change in &changes {
            let all = [&output.missing, &output.stale, &output.orphan];
            let is_shown = change
                .files
                .iter()
                .any(|file| all.iter().any(|it| it.contains(file)));
            assert!(
                is_shown,
                "{}: {:?} in {output:?}",
                change.what, change.files
            );
        }
    }
}

#[test]
fn what_did_not_change_is_not_told() {
    let (text, before) = before();
    assert_eq!(changes(&before, &text), Vec::new());
    assert_eq!(Release::of(&[]), None);
}

#[test]
fn what_is_gone_one_way_is_new_the_other_way() {
    let (text, before) = before();
    let note = "        note: {type: string, description: For the packer.}\n";
    let without = text.replace(note, "");
    let gone = changes(&before, &without);
    assert_eq!(Release::of(&gone), Some(Release::Major));
    assert!(gone[0].before.is_some() && gone[0].after.is_none());
    let without = pairs::api(&without).expect("it is a document");
    let new = changes(&without, &text);
    assert_eq!(Release::of(&new), Some(Release::Minor));
    assert!(new[0].before.is_none() && new[0].after.is_some());
}
