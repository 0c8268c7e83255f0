//! Generates every case into `OUT_DIR`, with the server role, for `compile.rs` to compile.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use codegen::{Options, Server, Sources, generate};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=cases");
    let out = Path::new(&env::var("OUT_DIR")?).join("cases");
    if out.exists() {
        fs::remove_dir_all(&out)?;
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
    for (file, code) in tree.iter() {
        let file = out.join(file);
        fs::create_dir_all(file.parent().unwrap_or(out))?;
        fs::write(file, code)?;
    }
    Ok(())
}
