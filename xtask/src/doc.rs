//! `cargo xtask doc`: the client's rustdoc in English or Turkish.
//!
//! The committed client is English. For another language, a copy of the crate is generated in that
//! language below `target/`, and documented there.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

use codegen::options::Options;

use crate::codegen::Lang;
use crate::{paths, report};

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The language of the generated documentation
    #[arg(long, value_enum, value_name = "LANGUAGE", default_value = "en")]
    lang: Lang,
}

/// Runs the command, and prints where the documentation starts.
pub(crate) fn run(args: &Args) -> Result<(), String> {
    let root = match args.lang {
        Lang::En => paths::root().to_owned(),
        Lang::Tr => translated(args.lang)?,
    };
    let target = paths::docs(args.lang.code());
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["doc", "--no-deps", "--package", "paynet-api"])
        .arg("--target-dir")
        .arg(&target)
        .current_dir(&root)
        .status();
    match status {
        Ok(status) if status.success() => {
            let index = target.join("doc").join("paynet_api").join("index.html");
            report::print(&index.display().to_string());
            Ok(())
        }
        Ok(_) => Err("cargo doc failed; see above".to_owned()),
        Err(error) => Err(format!("could not run cargo doc: {error}")),
    }
}

/// Writes a copy of the crate whose generated documentation is in that language.
fn translated(lang: Lang) -> Result<PathBuf, String> {
    let copy = paths::docs(lang.code()).join("workspace");
    let failed = |error: io::Error| format!("could not write {}: {error}", copy.display());
    let _ = fs::remove_dir_all(&copy);
    copy_folder(&paths::runtime(), &copy.join("paynet-api")).map_err(failed)?;
    let manifest = fs::read_to_string(paths::root().join("Cargo.toml")).map_err(failed)?;
    let manifest = manifest.lines().map(|line| match line {
        _ if line.starts_with("members = ") => "members = [\"paynet-api\"]\n".to_owned(),
        _ if line.starts_with("codegen = ") => String::new(),
        _ => format!("{line}\n"),
    });
    fs::write(copy.join("Cargo.toml"), manifest.collect::<String>()).map_err(failed)?;
    for file in ["Cargo.lock", "README.md"] {
        fs::copy(paths::root().join(file), copy.join(file)).map_err(failed)?;
    }
    generate(lang, &copy.join("paynet-api").join("src").join("generated"))?;
    Ok(copy)
}

fn generate(lang: Lang, folder: &Path) -> Result<(), String> {
    let (specs, prefix) = paths::specs();
    let sources = codegen::disk::read_specs(&specs, prefix).map_err(|error| error.to_string())?;
    let options = Options {
        language: lang.into(),
        server: Some(paths::server()),
        ..Options::default()
    };
    let (files, diagnostics) = codegen::generate(&sources, &options);
    let files = files.ok_or_else(|| diagnostics.render(&sources))?;
    for (path, text) in files.iter() {
        let path = folder.join(path);
        fs::write(&path, text)
            .map_err(|error| format!("could not write {}: {error}", path.display()))?;
    }
    Ok(())
}

fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
