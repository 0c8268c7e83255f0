//! The paths of this workspace: the one place that binds the generator to them.

use std::path::{Path, PathBuf};

use codegen::options::Server;

/// Returns the workspace's root, wherever the command is started.
pub(crate) fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// Returns the folder of the specs, and its name in generated files.
pub(crate) fn specs() -> (PathBuf, &'static str) {
    (root().join("specs"), "specs/")
}

/// Returns the folder of the committed client.
pub(crate) fn generated() -> PathBuf {
    root().join("paynet-api").join("src").join("generated")
}

/// Returns the folders of hand-written code that uses the committed client.
pub(crate) fn dependents() -> [PathBuf; 3] {
    ["paynet-api", "tests", "fuzz"].map(|folder| root().join(folder))
}

/// Returns the server role of the committed client: its sandbox.
pub(crate) fn server() -> Server {
    Server {
        feature: Some("sandbox".to_owned()),
    }
}

/// Returns the folder of the crate with the runtime.
pub(crate) fn runtime() -> PathBuf {
    root().join("paynet-api")
}

/// Returns the folder in which `cargo xtask corpus` compiles.
pub(crate) fn corpus() -> PathBuf {
    root().join("target").join("corpus")
}

/// Returns the folder in which `cargo xtask conform` builds its programs.
pub(crate) fn conform() -> PathBuf {
    root().join("target").join("conform")
}

/// Returns the folder in which Prism may be installed for `cargo xtask conform`.
pub(crate) fn prism() -> PathBuf {
    root().join("target").join("prism")
}

/// Returns the folder in which `cargo xtask cost` builds its programs.
pub(crate) fn cost() -> PathBuf {
    root().join("target").join("cost")
}

/// Returns the folder of `cargo xtask schemathesis`, in which schemathesis may be installed.
pub(crate) fn schemathesis() -> PathBuf {
    root().join("target").join("schemathesis")
}

/// Returns the folder in which `cargo xtask doc` puts the documentation in a language.
pub(crate) fn docs(language: &str) -> PathBuf {
    root().join("target").join("docs").join(language)
}

/// Returns a path as it is printed and written into headers: relative to the workspace if it is
/// inside, with `/` between parts.
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

/// Returns the name of a spec in headers and diagnostics, without a folder outside the workspace.
pub(crate) fn spec_name(path: &Path) -> String {
    let name = name(path);
    if Path::new(&name).is_absolute() {
        let file = path.file_name().unwrap_or_default();
        return file.to_string_lossy().into_owned();
    }
    name
}
