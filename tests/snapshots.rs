//! A spec of about fifteen lines in, the generated code out: one fixture per behavior, with its
//! snapshot beside it.
//!
//! Documents that refer to each other share a folder of `several/`; those in folders inside of it
//! are only referred to.
//!
//! The first line of a fixture may be `# show: client.rs operations/mod.rs`, which shows these
//! files instead of the types and operations. A line `# server` or `# server: FEATURE` beside it asks
//! for the server role.

use std::path::Path;

use codegen::{OutputFiles, Sources, generate};
use tests::fixture;

#[test]
fn generated_code_is_as_reviewed() -> std::io::Result<()> {
    fixture::compare("cases", |path| {
        let text = std::fs::read_to_string(path).expect("a fixture is readable");
        let mut sources = Sources::default();
        add(&mut sources, path, &text);
        generated(&sources, &text, &fixture::stem(path))
    })
}

#[test]
fn code_of_several_documents_is_as_reviewed() -> std::io::Result<()> {
    fixture::compare("several", |path| {
        let sources = fixture::documents(path).expect("a folder is readable");
        let mut texts = sources.iter().map(|(_, text)| text);
        let asked = texts.find(|text| text.starts_with("# show: "));
        generated(&sources, asked.unwrap_or_default(), "")
    })
}

fn add(sources: &mut Sources, path: &Path, text: &str) {
    let name = path.file_name().unwrap_or_default();
    sources.insert(&name.to_string_lossy(), text);
}

/// Generates the files that a fixture is about, and its diagnostics.
fn generated(sources: &Sources, text: &str, module: &str) -> String {
    let (tree, diagnostics) = generate(sources, &fixture::options(text));
    let code = tree.map_or_else(String::new, |tree| shown(text, module, &tree));
    let rendered = diagnostics.render(sources);
    if rendered.is_empty() {
        code
    } else {
        format!("{code}\n/* {rendered}*/\n")
    }
}

/// Returns the files that a fixture is about, each after its path.
fn shown(spec: &str, module: &str, tree: &OutputFiles) -> String {
    let asked = spec
        .lines()
        .take_while(|line| line.starts_with('#'))
        .find_map(|line| line.strip_prefix("# show: "));
    let is_shown = |path: &str| match asked {
        Some(list) => list
            .split(' ')
            .any(|file| path == file || path == format!("{module}/{file}")),
        None => Path::new(path).components().count() == 3 && !path.ends_with("/mod.rs"),
    };
    let mut text = String::new();
    for (path, code) in tree.iter().filter(|(path, _)| is_shown(path)) {
        text.push_str(&format!("==> {path}\n{code}\n"));
    }
    text
}
