//! A broken spec in, the printed diagnostics out: every problem that the generator can print has a fixture here.
//!
//! An overlay stands beside its document (`x.yaml`, `x.overlay.yaml`); documents that only together are wrong share a folder,
//! as in `several/`.

use std::fs;
use std::path::Path;

use codegen::{Options, Sources, generate};
use tests::fixture;

#[test]
fn diagnostics_are_as_reviewed() -> std::io::Result<()> {
    fixture::compare("problems", |path| {
        let sources = sources(path);
        let (tree, diagnostics) = generate(&sources, &Options::default());
        let said = diagnostics.render(&sources);
        assert!(!said.is_empty(), "{} has no problem", path.display());
        assert_eq!(
            tree.is_none(),
            diagnostics.has_errors(),
            "nothing is generated exactly where an error stands"
        );
        said
    })
}

/// The fixture and the overlay beside it, or all the documents of a folder.
fn sources(path: &Path) -> Sources {
    if path.is_dir() {
        return fixture::documents(path)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
    let mut sources = Sources::default();
    for path in [path.to_owned(), path.with_extension("overlay.yaml")] {
        if let Ok(text) = fs::read_to_string(&path) {
            sources.insert(
                &path.file_name().unwrap_or_default().to_string_lossy(),
                &text,
            );
        }
    }
    sources
}

/// Path items that refer to each other in a row, as long as nobody writes one: neither a stack nor a square of steps may stand
/// in its way.
#[test]
fn path_items_in_a_chain_of_any_length_are_followed() {
    let links = (0..5_000).map(|link| format!("  /{link}: {{$ref: '#/paths/~1{}'}}\n", link + 1));
    let text = format!(
        "openapi: 3.0.3\ninfo: {{title: Case, version: '1'}}\npaths:\n{}  /5000: {{parameters: []}}\n",
        links.collect::<String>()
    );
    let mut sources = Sources::default();
    sources.insert("chain.yaml", &text);
    let (tree, diagnostics) = codegen::generate(&sources, &codegen::Options::default());
    assert!(tree.is_some(), "{}", diagnostics.render(&sources));
}
