//! Generates into `OUT_DIR` what is compiled: every case with the server role, for `compile.rs`; and
//! every document of `changes/`, for the doctests of `support/changes.rs`.

#[path = "changes/pairs.rs"]
mod pairs;

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

use codegen::changes::{Rust, between};
use codegen::output::OutputFiles;
use codegen::{Options, Server, Sources, generate};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=cases");
    println!("cargo::rerun-if-changed=changes");
    let out = env::var("OUT_DIR")?;
    changes(Path::new("changes"), &Path::new(&out).join("changes"))?;
    cases(&Path::new(&out).join("cases"))
}

fn cases(out: &Path) -> Result<(), Box<dyn Error>> {
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    let mut modules = String::new();
    let mut count = 0;
    let mut cases = Vec::new();
    for subject in fs::read_dir("cases")? {
        for case in fs::read_dir(subject?.path())? {
            cases.push(case?.path());
        }
    }
    cases.sort_by_key(|path| path.file_name().map(ToOwned::to_owned));
    for path in cases.iter().filter(|path| {
        path.extension()
            .is_some_and(|it| it == "yaml" || it == "json")
    }) {
        let stem = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        generate_case(path, &out.join(&stem))?;
        count += 1;
        writeln!(
            modules,
            "#[path = {:?}]\npub mod {stem};",
            out.join(&stem).join("mod.rs")
        )?;
    }
    if count == 0 {
        return Err("tests/cases has no cases".into());
    }
    fs::write(out.join("cases.rs"), modules)?;
    Ok(())
}

/// Generates a case as the module `api`, or fails with its diagnostics.
fn generate_case(path: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let mut sources = Sources::default();
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    sources.insert(&format!("api.{extension}"), &fs::read_to_string(path)?);
    let options = Options {
        runtime: "paynet_api::runtime".to_owned(),
        server: Some(Server::default()),
        ..Options::default()
    };
    let (tree, diagnostics) = generate(&sources, &options);
    let tree = tree.ok_or_else(|| diagnostics.render(&sources))?;
    write(&tree, out)
}

fn write(files: &OutputFiles, out: &Path) -> Result<(), Box<dyn Error>> {
    for (file, code) in files.iter() {
        let file = out.join(file);
        fs::create_dir_all(file.parent().unwrap_or(out))?;
        fs::write(file, code)?;
    }
    Ok(())
}

/// Returns the caller without its own documentation, which the body of a function can't have.
fn caller(folder: &Path) -> io::Result<String> {
    let text = fs::read_to_string(folder.join("caller.rs"))?;
    let is_code = |line: &&str| !line.starts_with("//!");
    Ok(text.split_inclusive('\n').filter(is_code).collect())
}

/// Generates the document that all pairs begin with and what each makes of it, and writes a doctest for
/// each: the caller of the first compiles, unless the change is classed as breaking.
fn changes(folder: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    let before = pairs::before(folder)?;
    let caller = caller(folder)?;
    let options = Options {
        runtime: "paynet_api::runtime".to_owned(),
        ..Options::default()
    };
    let (mut modules, mut doctests) = (String::new(), String::new());
    let mut add = |name: &str, document: &str, expected: &str| -> Result<(), Box<dyn Error>> {
        let module = name.to_lowercase().replace(' ', "_");
        write(&pairs::files(document, &options)?, &out.join(&module))?;
        let path = out.join(&module).join("mod.rs");
        writeln!(modules, "#[path = {path:?}]\npub mod {module};")?;
        let code = caller.replace("MODULE", &module);
        writeln!(doctests, "{name}\n\n```{expected}\n{code}```\n")?;
        Ok(())
    };
    add("before", &before, "no_run")?;
    let api = pairs::api(&before)?;
    for subject in pairs::subjects(folder)? {
        for pair in pairs::of(folder, &subject)? {
            let changes = between(&api, &pairs::api(&pair.after)?);
            let is_breaking = changes.iter().any(|it| it.rust == Rust::Breaking);
            let expected = if is_breaking {
                "compile_fail"
            } else {
                "no_run"
            };
            add(&pair.name, &pair.after, expected)?;
        }
    }
    fs::write(out.join("modules.rs"), modules)?;
    fs::write(out.join("doctests.md"), doctests)?;
    Ok(())
}
