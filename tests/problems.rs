//! Snapshots of the diagnostics of broken specs. Every problem that can be reported has a fixture.
//!
//! An overlay is beside its document (`x.yaml`, `x.overlay.yaml`). Documents that are broken only
//! in combination share a folder, as in `several/`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use codegen::{Options, Sources, generate};
use syn::Item;
use tests::fixture;

#[test]
fn diagnostics_are_as_reviewed() -> std::io::Result<()> {
    fixture::compare("problems", |path| {
        let sources = sources(path);
        let (tree, diagnostics) = generate(&sources, &options(path));
        let printed = diagnostics.render(&sources);
        assert!(!printed.is_empty(), "{} has no problem", path.display());
        assert_eq!(
            tree.is_none(),
            diagnostics.has_errors(),
            "nothing is generated if and only if there is an error"
        );
        printed
    })
}

/// Returns the options that a fixture asks for.
fn options(path: &Path) -> Options {
    fixture::options(&fs::read_to_string(path).unwrap_or_default())
}

/// Returns a fixture and the overlay beside it, or all the documents of a folder.
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

/// The problems that no document can cause: they report bugs of the generator itself.
const OUR_OWN_BUGS: &[&str] = &["Emit(InvalidRust", "Syntax(RejectedByOpenapiv3"];

#[test]
fn every_problem_is_shown_by_a_fixture() -> std::io::Result<()> {
    let mut defined = BTreeSet::new();
    collect_problems(
        &fixture::root().join("codegen/src/diagnostic"),
        &mut defined,
    );
    assert!(defined.len() > 100, "only {} problems", defined.len());
    let mut shown = BTreeSet::new();
    for path in fixture::inputs("problems")? {
        let (_, diagnostics) = generate(&sources(&path), &options(&path));
        let names = diagnostics
            .iter()
            .map(|it| debug_name(&format!("{:?}", it.problem)));
        shown.extend(names);
    }
    for bug in OUR_OWN_BUGS {
        let is_hidden = defined.remove(*bug) && !shown.contains(*bug);
        assert!(is_hidden, "{bug} has a fixture, or is not defined");
    }
    let missing: Vec<_> = defined.difference(&shown).collect();
    assert!(
        missing.is_empty(),
        "add a document to tests/problems that causes {missing:?}"
    );
    Ok(())
}

/// Returns the stage and the variant of a problem as they are printed: `Grammar(UnknownKey`.
fn debug_name(text: &str) -> String {
    let is_part = |it: &char| it.is_alphanumeric();
    let (stage, rest) = text.split_once('(').unwrap_or_default();
    let variant: String = rest.chars().take_while(is_part).collect();
    format!("{stage}({variant}")
}

/// Collects the variants of the enums named `…Problem` in the files below a folder.
fn collect_problems(folder: &Path, defined: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect_problems(&path, defined);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let text = fs::read_to_string(&path).unwrap_or_default();
            for item in syn::parse_file(&text).into_iter().flat_map(|it| it.items) {
                let Item::Enum(item) = item else { continue };
                let name = item.ident.to_string();
                if let Some(stage) = name.strip_suffix("Problem") {
                    let variants = item.variants.iter();
                    defined.extend(variants.map(|it| format!("{stage}({}", it.ident)));
                }
            }
        }
    }
}

/// Follows a long chain of path items without a stack overflow or quadratic time.
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
