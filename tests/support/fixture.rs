//! Fixtures: inputs in a folder, each with its snapshot beside it under the same stem.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::{fs, io};

use codegen::{Options, Server, Sources};

/// The workspace's root.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The options with which the committed client is generated.
#[must_use]
pub fn own_options() -> Options {
    Options {
        server: Some(Server {
            feature: Some("sandbox".to_owned()),
        }),
        ..Options::default()
    }
}

/// The options of a fixture: with a line `# server: FEATURE` or `# server` at its beginning, the
/// server role too.
#[must_use]
pub fn options(text: &str) -> Options {
    let asked = text.lines().take_while(|line| line.starts_with('#'));
    let mut asked = asked.filter_map(|line| line.strip_prefix("# server"));
    let server = asked.next().map(|feature| Server {
        feature: feature.strip_prefix(": ").map(str::to_owned),
    });
    Options {
        server,
        ..Options::default()
    }
}

/// The folders whose fixtures lie in a folder per subject.
const BY_SUBJECT: &[&str] = &["cases", "problems"];

/// The folders below a folder of `tests/` that hold fixtures, relative to `tests/`.
///
/// # Errors
/// If the folder can't be read.
pub fn subjects(folder: &str) -> io::Result<Vec<String>> {
    if !BY_SUBJECT.contains(&folder) {
        return Ok(vec![folder.to_owned()]);
    }
    let mut subjects = Vec::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))? {
        let name = entry?.file_name();
        subjects.push(format!("{folder}/{}", name.to_string_lossy()));
    }
    subjects.sort();
    Ok(subjects)
}

/// The inputs of a folder of `tests/`, in order of name: everything but snapshots, notes, and
/// overlays beside their document.
///
/// # Errors
/// If the folder can't be read.
pub fn inputs(folder: &str) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for subject in subjects(folder)? {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(subject);
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let extension = path.extension().unwrap_or_default();
            let is_input = extension != "snap" && extension != "new" && extension != "md";
            let document = stem(&path)
                .strip_suffix(".overlay")
                .map(|name| path.with_file_name(format!("{name}.yaml")));
            if is_input && document.is_none_or(|document| !document.exists()) {
                paths.push(path);
            }
        }
    }
    paths.sort();
    Ok(paths)
}

/// Reads a folder of documents that refer to each other. Those in folders inside of it are only
/// referred to.
///
/// # Errors
/// If a file can't be read.
pub fn documents(folder: &Path) -> io::Result<Sources> {
    let mut sources = Sources::default();
    let mut open = vec![folder.to_owned()];
    while let Some(inner) = open.pop() {
        for entry in fs::read_dir(&inner)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let text = fs::read_to_string(&path)?;
            let name = path.strip_prefix(folder).unwrap_or(&path);
            match inner == folder {
                true => sources.insert(&name.to_string_lossy(), &text),
                false => sources.insert_referred(&name.to_string_lossy(), &text),
            }
        }
    }
    Ok(sources)
}

/// A fixture's name: its file name up to the last dot.
#[must_use]
pub fn stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// Compares what `show` makes of each input with the snapshot beside it. Continues after a
/// difference.
///
/// # Panics
/// After the last fixture, naming those that differ.
///
/// # Errors
/// If the folder can't be read.
pub fn compare(folder: &str, show: impl Fn(&Path) -> String) -> io::Result<()> {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let mut different = Vec::new();
    let inputs = inputs(folder)?;
    assert!(!inputs.is_empty(), "tests/{folder} has no inputs");
    for path in inputs {
        let name = stem(&path);
        settings.set_snapshot_path(path.parent().unwrap_or(&path));
        let compared = catch_unwind(AssertUnwindSafe(|| {
            let text = show(&path);
            settings.bind(|| insta::assert_snapshot!(name.as_str(), text));
        }));
        if compared.is_err() {
            different.push(name);
        }
    }
    assert!(
        different.is_empty(),
        "these differ from their snapshots in tests/{folder}: {different:?}"
    );
    Ok(())
}
