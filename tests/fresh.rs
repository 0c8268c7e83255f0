//! The committed client is what the specs generate, in any order of files.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot read the repository has nothing to say"
)]

use codegen::output::Changes;
use codegen::{Sources, disk, generate};
use tests::fixture;

fn specs() -> Sources {
    disk::read_specs(&fixture::root().join("specs"), "specs/").expect("specs/ is readable")
}

#[test]
fn the_committed_client_is_up_to_date_and_the_specs_are_clean() {
    let sources = specs();
    let (tree, diagnostics) = generate(&sources, &fixture::own_options());
    assert!(diagnostics.is_empty(), "{}", diagnostics.render(&sources));
    let committed = disk::read_output(&fixture::root().join("paynet-api/src/generated"))
        .expect("generated/ is readable");
    let changes = Changes::between(&committed, &tree.expect("no error, so there is a tree"));
    assert!(changes.is_empty(), "run `cargo xtask codegen`: {changes:?}");
}

#[test]
fn the_order_of_the_files_does_not_matter() {
    let sources = specs();
    let mut reversed = Sources::default();
    let texts: Vec<_> = sources.iter().collect();
    for (name, text) in texts.into_iter().rev() {
        reversed.insert(name, text);
    }
    let (first, _) = generate(&sources, &fixture::own_options());
    let (second, _) = generate(&reversed, &fixture::own_options());
    assert!(first.is_some());
    assert_eq!(first, second);
}
