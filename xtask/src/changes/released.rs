//! Whether those who depend on the client learn of a change of the specs: by another version, or in the
//! changelog.

use std::fs;

use crate::{git, paths};

const CHANGELOG: &str = "CHANGELOG.md";
const MANIFEST: &str = "Cargo.toml";

/// Returns an error if neither the version nor the changelog differs from those of the base.
pub(super) fn check(base: &str, revision: Option<&str>) -> Result<(), String> {
    let Some(revision) = revision else {
        return Err(format!(
            "`--check` compares {CHANGELOG} and the version too, which the folder {base} does not have: name a revision"
        ));
    };
    let before = [MANIFEST, CHANGELOG].map(|name| git::file(revision, name));
    let now = [MANIFEST, CHANGELOG].map(|name| {
        let text = fs::read_to_string(paths::root().join(name));
        text.map_err(|error| format!("can't read `{name}`: {error}"))
    });
    let ([manifest, changelog], [manifest_now, changelog_now]) = (before, now);
    let is_told = tells(&manifest?, &manifest_now?, &changelog?, &changelog_now?);
    match is_told {
        true => Ok(()),
        false => Err(format!(
            "the specs changed since {base}, and neither the version nor {CHANGELOG} did: say it in {CHANGELOG}; `cargo xtask changes --base {base}` proposes an entry"
        )),
    }
}

/// Returns whether the version differs, or what the changelog says.
fn tells(manifest: &str, manifest_now: &str, changelog: &str, changelog_now: &str) -> bool {
    let said = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    version(manifest) != version(manifest_now) || said(changelog) != said(changelog_now)
}

/// Returns the version of a revision; `None` if it has none.
pub(super) fn version_of(revision: &str) -> Option<String> {
    let manifest = git::file(revision, MANIFEST).ok()?;
    version(&manifest).map(str::to_owned)
}

/// Returns the version that all crates share.
fn version(manifest: &str) -> Option<&str> {
    let package = manifest.split("[workspace.package]").nth(1)?;
    let line = package.lines().find(|line| line.starts_with("version"))?;
    line.split('"').nth(1)
}

#[cfg(test)]
mod tests {
    use super::tells;

    const MANIFEST: &str = "[workspace.package]\nversion = \"0.1.0\"\n[workspace.dependencies]\n";

    #[test]
    fn a_change_is_told_by_the_version_or_in_the_changelog() {
        let text = "## [Unreleased]\n\n- One\n";
        let raised = MANIFEST.replace("0.1.0", "0.2.0");
        let longer = format!("{text}- Two\n");
        let wrapped = text.replace("- One", "-\n  One");
        let other = MANIFEST.replace("dependencies]", "dependencies]\nversion = \"2\"");
        assert!(!tells(MANIFEST, MANIFEST, text, text));
        assert!(!tells(MANIFEST, &other, text, &wrapped));
        assert!(tells(MANIFEST, &raised, text, text));
        assert!(tells(MANIFEST, MANIFEST, text, &longer));
    }
}
