//! The rules of this repository that a program can check. Each says what to do when it is broken,
//! and fails if it finds nothing to check.

mod graph;
mod modules;
mod names;
mod repeat;
mod size;
mod stored;
mod wire;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use codegen::{OutputFiles, Sources, generate};
use sha2::{Digest as _, Sha256};
use tests::fixture;

/// What each module of the generator may use of the others.
const LAYERS: &[(&str, &[&str])] = &[
    ("names", &[]),
    ("source", &[]),
    ("options", &[]),
    ("parallel", &[]),
    ("output", &[]),
    ("diagnostic", &["source", "parallel"]),
    ("read", &["source", "diagnostic"]),
    ("ir", &["names", "source"]),
    (
        "lower",
        &["read", "ir", "names", "source", "diagnostic", "options"],
    ),
    ("changes", &["ir", "source"]),
    ("emit", &["ir", "names", "options", "source"]),
    (
        "render",
        &[
            "diagnostic",
            "emit",
            "ir",
            "options",
            "source",
            "parallel",
            "output",
        ],
    ),
    ("report", &["diagnostic", "ir", "source", "read"]),
    ("disk", &["output", "source", "parallel"]),
];

#[test]
fn the_generator_is_general() {
    for (path, text) in hand_written()
        .into_iter()
        .filter(|(path, _)| path.starts_with("codegen/src/"))
    {
        assert!(
            !text.to_lowercase().contains("paynet"),
            "{path} names the product, which belongs into a spec, xtask or paynet-api"
        );
        let reads_files = text.contains("std::fs") || text.contains("std::io");
        assert!(
            !reads_files || path.starts_with("codegen/src/disk"),
            "{path}: only disk does I/O"
        );
    }
}

#[test]
fn data_flows_one_way() {
    let mut seen = BTreeSet::new();
    let mut uses = 0;
    for (path, text) in hand_written() {
        let Some(inside) = path.strip_prefix("codegen/src/") else {
            continue;
        };
        let module = inside.split(['/', '.']).next().unwrap_or_default();
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == module) else {
            assert_eq!(
                module, "lib",
                "{path} is missing in `LAYERS`: add what it may use"
            );
            continue;
        };
        seen.insert(module.to_owned());
        for used in used_modules(&text) {
            uses += 1;
            assert!(
                used == module || allowed.contains(&used.as_str()),
                "{path} may not use `crate::{used}`"
            );
        }
    }
    let layers = LAYERS.iter().map(|(name, _)| (*name).to_owned());
    assert_eq!(seen, layers.collect(), "each layer has files");
    assert!(uses > 300, "only {uses} uses of other modules were found");
}

#[test]
fn the_generator_does_not_depend_on_the_client() {
    for package in ["codegen", "xtask"] {
        let manifest = read(&fixture::root().join(package).join("Cargo.toml"));
        assert!(
            !manifest.contains("paynet"),
            "{package} must build while paynet-api doesn't"
        );
    }
}

#[test]
fn every_snapshot_has_its_input() {
    for folder in [
        "tests/cases",
        "tests/problems",
        "tests/several",
        "tests/changes/pairs",
    ] {
        let inputs =
            fixture::inputs(folder.trim_start_matches("tests/")).expect("the folder is readable");
        let stems: BTreeSet<_> = inputs.iter().map(|path| fixture::stem(path)).collect();
        let snapshots = files(folder, "snap");
        let shown: BTreeSet<_> = snapshots.iter().map(|path| fixture::stem(path)).collect();
        assert!(!stems.is_empty(), "{folder} has no inputs");
        assert_eq!(stems, shown, "the inputs of {folder} and its snapshots");
    }
}

#[test]
fn the_given_document_is_kept_byte_for_byte() {
    let bytes =
        fs::read(fixture::root().join("specs/softpos.json")).expect("the document is there");
    let digest: String = Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(
        digest, "5afc793f7451178a78a4d4af1e44ff8ea459e915e8210c76a31b95fad945e154",
        "specs/softpos.json is the provider's: put what we know beyond it into the overlay"
    );
}

#[test]
fn generated_files_have_the_header() {
    let paths = files("paynet-api/src/generated", "rs");
    let generated = generated_from_specs().iter().count();
    assert_eq!(paths.len(), generated, "files of paynet-api/src/generated");
    for path in paths {
        assert!(
            read(&path).starts_with("// @generated"),
            "{} is hand-written: move it out of generated/",
            path.display()
        );
    }
}

/// Reads every hand-written Rust file, with its path from the root.
fn hand_written() -> Vec<(String, String)> {
    let root = fixture::root();
    let folders = ["codegen", "paynet-api", "xtask", "tests"];
    let paths = folders.iter().flat_map(|folder| files(folder, "rs"));
    let named = paths.map(|path| {
        (
            path.strip_prefix(&root)
                .unwrap_or(&path)
                .to_string_lossy()
                .replace('\\', "/"),
            path,
        )
    });
    let ours =
        named.filter(|(name, _)| !name.contains("/generated/") && !name.contains("/target/"));
    ours.map(|(name, path)| (name, read(&path))).collect()
}

/// Lists the modules of its crate that a file names.
fn used_modules(text: &str) -> Vec<String> {
    let code = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let named = code.flat_map(|line| {
        line.split("crate::")
            .skip(1)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    });
    let words = named.map(|rest| {
        rest.chars()
            .take_while(|it| it.is_alphanumeric() || *it == '_')
            .collect::<String>()
    });
    words
        .filter(|word| LAYERS.iter().any(|(name, _)| name == word))
        .collect()
}

/// Lists the files below a folder with an extension, in the order of their paths.
fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![fixture::root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Generates the client from the specs.
fn generated_from_specs() -> OutputFiles {
    let folder = fixture::root().join("specs");
    let sources: Sources =
        codegen::disk::read_specs(&folder, "specs/").unwrap_or_else(|error| panic!("{error}"));
    let (files, diagnostics) = generate(&sources, &fixture::own_options());
    files.unwrap_or_else(|| panic!("{}", diagnostics.render(&sources)))
}
