//! Where things stand in this workspace: the one place that binds the generator to our paths.

use std::path::{Path, PathBuf};

/// The workspace's root, wherever the command is started.
pub(crate) fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// The folder of the specs, and how it is named in what is generated.
pub(crate) fn specs() -> (PathBuf, &'static str) {
    (root().join("specs"), "specs/")
}

/// The committed client.
pub(crate) fn generated() -> PathBuf {
    root().join("paynet-api").join("src").join("generated")
}

/// The crate that holds the runtime.
pub(crate) fn runtime() -> PathBuf {
    root().join("paynet-api")
}

/// Where `cargo xtask corpus` compiles.
pub(crate) fn corpus() -> PathBuf {
    root().join("target").join("corpus")
}

/// Where `cargo xtask conform` builds its programs and keeps what it sends.
pub(crate) fn conform() -> PathBuf {
    root().join("target").join("conform")
}

/// Where the judge of `cargo xtask conform` may be installed.
pub(crate) fn prism() -> PathBuf {
    root().join("target").join("prism")
}

/// Where `cargo xtask doc` puts the documentation in a language.
pub(crate) fn docs(language: &str) -> PathBuf {
    root().join("target").join("docs").join(language)
}

/// A path as it is printed and written into headers: relative to the workspace where it lies in it, with `/` between parts.
pub(crate) fn name(path: &Path) -> String {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let name = absolute.strip_prefix(root()).unwrap_or(path);
    let parts: Vec<_> = name
        .iter()
        .map(|part| part.to_string_lossy())
        .filter(|part| part != ".")
        .collect();
    parts.join("/").replace("//", "/")
}

/// The name of a spec in headers and diagnostics: no folder of this machine ends up in generated code.
pub(crate) fn spec_name(path: &Path) -> String {
    let name = name(path);
    if Path::new(&name).is_absolute() {
        let file = path.file_name().unwrap_or_default();
        return file.to_string_lossy().into_owned();
    }
    name
}
